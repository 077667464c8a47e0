"""Improvement stories: from a folder of Markdown records to a website. Start at `pipeline.py`."""

__version__ = "0.1.0"
