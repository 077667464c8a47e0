"""Rules about who took part, and whose side is told."""
