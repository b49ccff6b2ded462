"""The subject: how security guarantees deter. `model`, `evidence` and `labs`."""
