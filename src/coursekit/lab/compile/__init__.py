"""A lab's model as a JavaScript file for the page."""
