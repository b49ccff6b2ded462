"""What a lab draws, as Altair charts."""
