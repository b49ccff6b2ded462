"""A bakery, and who waits there."""
