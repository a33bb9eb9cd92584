"""From draft to reader: draft, in review, approved, published, changed, withdrawn."""
