"""The readers' site as static files that need no server: `manage.py build_mirror`."""
