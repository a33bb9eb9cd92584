"""How to cite a case: one citation value, in the styles that people and programs ask for."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import day

SITE = "Shekteu"
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


class EditionCitation(NamedTuple):
    """What every style needs. ``published`` is the day of the edition, ``accessed`` the reader's day."""

    key: str
    title: str
    language: str
    edition: int
    published: date
    accessed: date
    digest: str
    address: str


def plain(one: EditionCitation) -> str:
    """In the reader's language."""
    edition = _("Edition %(edition)s of %(published)s.") % {"edition": one.edition, "published": day(one.published)}
    return f"{SITE}. {one.title}. {edition} {one.address} (SHA-256 {one.digest})"


def apa(one: EditionCitation) -> str:
    published = f"{one.published.year}, {one.published:%B} {one.published.day}"
    return f"{SITE}. ({published}). {one.title} (Edition {one.edition}). {one.address}"


def mla(one: EditionCitation) -> str:
    published, accessed = _mla_day(one.published), _mla_day(one.accessed)
    return f"“{one.title}.” {SITE}, edition {one.edition}, {published}, {one.address}. Accessed {accessed}."


def gost(one: EditionCitation) -> str:
    """GOST R 7.0.5-2008, a part of a remote resource: as its «// Электрон. б-ки. 2003. Т. 6, вып. 1. URL: …»."""
    return (
        f"{one.title} // {SITE} : сайт. {one.published.year}. Вып. {one.edition} ({one.published:%d.%m.%Y}). "
        f"URL: {one.address} (дата обращения: {one.accessed:%d.%m.%Y})."
    )


def bibtex(one: EditionCitation) -> str:
    fields = {
        "author": "{" + SITE + "}",
        "title": "{" + _braced(one.title) + "}",
        "edition": str(one.edition),
        "year": str(one.published.year),
        "month": str(one.published.month),
        "day": str(one.published.day),
        "url": one.address,
        "urldate": one.accessed.isoformat(),
        "note": f"SHA-256 {one.digest}",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@online{{{one.key},\n{body}\n}}"


def ris(one: EditionCitation) -> str:
    lines = [
        ("TY", "ELEC"),
        ("AU", SITE),
        ("TI", one.title),
        ("PB", SITE),
        ("ET", str(one.edition)),
        ("PY", str(one.published.year)),
        ("DA", one.published.strftime("%Y/%m/%d")),
        ("LA", one.language),
        ("UR", one.address),
        ("Y2", one.accessed.strftime("%Y/%m/%d")),
        ("N1", f"SHA-256 {one.digest}"),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines) + "ER  - \r\n"


def csl(one: EditionCitation) -> str:
    """CSL-JSON."""
    item = {
        "id": one.key,
        "type": "webpage",
        "title": one.title,
        "author": [{"literal": SITE}],
        "container-title": SITE,
        "edition": str(one.edition),
        "issued": {"date-parts": [_parts(one.published)]},
        "accessed": {"date-parts": [_parts(one.accessed)]},
        "language": one.language,
        "URL": one.address,
        "note": f"SHA-256 {one.digest}",
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


STYLES: dict[str, Callable[[EditionCitation], str]] = {
    "plain": plain,
    "APA": apa,
    "MLA": mla,
    "ГОСТ Р 7.0.5": gost,
    "BibTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": csl,
}
FILES: dict[str, tuple[Callable[[EditionCitation], str], str, str]] = {
    "bib": (bibtex, "application/x-bibtex", "BibTeX"),
    "ris": (ris, "application/x-research-info-systems", "RIS"),
    "json": (csl, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
}


def _mla_day(value: date) -> str:
    return f"{value.day} {MLA_MONTHS[value.month - 1]} {value.year}"


def _parts(value: date) -> list[int]:
    return [value.year, value.month, value.day]


def _braced(text: str) -> str:
    """BibTeX takes braces, backslashes and percent signs for its own."""
    special: dict[str, Any] = {"\\": r"\textbackslash ", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#"}
    return "".join(special.get(sign, sign) for sign in text)
