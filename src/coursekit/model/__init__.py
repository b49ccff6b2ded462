"""Quantities as plain functions: arithmetic that works on numbers, arrays and symbols alike, graphs, and equations."""
