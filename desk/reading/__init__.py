"""Reads the text of a paper and proposes what it says. Plain functions: no row, no request, nothing kept."""
