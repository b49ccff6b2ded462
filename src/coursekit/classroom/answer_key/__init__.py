"""The instructor's key: solutions, marking cases, answers and rubrics."""
