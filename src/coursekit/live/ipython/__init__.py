"""What stands in for IPython in the page's Python: displays, the shell, and their modules."""
