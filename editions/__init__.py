"""Documents and editions: what is published, chained, imported and exported."""
