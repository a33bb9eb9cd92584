"""Pages that speak about the archive itself, and the form for people in it."""
