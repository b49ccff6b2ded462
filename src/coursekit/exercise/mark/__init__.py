"""Marking: inputs go in, answers come out as data, and are compared outside the learner's Python."""
