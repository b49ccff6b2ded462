"""Formative checks: the exercise's tests beside the learner's code."""
