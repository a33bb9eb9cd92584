"""What must not, or should not, be published: asked of a built document, on a day."""
