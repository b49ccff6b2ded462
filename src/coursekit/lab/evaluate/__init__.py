"""A lab's numbers, in NumPy, and the checks that a declaration is whole."""
