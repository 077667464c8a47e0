"""Rules about words that may tell who a patient is."""
