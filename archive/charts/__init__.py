"""Statistics of a selection: numbers first, then shapes; the same shapes become SVG in a page and files to take."""
