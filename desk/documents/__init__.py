"""Papers: verdicts as PDFs. Kept as they came for the desk; for readers made anew, if nothing in them hides."""
