"""The three languages of the archive, in the order of the archive file."""

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
