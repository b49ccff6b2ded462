"""Running the pages' cells at build time, and keeping what came of it."""
