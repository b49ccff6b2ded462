"""The labs of the army, one file each."""
