"""Finding a case by a name in any spelling and script, or by words of its text."""
