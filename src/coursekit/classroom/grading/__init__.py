"""Grading what was handed in, with the desk page in a headless browser."""
