"""Rules about what makes a story worth learning from."""
