"""Two rows that turn out to be one."""
