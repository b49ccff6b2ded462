"""The exercise file, its checks and the questions (standard library only: they run in the browser too)."""
