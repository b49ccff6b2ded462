"""What tests use to look into a chart or a widget."""
