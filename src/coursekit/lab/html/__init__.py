"""A lab as HTML for the page."""
