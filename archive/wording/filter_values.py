"""What the values of filters are called."""

from collections.abc import Mapping

from django.utils.translation import get_language

from archive.wording import localize as translated
from law.country import country
from records.languages import LANGUAGES

OF_VOCABULARIES = {"state": "states", "offence": "offences", "gender": "genders", "recognised": "recognitions"}
Labels = Mapping[str, Mapping[str, str]]


def word(name: str, value: str, named: Labels) -> str:
    """The word for a value of the filter ``name``."""
    language = get_language() or "en"
    if name in ("kind", "kinds_all", "penalty"):
        return _capital(translated.full_name(value))
    if name in OF_VOCABULARIES:
        return _capital(translated.word(OF_VOCABULARIES[name], value))
    if name in ("region", "court_region") and value in country().regions:
        return country().regions[value].names.get(language)
    if name == "covers" and value in country().ban_scopes:
        return _capital(country().ban_scopes[value].names.get(language))
    if name == "court":
        return translated.localized_str(named.get(value, {}), value)
    if name == "article":
        return _article(value, language)
    if name == "language":
        return LANGUAGES.get(value, value)
    return _capital(value.replace("-", " ")) if name in ("occupation", "tag") else value


def _article(value: str, language: str) -> str:
    """“174.2 Incitement of discord”: the number as addresses have it, then the name."""
    number, _dot, part = value.partition(".")
    found = country().article(country().criminal_code, number)
    return f"{value} {found.names.get(language)}" if found and not part else value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
