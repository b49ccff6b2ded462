"""The notebooks and the wheel that readers can download from a page."""
