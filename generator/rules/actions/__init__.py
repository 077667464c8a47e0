"""Rules about what was done: plans, dates, whether it lasted."""
