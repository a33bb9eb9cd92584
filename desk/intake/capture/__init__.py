"""Sources that do not rot: an untouched copy of each page, and whether it still stands."""
