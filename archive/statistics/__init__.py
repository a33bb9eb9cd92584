"""The charts of /statistics/: numbers in Python, drawing in templates/archive/statistics/."""
