"""What changed between two editions of a case, as sentences for readers."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written, in_words
from archive.wording.lengths import days, length
from archive.wording.localize import localized_str, word
from archive.wording.names import key_name, row_names
from editions.codec import from_plain
from editions.differences import Difference, differences
from editions.schema import Document
from law.dates import DateError, DateRange
from law.lengths import Days, Length, LengthError
from records.json_dict import JSONDict
from records.languages import LANGUAGES

VOCABULARIES = {"standing": "standing", "certainty": "certainties", "result": "results", "instance": "instances"}


class ChangeView(NamedTuple):
    """One change: a sentence, and both values for the side-by-side view."""

    words: str
    path: str
    old: str
    new: str
    reckoned: bool


def changes(old: Document, new: Document) -> list[ChangeView]:
    """What moved first, then the facts that moved it."""
    names = {**row_names(old), **row_names(new)}
    views = []
    for difference in differences(old, new):
        is_reckoned = difference.path.startswith("reckoning.")
        before, after = (value_words(difference, value) for value in (difference.old, difference.new))
        sentence = what_moved(difference, names, before, after) if is_reckoned else which_fact(difference, names)
        views.append(ChangeView(sentence, difference.path, before, after, is_reckoned))
    return sorted(views, key=lambda change: not change.reckoned)


def because(old: Document, new: Document, moved: list[ChangeView]) -> str:
    """Why dates moved, for the line between what moved and the facts; empty where nothing moved."""
    if not any(change.reckoned for change in moved):
        return ""
    if not all(change.reckoned for change in moved):
        return _("because of these changes of the facts:")
    if old.rule_book != new.rule_book:
        return _("because the rules changed: the rule book of %(new)s took the place of that of %(old)s.") % {
            "old": as_written(old.rule_book),
            "new": as_written(new.rule_book),
        }
    return _("because another case of the person changed, or our reading of the law.")


def what_moved(difference: Difference, names: Mapping[str, str], old: str, new: str) -> str:
    what = next((name for id_, name in names.items() if f".{id_}" in difference.path), _("the total"))
    sentences = {
        "end-moved": _("End of %(what)s: from %(old)s to %(new)s"),
        "start-moved": _("Start of %(what)s: from %(old)s to %(new)s"),
        "count-moved": _("Start of the term of %(what)s: from %(old)s to %(new)s"),
        "force-moved": _("Day of legal force, %(what)s: from %(old)s to %(new)s"),
        "added": _("New: %(what)s"),
        "removed": _("Gone: %(what)s"),
        "voided": _("Validity of %(what)s: from %(old)s to %(new)s"),
        "standing-changed": _("Basis of %(what)s: from %(old)s to %(new)s"),
        "certainty-changed": _("Certainty of %(what)s: from %(old)s to %(new)s"),
        "claim-changed": _("Comparison with a claim: from %(old)s to %(new)s"),
        "burden-changed": _("The total: from %(old)s to %(new)s"),
        "reckoning.burden.from": _("First day of all restrictions: from %(old)s to %(new)s"),
        "reckoning.burden.until": _("First day without any restriction: from %(old)s to %(new)s"),
        "reckoning.burden.nominal": _("The sentence: from %(old)s to %(new)s"),
    }
    otherwise = sentences.get(difference.kind, "%(what)s: %(old)s → %(new)s")
    return sentences.get(difference.path, otherwise) % {"what": what, "old": old, "new": new}


def which_fact(difference: Difference, names: Mapping[str, str]) -> str:
    """“Changed: rulings, first instance, date”: the way to the fact, in words."""
    path = difference.path.removeprefix("case.").split(".")
    place = ", ".join(names.get(key) or key_name(key) for key in path)
    words = {"added": _("Added: %(place)s"), "removed": _("Removed: %(place)s"), "changed": _("Changed: %(place)s")}
    return words.get(difference.kind, "%(place)s") % {"place": place}


def value_words(difference: Difference, value: Any) -> str:
    """A value of a small vocabulary by its word, all else as it is shown anywhere."""
    vocabulary = VOCABULARIES.get(difference.path.rpartition(".")[2])
    return word(vocabulary, value) if vocabulary and isinstance(value, str) else plain_words(value)


def plain_words(value: Any) -> str:
    """A plain value of a document in words; long lists by their number."""
    if value is None or value in ([], {}):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return object_words(value)
    if isinstance(value, list):
        return "; ".join(plain_words(entry) for entry in value) if len(value) <= 3 else str(len(value))
    return date_or_length(value) if isinstance(value, str) else str(value)


def object_words(value: JSONDict) -> str:
    """A range of days, a text, a number of days; of any other object what names it best."""
    if value.keys() == {"earliest", "latest"}:
        return in_words(from_plain(DateRange, value))
    if value.keys() <= LANGUAGES.keys():
        return localized_str(value)
    if value.keys() == {"least", "most"}:
        return days(from_plain(Days, value))
    text = localized_str(value.get("text") or value.get("alt") or {})
    return str(value.get("id") or text or value.get("kind") or len(value))


def date_or_length(text: str) -> str:
    """A date or a length in words; any other text as it is."""
    try:
        if text[:1] == "P":
            return length(Length.parse(text))
        return as_written(text) if text[:1].isdigit() and "-" in text else text
    except (DateError, LengthError):
        return text
