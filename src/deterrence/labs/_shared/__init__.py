"""What several labs share: charts, controls, packages, seats."""
