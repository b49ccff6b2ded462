"""The lab of the front page."""
