"""English, as Britain writes it."""
