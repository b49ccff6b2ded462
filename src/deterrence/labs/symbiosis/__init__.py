"""The labs of symbiosis, one file each."""
