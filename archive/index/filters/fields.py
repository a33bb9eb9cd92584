"""Fields that read a parameter of an address, and say what to write where they cannot."""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.index.filters.parameters import BROKEN
from archive.index.selection import NOT_RECORDED
from law.lengths import Length, LengthError

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_VALUES = 50
LONGEST_SEARCH = 200
LONGEST_NAME = 100
DAYS_A_YEAR, DAYS_A_MONTH = 365, 30
_NO_TEXT = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ufffd\\ud800-\\udfff]")
MOMENT = re.compile(
    r"(199[0-9]|20[0-9]{2}|21[0-4][0-9])-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(\.[0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
)
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def quoted(value: str) -> str:
    """A value as a message shows it: short, without what cannot be printed."""
    shown = "".join(one if one.isprintable() else BROKEN for one in value[:40])
    return f"“{shown}”"


class Parameter(forms.Field):
    """A parameter that may be given many times, or only once; absent: ``absent``."""

    widget = forms.SelectMultiple
    several = False
    absent: Any = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False})

    def __deepcopy__(self, memo: Any) -> "Parameter":
        """Itself: it holds nothing of a request, and each request would copy all of them."""
        return self

    def clean(self, value: Any) -> Any:
        values = list(dict.fromkeys(value or ()))
        if not values:
            return self.absent
        if not self.several and len(values) > 1:
            raise ValidationError(_("Give one value, not %(count)s."), params={"count": len(values)})
        if len(value) > MOST_VALUES:
            raise ValidationError(_("At most %(most)s values."), params={"most": MOST_VALUES})
        read = [self.read(one) for one in values]
        return tuple(read) if self.several else read[0]

    def read(self, value: str) -> Any:
        """One value; raises ValidationError with what to write instead."""
        raise NotImplementedError


class Choices(Parameter):
    """Any of a vocabulary's words; a repeated parameter is any-of."""

    several = True
    absent: tuple[()] | None = ()

    def __init__(self, known: Callable[[], Collection[str]], or_none: bool = False, **kwargs: Any) -> None:
        """``or_none``: whether "not recorded" is a choice too."""
        super().__init__(**kwargs)
        self.known = (lambda: (*known(), NOT_RECORDED)) if or_none else known

    def read(self, value: str) -> str:
        if value not in self.known():
            known = ", ".join(self.known())
            raise ValidationError(
                _("%(value)s is none of: %(known)s."), params={"value": quoted(value), "known": known}
            )
        return value


class Choice(Choices):
    """One of a vocabulary's words."""

    several = False
    absent = None


class Tokens(Parameter):
    """Words that the archive's cases bring with them; whether one of them has it is checked later, at once for all."""

    several = True
    absent = ()

    def read(self, value: str) -> str:
        if not _TOKEN.fullmatch(value):
            raise ValidationError(
                _("Unknown filter value: %(value)s. Use letters a to z, digits, hyphen, dot."),
                params={"value": quoted(value)},
            )
        return value


class NameTokens(Tokens):
    """Names of people and bodies, as the archive's cases write them."""

    def read(self, value: str) -> str:
        if _NO_TEXT.search(value) or len(value) > LONGEST_NAME:
            raise ValidationError(
                _("Unknown filter value: %(value)s. Write the name as the list has it."),
                params={"value": quoted(value)},
            )
        return value


def written_day(value: str) -> date | None:
    """The day, if it is written as 2026-11-22: Python alone reads weeks and more as well."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


class Day(Parameter):
    """One day, written 2026-11-22."""

    first_year, last_year = FIRST_YEAR, LAST_YEAR

    def read(self, value: str) -> date:
        day = written_day(value)
        if day is None or not self.first_year <= day.year <= self.last_year:
            raise ValidationError(
                _("%(value)s is no day between %(first)s and %(last)s: write it as 2026-11-22."),
                params={"value": quoted(value), "first": self.first_year, "last": self.last_year},
            )
        return day


class AsOfDay(Day):
    """The day that an answer speaks of, or whose knowledge it shows: in the years that the archive counts."""

    first_year, last_year = 1990, 2150


class MomentField(Parameter):
    """A moment as answers write it, 2026-11-22T09:30:00.000000Z, or with the offset of a place."""

    def read(self, value: str) -> datetime:
        value = value.replace(" ", "+")  # an offset's sign that nobody escaped comes as a space
        try:
            if not MOMENT.fullmatch(value):
                raise ValueError
            return datetime.fromisoformat(value)
        except ValueError:
            message = _("%(value)s is no moment: write it as 2026-11-22T09:30:00Z, or take it from an answer.")
            raise ValidationError(message, params={"value": quoted(value)}) from None


class Number(Parameter):
    """A whole number within bounds, both included."""

    def __init__(self, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least, self.most = least, most

    def read(self, value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not self.least <= int(value) <= self.most:
            raise ValidationError(
                _("%(value)s is no whole number from %(least)s to %(most)s."),
                params={"value": quoted(value), "least": self.least, "most": self.most},
            )
        return int(value)


class Duration(Parameter):
    """A length such as P10Y, P1Y6M or P100D, in days: a year counts 365, a month 30."""

    def read(self, value: str) -> int:
        try:
            if not value.isascii():
                raise LengthError
            length = Length.parse(value)
        except LengthError:
            raise ValidationError(
                _("%(value)s is no length: write P10Y, P1Y6M or P100D."), params={"value": quoted(value)}
            ) from None
        return length.years * DAYS_A_YEAR + length.months * DAYS_A_MONTH + length.days


class Search(Parameter):
    """What somebody looks for, in their own words."""

    absent = ""

    def read(self, value: str) -> str:
        value = value.strip(" ")
        if _NO_TEXT.search(value):
            raise ValidationError(_("The search holds characters that are no text: write it again."))
        if len(value) > LONGEST_SEARCH:
            raise ValidationError(_("At most %(most)s characters."), params={"most": LONGEST_SEARCH})
        return value
