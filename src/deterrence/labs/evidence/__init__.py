"""The labs of the evidence, one file each."""
