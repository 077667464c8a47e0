"""Rules about the allowances with which a story answers a rule."""
