"""The course's questions as question banks: one neutral form, and a writer for each format."""
