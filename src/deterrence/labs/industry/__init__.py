"""The labs of industry, one file each."""
