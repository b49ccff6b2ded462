"""The labs of promises, one file each."""
