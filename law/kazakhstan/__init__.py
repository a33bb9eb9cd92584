"""Kazakhstan: the rule book and its vocabularies, data files with small typed look-ups."""
