"""Rules about names that refer to other records or to the vocabulary."""
