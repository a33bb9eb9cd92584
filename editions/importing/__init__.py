"""From an archive file to rows: read, check everything, then save all or nothing."""
