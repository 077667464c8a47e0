"""Improvement stories: from Markdown records to a website. Start at `build/pipeline.py`."""

__version__ = "0.1.0"
