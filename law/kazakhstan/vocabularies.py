"""For as long as others ask Kazakhstan by its name: what they ask of it, until they ask ``law.country``."""

from collections.abc import Mapping

from law.kazakhstan import KAZAKHSTAN
from law.vocabularies import (
    Article,
    ArticlePart,
    BanScope,
    OfficeBar,
    Region,
    RestrictionKind,
    Translations,
)

__all__ = ["Article", "ArticlePart", "BanScope", "OfficeBar", "Region", "RestrictionKind", "Translations"]

words = KAZAKHSTAN.words
article = KAZAKHSTAN.article
gravity = KAZAKHSTAN.gravity
is_extremist = KAZAKHSTAN.is_extremist
is_terrorist = KAZAKHSTAN.is_terrorist


def kinds() -> Mapping[str, RestrictionKind]:
    return KAZAKHSTAN.kinds


def covers() -> Mapping[str, BanScope]:
    return KAZAKHSTAN.ban_scopes


def regions() -> Mapping[str, Region]:
    return KAZAKHSTAN.regions


def bars() -> Mapping[str, OfficeBar]:
    return KAZAKHSTAN.office_bars


def articles() -> Mapping[tuple[str, str], Article]:
    return KAZAKHSTAN.articles
