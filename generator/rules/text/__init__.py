"""Rules about how a text is written."""
