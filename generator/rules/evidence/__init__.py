"""Rules about measures, and claims that they must carry."""
