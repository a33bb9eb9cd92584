"""Files into rows at the desk: first shown row by row, then all or nothing, as drafts."""
