"""Settings of libraries and the interpreter itself, put back after each run."""
