"""A case, or a new fact of one, begun with the paper that the editor holds."""
