"""``make pdf``: each chapter, each lesson and the whole course as tagged PDFs, printed by Chromium."""
