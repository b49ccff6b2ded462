"""Assignments: their format, their link, what they resolve to, and their syllabus."""
