"""Portraits: a picture comes in, is made anew without a trace of its maker's camera, and waits for an edition."""
