"""The editors' desk: entering, reviewing and publishing cases; docs/desk.md says how it is used."""
