"""What the tests of the grading desk share."""
