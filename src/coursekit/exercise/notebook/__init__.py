"""What the cells of exported notebooks call: the course's checks and marking, for nbgrader, Otter and plain Jupyter."""
