"""What the values of filters are called."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.index.selection import EXCLUDED, NOT_RECORDED
from archive.wording.localize import full_name, localized_str
from archive.wording.localize import word as vocabulary_word
from archive.wording.presumptions import READINGS
from law.country import country
from records.languages import LANGUAGES, active_language

OF_VOCABULARIES = {
    "state": "states",
    "offence": "offences",
    "gender": "genders",
    "recognised": "recognitions",
    "charge_outcome": "outcomes",
    "ended_by": "ended-by",
}
OF_CONVICTIONS = ("article", "offence")
Labels = Mapping[str, Mapping[str, str]]


def not_recorded(name: str) -> str:
    """The choice of those of whom nothing is recorded; of articles: of whom no conviction is, as of the acquitted."""
    return _("no conviction recorded") if name in OF_CONVICTIONS else _("not recorded")


def word(name: str, value: str, courts: Labels) -> str:
    """The word for a value of the filter ``name``; ``courts``: the names of courts by their ids."""
    language, name = active_language(), name.removesuffix(EXCLUDED)
    if name == "reading":
        return str(READINGS.get(value, value))
    if value == NOT_RECORDED:
        return not_recorded(name)
    if name in ("kind", "kinds_all", "penalty"):
        return capfirst(full_name(value))
    if name in OF_VOCABULARIES:
        return capfirst(vocabulary_word(OF_VOCABULARIES[name], value))
    if name in ("region", "court_region") and value in country().regions:
        return country().regions[value].names.get(language)
    if name == "covers" and value in country().ban_scopes:
        return capfirst(country().ban_scopes[value].names.get(language))
    if name == "court":
        return localized_str(courts.get(value, {}), value)
    if name == "article" and "." not in value:  # “174 Incitement of discord”: the number as addresses have it
        article = country().article(country().criminal_code, value)
        return f"{value} {article.names.get(language)}" if article else value
    if name == "language":
        return LANGUAGES.get(value, value)
    return capfirst(value.replace("-", " ")) if name in ("occupation", "tag", "trial") else value
