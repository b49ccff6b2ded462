"""Marking what was handed in: the queue of it, and the loop that feeds one desk from the queue."""
