"""A lab as ipywidgets, for notebooks."""
