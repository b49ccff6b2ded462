"""Assignments for nbgrader, Otter and plain Jupyter, made from the course's exercise files."""
