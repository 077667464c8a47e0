"""Findings told: problems to text or data. Takes values, gives strings; prints nothing."""
