"""Errors of a learner's code in plain words, with their place in it."""
