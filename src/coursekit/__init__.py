"""The machine: labs, exercises, classroom and book, for any course."""
