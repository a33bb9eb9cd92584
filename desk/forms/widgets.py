"""Choosing by search, without a query for each box: labels come with the form."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

SOONER = 80  # milliseconds after the last key


class LabelledAutocomplete:
    """A search box that shows what is chosen by `labels`; unknown values show as themselves."""

    labels: Mapping[str, str] = {}

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """As the admin's, but asking sooner: a case cites a hundred times."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-ajax--delay": SOONER}

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        chosen = [str(one) for one in value if one]
        shown = [(one, self.labels.get(one, one), True) for one in chosen]
        if not self.is_required and not self.allow_multiple_selected:
            shown = [("", "", not chosen), *shown]
        options = [self.create_option(name, *option, index) for index, option in enumerate(shown)]
        return [(None, options, 0)]


class TolerantAutocomplete:
    """A search box of the admin's own that does not break on a value that is no row's key."""

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        try:
            return super().optgroups(name, value, attrs)
        except ValueError:
            return super().optgroups(name, [], attrs)


class TolerantAutocompleteSelect(TolerantAutocomplete, AutocompleteSelect):
    """One row by its number."""


class TolerantAutocompleteSelectMultiple(TolerantAutocomplete, AutocompleteSelectMultiple):
    """Several rows by their numbers."""


class LabelledAutocompleteSelect(LabelledAutocomplete, AutocompleteSelect):
    """One row, found by search."""


class LabelledAutocompleteSelectMultiple(LabelledAutocomplete, AutocompleteSelectMultiple):
    """Several rows, found by search."""


class SourcesField(forms.MultipleChoiceField):
    """Ids of sources; valid are those that have labels."""

    labels: Mapping[str, str] = {}

    def valid_value(self, value: Any) -> bool:
        return value in self.labels
