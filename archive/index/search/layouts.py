"""What keys typed with the wrong keyboard layout would have been: ``,jrfq`` is бокай, ``ьфьфш`` is mamai."""

from collections.abc import Iterator

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
KAZAKH_DIGITS = dict(zip("23458 90-=".replace(" ", ""), "әіңғүұқөһ", strict=True))
TO_RUSSIAN = str.maketrans(dict(zip(LATIN, RUSSIAN, strict=True)) | {"`": "ё", "{": "х", "}": "ъ", ":": "ж"})
TO_KAZAKH = TO_RUSSIAN | str.maketrans(KAZAKH_DIGITS)
TO_LATIN = str.maketrans(dict(zip(RUSSIAN, LATIN, strict=True)))
_KEYS = frozenset(LATIN)


def other_layouts(query: str) -> Iterator[str]:
    """The query as it would read from the same keys in another layout."""
    text = query.lower()
    if _KEYS & set(text) and text.isascii():
        yield text.translate(TO_RUSSIAN)
        if text.translate(TO_KAZAKH) != text.translate(TO_RUSSIAN):
            yield text.translate(TO_KAZAKH)
    elif not text.isascii():
        yield text.translate(TO_LATIN)
