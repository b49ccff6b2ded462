"""The labs of counting deterrence, one file each."""
