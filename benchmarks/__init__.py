"""The benchmark: the same invented stories, built by this generator and by what one would pick."""
