"""An exercise file, read: cells, starter, variants, packages."""
