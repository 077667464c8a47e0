"""From records to a whole site on disk: the pipeline, the files, and the swap with the old site."""
