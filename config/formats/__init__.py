"""How days and hours are written where the framework writes them: Django has no such file for Kazakh."""
