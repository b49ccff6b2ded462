"""The labs of presence, one file each."""
