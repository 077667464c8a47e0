"""Rules about links and the addresses that pages have."""
