"""The site as a whole: settings, execution, assets, the manifest `course.json`, and what works offline."""
