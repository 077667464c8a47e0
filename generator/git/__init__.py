"""What Git says of the project: what has changed, what was withdrawn, which addresses get lost."""
