"""Receipts, assignments and grading."""
