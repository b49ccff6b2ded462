"""The labs of designing a guarantee, one file each."""
