"""What the chapters' text takes from evidence and model: numbers to glue, still figures, and checks of its claims."""
