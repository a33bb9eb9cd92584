"""Pages: each view stands beside what it shows."""
