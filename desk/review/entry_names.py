"""What editors call the entries of a case, in place of the ids under which its file keeps them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Event, Inclusion, Prior, Testimony, Verdict
from editions.schema import Document
from law.dates import parse
from law.outcome import Outcome
from records import words
from records.json_dict import JSONDict
from records.languages import day_in_words, localized_str
from restrictions.models import Claim

EntryNames = Mapping[tuple[str, str], str]
"""By the part of the case and the entry's id."""
NO_NAMES: EntryNames = {}
LAW = "law:"


def entry_names(*documents: Document) -> EntryNames:
    """The names of all entries of these documents that have an id; a later one's name holds."""
    names: dict[tuple[str, str], str] = {}
    for document in documents:
        case = document.case.to_dict()
        for part in ("verdicts", "custody", "charges", "claims"):
            rows = case[part]
            names |= {(part, row["id"]): name for row, name in zip(rows, names_in(part, rows), strict=True)}
        for outcome in document.reckoning.restrictions:
            names["restrictions", outcome.id] = name_of_outcome(outcome)
    return names


def name_of_outcome(outcome: Outcome) -> str:
    """What an editor calls a restriction as it is computed."""
    name = words.label(outcome.kind, "restriction-kinds")
    return _("%(what)s (by law)") % {"what": name} if outcome.id.startswith(LAW) else name


def names_in(part: str, rows: Sequence[JSONDict]) -> list[str]:
    """The names of a part's entries, in their order; of the same name the second has a 2 behind it."""
    names = [name_of(part, row) for row in rows]
    counts = [names[: place + 1].count(name) for place, name in enumerate(names)]
    return [name if count == 1 else f"{name}, {count}" for name, count in zip(names, counts, strict=True)]


def name_of(part: str, row: JSONDict) -> str:
    """What an editor calls one entry of a part of the case."""
    match part:
        case "verdicts":
            return dated(sort_of(Verdict, words.label(row["instance"], "instances")), row["date"])
        case "custody":
            return dated(words.label(row["kind"], "custody"), row["from"])
        case "charges":
            return article(row)
        case "restrictions":
            return words.label(row["kind"], "restriction-kinds")
        case "events":
            return dated(sort_of(Event, words.label(row["kind"], "events")), row["date"])
        case "claims":
            return dated(sort_of(Claim, localized_str(row["by"])), row["said_on"])
        case "testimonies":
            speaker = localized_str(row["speaker"]["name"])
            about = ", ".join(filter(None, (words.label(row["theme"], "themes"), speaker)))
            return dated(sort_of(Testimony, about), row["said_on"])
        case "inclusion":
            return sort_of(Inclusion, words.label(row["criterion"], "inclusion"))
        case _:
            return dated(str(Prior._meta.verbose_name), row["date"])


def sort_of(model: type[Model], sort: str) -> str:
    """“event (protest)”; the word alone where nothing tells it from others of its kind."""
    return f"{model._meta.verbose_name} ({sort})" if sort else str(model._meta.verbose_name)


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
