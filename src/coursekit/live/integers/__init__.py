"""Integers of 64 bits in a Python of 32."""
