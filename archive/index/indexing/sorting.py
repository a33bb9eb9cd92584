"""Sort keys: names in the order of the Kazakh alphabet, compared byte by byte."""

import unicodedata

# The Kazakh alphabet of 42 letters with Russian Ё in its place; Latin letters come before.
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LONGEST = 200


def sort_key(name: str) -> str:
    """The key of a person's name: the last word of the name first, then the rest.

    To be ordered by code points (``COLLATE "C"``).
    """
    *first, last = name.split() or [""]
    return " ".join(letters(word) for word in [last, *first])[:LONGEST]


def letters(word: str) -> str:
    """A word whose letters compare by code point as the alphabet has them; others stand without their marks."""
    key = ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        if letter in ALPHABET:
            key += chr(0x1000 + ALPHABET.index(letter))
        else:
            key += "".join(sign for sign in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(sign))
    return key
