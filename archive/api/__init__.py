"""The archive as data: JSON under /api/v1/."""
