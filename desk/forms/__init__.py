"""The admin's forms: cases, people, sources, with their parts, widgets and citations."""
