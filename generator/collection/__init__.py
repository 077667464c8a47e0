"""The records linked into one collection, and what can be worked out from it as a whole."""
