"""The codes that columns hold, each with its meaning: one list for constraints, codebook and pages."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from archive.wording.localize import full_name, kind_meaning
from archive.wording.presumptions import CONDITIONS
from archive.wording.step_texts import MISSING
from law.country import country
from law.vocabularies import Translations
from records.languages import active_language

Codes = Mapping[str, str]


def of_words(vocabulary: str) -> Callable[[], Codes]:
    return lambda: in_reader_language(country().words(vocabulary))


def in_reader_language(words: Mapping[str, Translations]) -> Codes:
    return {code: text.get(active_language()) for code, text in words.items()}


def kinds() -> Codes:
    return {kind: f"{full_name(kind)}. {kind_meaning(kind)}" for kind in country().kinds}


def missing_facts() -> Codes:
    """What stands before the colon in “in_force:v1”; behind it stands the row that the fact is missing of."""
    return {fact: (str(text) % {"what": "…"}).removesuffix(": …") for fact, text in MISSING.items()}


def name_lists() -> Codes:
    return {
        "court": _("a court"),
        "occupation": _("an occupation"),
        "tag": _("a subject"),
        "trial": _("a trial of several people"),
    }


def citing_tables() -> Codes:
    return {
        "people": _("a fact about the person"),
        "inclusion": _("why the case is in the archive"),
        "prior": _("an earlier conviction"),
        **{name: _("a row of the table %(table)s") % {"table": name} for name in ROWS_THAT_CITE},
    }


ROWS_THAT_CITE = ("charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies")
CODES: Mapping[str, Callable[[], Codes]] = {
    "gender": of_words("genders"),
    "region": lambda: in_reader_language({id_: region.names for id_, region in country().regions.items()}),
    "kind": kinds,
    "custody_kind": lambda: {kind: full_name(kind) for kind in country().pretrial_kinds},
    "main_penalty": lambda: {kind: full_name(kind) for kind in country().main_penalties},
    "standing": of_words("standing"),
    "state": of_words("states"),
    "basis": of_words("basis"),
    "certainty": of_words("certainties"),
    "missing": missing_facts,
    "presumption": lambda: {rule: str(text) for rule, text in CONDITIONS.items()},
    "covers": lambda: in_reader_language({id_: scope.names for id_, scope in country().ban_scopes.items()}),
    "recognition": of_words("recognitions"),
    "inclusion": of_words("inclusion"),
    "offence": of_words("offences"),
    "charge_basis": of_words("charge-basis"),
    "outcome": of_words("outcomes"),
    "gravity": of_words("gravity"),
    "instance": of_words("instances"),
    "result": of_words("results"),
    "recidivism": of_words("recidivism"),
    "term": of_words("terms"),
    "regime": of_words("regimes"),
    "ended_by": of_words("ended-by"),
    "change": of_words("changes"),
    "event": of_words("events"),
    "answer": of_words("answers"),
    "says": of_words("claims"),
    "comparison": of_words("comparisons"),
    "theme": of_words("themes"),
    "form": of_words("forms"),
    "consent": of_words("consents"),
    "source_kind": of_words("sources"),
    "list": name_lists,
    "cited_by": citing_tables,
}


def codes(name: str) -> Codes:
    """A list of codes with their meanings in the active language. Raises KeyError."""
    return CODES[name]()
