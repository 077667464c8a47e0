"""Rules about dates that cannot be."""
