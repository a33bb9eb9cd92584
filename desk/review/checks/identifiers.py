"""ID numbers, telephone numbers, home addresses: never public, whoever published them before."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from desk.review.checks.finding import Finding
from desk.review.checks.texts import texts
from editions.schema import Document

TWELVE_DIGITS = re.compile(r"(?<!\d)\d{6}[ -]?\d{3}[ -]?\d{3}(?!\d)")
CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
# Every part is bounded, and texts are read with single spaces: no text can make these go back and forth.
PHONE = re.compile(
    r"(?<![\d.])(?:\+ ?\d{1,3}|8)[ (.-]{0,3}\d{3}[ ).-]{0,3}\d{3}[ .-]?\d{2}[ .-]?\d{2}(?!\d)"
    r"|(?<![\d.+])\(?7[0-9]{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}(?!\d)"
)
NUMBER = r"[ ,№#]{0,4}(?:д(?:ом)?\.?|үй|кв(?:артира)?\.?|пәтер|house|apt\.?|no\.?)? ?\d{1,4}[а-яa-z]?\b"
STREET = re.compile(
    rf"\b(?:ул\.|улица|улице|улицы|пр-т|проспект|проспекте|мкр\.?|микрорайон|микрорайоне|переулок|переулке)"
    rf" [\w«»\"“”. -]{{2,40}}?{NUMBER}"
    rf"|\b[\w«»\"“”-]{{2,40}} (?:көшесі|көшесіндегі|даңғылы|даңғылындағы|шағынауданы|ықшамауданы){NUMBER}"
    r"|\b\d{1,4}[a-z]?,? (?:[A-Z][\w-]{1,30} ){1,3}(?:street|st\.|avenue|ave\.|lane|microdistrict)\b"
    rf"|\b(?:[A-Z][\w-]{{1,30}} ){{1,3}}(?:street|avenue|lane|microdistrict){NUMBER}"
    r"|\b(?:кв\.|квартира|квартире|пәтер|apartment|apt\.) ?№? ?\d{1,4}\b",
    re.IGNORECASE,
)


def is_id_number(digits: str) -> bool:
    """Whether twelve digits can be an individual identification number: a birth day, then the century and sex."""
    century = CENTURIES.get(digits[6])
    if len(digits) != 12 or century is None:
        return False
    try:
        date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return False
    return True


def identifiers(document: Document) -> Iterator[Finding]:
    """Every place that holds what identifies or locates somebody. The finding does not repeat it."""
    for text in texts(document):
        for code, words in identifying(text.text):
            yield Finding(code, True, text.where, words)


def identifying(text: str) -> Iterator[tuple[str, str]]:
    """What in a text identifies or locates somebody: a code and what to do. The words do not repeat it."""
    text = " ".join(text.split())
    for match in TWELVE_DIGITS.finditer(text):
        if is_id_number(re.sub(r"\D", "", match[0])):
            yield "id-number", _("an ID number (IIN) stands in the text: remove it")
    if PHONE.search(text):
        yield "phone", _("a telephone number stands in the text: remove it")
    if STREET.search(text):
        yield "address", _("an address with a house or flat number stands in the text: name the town at most")
