"""Exercises, and code cells that readers can run."""
