"""The index in memory: what readers filter, count and order by, as columns that every worker holds once."""
