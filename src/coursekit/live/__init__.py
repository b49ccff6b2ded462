"""What runs beside the learner's code in the browser's Python (standard library only)."""
