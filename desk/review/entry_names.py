"""What editors call the entries of a case, in place of the ids under which its file keeps them."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from cases.models import Verdict
from editions.schema import Document
from law.dates import parse
from records import words
from records.json_dict import JSONDict
from records.languages import day_in_words

EntryNames = Mapping[tuple[str, str], str]
"""By the part of the case and the entry's id."""
NO_NAMES: EntryNames = {}
LAW = "law:"


def entry_names(*documents: Document) -> EntryNames:
    """The names of all entries of these documents; a later one's name holds."""
    names: dict[tuple[str, str], str] = {}
    for document in documents:
        case = document.case.to_dict()
        for row in case["verdicts"]:
            instance = words.label(row["instance"], "instances")
            names["verdicts", row["id"]] = dated(f"{Verdict._meta.verbose_name} ({instance})", row["date"])
        for row in case["custody"]:
            names["custody", row["id"]] = dated(words.label(row["kind"], "custody"), row["from"])
        for row in case["charges"]:
            names["charges", row["id"]] = article(row)
        for outcome in document.reckoning.restrictions:
            name = words.label(outcome.kind, "restriction-kinds")
            names["restrictions", outcome.id] = _("%(what)s (by law)") % {"what": name} if by_law(outcome.id) else name
    return names


def by_law(id_: str) -> bool:
    """Whether the law brings it, and no entry of the case orders it."""
    return id_.startswith(LAW)


def dated(name: str, day: object) -> str:
    """A name with its day, in words where it is known to the day."""
    if not isinstance(day, str):
        return name
    days = parse(day)
    known: date | None = days.earliest if days.is_exact else None
    return _("%(what)s of %(day)s") % {"what": name, "day": day_in_words(known) if known else day}


def article(charge: JSONDict) -> str:
    """The article of a charge, with its part."""
    number = f"{charge['article']}({charge['part']})" if charge["part"] else str(charge["article"])
    return _("art. %(number)s") % {"number": number}
