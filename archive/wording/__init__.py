"""Everything that turns values into sentences, in the reader's language."""
