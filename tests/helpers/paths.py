"""Where things are: a test takes ROOT from here, and so can be moved from folder to folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
