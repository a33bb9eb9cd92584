"""/data/: what can be taken, what its columns and codes mean."""
