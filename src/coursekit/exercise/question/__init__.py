"""Questions: their text parsed, and how an answer to each kind is judged."""
