"""A published document as rows of the index. Pure: no database, no clock."""
