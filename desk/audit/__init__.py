"""Who changed what: the audit that the database's triggers write, and its pages."""
