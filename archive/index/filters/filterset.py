"""The filters: their names, what values they take, and what was chosen."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from archive.index.columns.selecting import Chosen, choose
from archive.index.filters.fields import (
    AsOfDay,
    Choice,
    Choices,
    Day,
    Duration,
    MomentField,
    NameTokens,
    Number,
    Search,
    Tokens,
    quoted,
)
from archive.index.filters.parameters import Parameters
from archive.index.models import Entry
from archive.index.selection import EXCLUDABLE, EXCLUDED, NOT_RECORDED, PAGE, Selection
from law.country import country
from law.states import STATES
from records.languages import active_language

SORTS = ("name", "next-end", "burden", "verdict", "changed", "relevance")
# Nobody is listed by an unconfirmed listing: such a list would mark people as a risk whom no source puts on the list.
STANDINGS = ("ordered", "follows", "reported", "told")
LISTED_STATES = tuple(state for state in STATES if state != "expected")
MOST_PAGES = 100_000
LONGEST_WITHIN = 36_600
CONTRADICTION = "contradiction"


class SharedFilter(django_filters.Filter):  # type: ignore[misc]  # django-filter ships no types
    """A filter that holds nothing of a request.

    Each request would note itself here as the filter's ``parent``, which only filters by a method need.
    """

    parent = property(lambda self: None, lambda self, filterset: None)


class SharedByName(dict[str, Any]):
    """Filters or fields that hold nothing of a request: copying them for each one took as long as a search."""

    def __deepcopy__(self, memo: Any) -> dict[str, Any]:
        return dict(self)


def filter_of(field_class: type[forms.Field], label: Any, **extra: Any) -> SharedFilter:
    """A filter whose value ``field_class`` reads; the conditions themselves are made in one place, of all values."""
    found = SharedFilter(label=label, **extra)
    found.field_class = field_class
    return found


class StrictForm(forms.Form):
    """Refuses what contradicts itself, each beside the field where it can be mended.

    It has the fields alone that the address names: of sixty filters most are absent from most.
    """

    def __init__(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields = {name: field for name, field in self.fields.items() if name in data}

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        self._in_order(found, "year_from", "year_to")
        self._in_order(found, "ends_from", "ends_until")
        self._in_order(found, "total_from", "total_until")
        for name in EXCLUDABLE:
            if set(found.get(name, ())) & set(found.get(f"{name}{EXCLUDED}", ())):
                self._contradicts(f"{name}{EXCLUDED}", _("The same is chosen and left out."))
        if found.get("known") and found.get("as_of"):
            self._contradicts("as_of", _("Give either a day or a moment of knowledge."))
        if found.get("ends_within") is not None and (found.get("ends_from") or found.get("ends_until")):
            self._contradicts("ends_within", _("Give either a number of days or a first and last day."))
        if self._only_lists(found.get("kind", ())) and "likely-in-force" in found.get("state", ()):
            self._contradicts("state", _("Nobody is ever said to be likely on a list: only what a source names."))
        if found.get("sort") == "relevance" and not found.get("q"):
            self._contradicts("sort", _("Only a search can be sorted by relevance."))
        return found

    def _only_lists(self, kinds: Collection[str]) -> bool:
        return bool(kinds) and all(country().kinds[kind].listed for kind in kinds)

    def _in_order(self, found: Mapping[str, Any], first: str, last: str) -> None:
        if found.get(first) and found.get(last) and found[first] > found[last]:
            self._contradicts(last, _("This lies before “%(first)s”.") % {"first": self.fields[first].label})

    def _contradicts(self, name: str, message: Any) -> None:
        self.add_error(name, ValidationError(message, code=CONTRADICTION))


class CaseFilter(django_filters.FilterSet):  # type: ignore[misc]  # django-filter ships no types
    """All filters of the archive, over entries and their periods."""

    q = filter_of(Search, _("Name, place, word"))
    kind = filter_of(Choices, _("Restriction"), known=lambda: country().kinds)
    kinds_all = filter_of(Choices, _("All of these restrictions"), known=lambda: country().kinds)
    state = filter_of(Choices, _("State on the day"), known=lambda: LISTED_STATES)
    on = filter_of(AsOfDay, _("Day"))
    known = filter_of(AsOfDay, _("As known on"))
    as_of = filter_of(MomentField, _("As it stood at the moment"))
    reading = filter_of(Choice, _("Presumed"), known=lambda: country().readings)
    standing = filter_of(Choices, _("Standing"), known=lambda: STANDINGS)
    covers = filter_of(Choices, _("What a ban covers"), known=lambda: country().ban_scopes, or_none=True)
    ended_by = filter_of(Choices, _("How it ended"), known=lambda: country().words("ended-by"), or_none=True)
    ends_from = filter_of(Day, _("Last day from"))
    ends_until = filter_of(Day, _("Last day until"))
    ends_within = filter_of(Number, _("Last day within days"), least=0, most=LONGEST_WITHIN)
    region = filter_of(Choices, _("Region"), known=lambda: country().regions, or_none=True)
    court = filter_of(Tokens, _("Court"))
    court_region = filter_of(Choices, _("Region of the court"), known=lambda: country().regions, or_none=True)
    article = filter_of(Tokens, _("Article"))
    offence = filter_of(Choices, _("Offence group"), known=lambda: country().words("offences"), or_none=True)
    penalty = filter_of(Choices, _("Main penalty"), known=lambda: country().main_penalties, or_none=True)
    year = filter_of(Tokens, _("Year of the verdict"))
    charge_outcome = filter_of(
        Choices, _("Outcome of a charge"), known=lambda: country().words("outcomes"), or_none=True
    )
    judge = filter_of(NameTokens, _("Judge"))
    trial = filter_of(Tokens, _("Trial"))
    gender = filter_of(Choices, _("Gender"), known=lambda: country().words("genders"), or_none=True)
    occupation = filter_of(Tokens, _("Occupation"))
    tag = filter_of(Tokens, _("Subject"))
    recognised = filter_of(Tokens, _("Recognised as"))
    language = filter_of(Choices, _("Language of the text"), known=lambda: country().words("languages"), or_none=True)
    publisher = filter_of(NameTokens, _("Publisher of a source"))
    year_from = filter_of(Number, _("Verdict from"), least=1900, most=2199)
    year_to = filter_of(Number, _("Verdict to"), least=1900, most=2199)
    burden_min = filter_of(Duration, _("In all at least"))
    total_from = filter_of(Day, _("Everything ends from"))
    total_until = filter_of(Day, _("Everything ends until"))
    verified_since = filter_of(Day, _("Checked since"))
    changed_since = filter_of(Day, _("Changed since"))
    sort = filter_of(Choice, _("Order"), known=lambda: SORTS)
    page = filter_of(Number, _("Page"), least=1, most=MOST_PAGES)

    class Meta:
        model = Entry
        fields: list[str] = []
        form = StrictForm

    def __init__(
        self,
        data: Parameters,
        queryset: QuerySet[Entry] | None = None,
        *,
        today: date,
        ignored: Collection[str] = (),
        without: Collection[str] = (),
    ) -> None:
        """``ignored``: parameters of the page that are no filters; ``without``: filters that make no sense there."""
        super().__init__(data, queryset=queryset)
        self.only_contradicts = False
        self.today, self.ignored, self.without = today, set(ignored), set(without)

    @classmethod
    @cache
    def get_form_class(cls) -> type[StrictForm]:
        """One form class for all requests, as its fields are."""
        fields = {name: chosen.field for name, chosen in cls.base_filters.items()}
        form_class: type[StrictForm] = type("CaseForm", (StrictForm,), fields)
        form_class.base_fields = SharedByName(form_class.base_fields)
        return form_class

    def problems(self) -> dict[str, list[str]]:
        """What is wrong, by parameter; empty if nothing is. Wrong is also a word that no case ever had.

        ``only_contradicts`` says afterwards whether each value is well written, and would be good at another time, in
        a larger archive, or without the others.
        """
        problems = {name: [str(message) for message in messages] for name, messages in self.form.errors.items()}
        codes = {error.code for errors in self.form.errors.as_data().values() for error in errors}
        known = (set(self.filters) - self.without) | self.ignored
        unknown = [name for name in self.data if name not in known]
        for name in unknown[:10]:
            problems[quoted(name)[1:-1]] = [str(_("There is no filter of this name."))]
        chosen = self.form.cleaned_data
        if chosen.get("known") and chosen["known"] > self.today:
            problems["known"] = [str(_("This day has not come yet."))]
            codes.add(CONTRADICTION)
        if chosen.get("as_of") and chosen["as_of"] > timezone.now():
            problems["as_of"] = [str(_("This moment has not come yet."))]
            codes.add(CONTRADICTION)
        self.only_contradicts = not unknown and codes == {CONTRADICTION}
        if problems:
            return problems
        for name, field in self.form.fields.items():
            words = self.form.cleaned_data[name] if isinstance(field, Tokens) else ()
            facet = self.index.facets.get(name.removesuffix(EXCLUDED), {})
            unheard = [word for word in words if word not in facet and word != NOT_RECORDED]
            if name.removesuffix(EXCLUDED) == "year":  # a year without a verdict is no mistake: it counts none
                unheard = [word for word in unheard if not re.fullmatch("(19|20|21)[0-9]{2}", word)]
            if unheard:
                message = _("No case of this archive has %(value)s here.")
                problems[name] = [str(message % {"value": quoted(unheard[-1])})]
                self.only_contradicts = True
        return problems

    def selection(self) -> Selection:
        """What was chosen; only when there are no problems."""
        given = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", ())}
        excluded = {name: value for name, value in given.items() if name.endswith(EXCLUDED)}
        chosen = {name: value for name, value in given.items() if name not in excluded}
        return Selection(**{"today": self.today, "on": self.today, "excluded": excluded, **chosen})

    @cached_property
    def chosen(self) -> Chosen:
        """The selection, answered from the index as it stands; only when there are no problems."""
        return choose(self.selection(), self.index)

    @cached_property
    def index(self) -> Columns:
        """The index as it stands: one version for all that these filters are asked. One query."""
        return columns()

    @cached_property
    def page_editions(self) -> list[int]:
        """The editions on the page that was asked for, in order."""
        start = self.chosen.selection.start
        return [int(edition) for edition in self.chosen.ordered(active_language())[start : start + PAGE.get()]]

    def filter_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """The entries of the page that was asked for, in no order: ``page_editions`` has the order."""
        return queryset.filter(edition__in=self.page_editions)


def leaving_out(name: str) -> SharedFilter:
    """The filter that leaves out the cases which another one finds."""
    of_values = CaseFilter.base_filters[name]
    return filter_of(of_values.field_class, format_lazy("{} {}", _("Not:"), of_values.label), **of_values.extra)


CaseFilter.base_filters = SharedByName(
    {**CaseFilter.base_filters, **{f"{name}{EXCLUDED}": leaving_out(name) for name in EXCLUDABLE}}
)
