"""Choosing by search, without a query for each box: labels come with the form."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

if TYPE_CHECKING:
    _Base = AutocompleteSelect
else:
    _Base = object

SOONER = 80  # milliseconds after the last key


class LabelledAutocomplete(_Base):
    """A search box that shows what is chosen by `labels`; unknown values show as themselves."""

    labels: Mapping[str, str] = {}
    offered: Mapping[str, str] = {}
    """What may be chosen without scripts, which cannot search."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Asks sooner than the admin's own: a case cites a hundred times."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-ajax--delay": SOONER}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        chosen = [str(key) for key in value if key]
        choices = [(key, self.labels.get(key, key), True) for key in chosen]
        choices += [(key, label, False) for key, label in self.offered.items() if key not in chosen]
        if not self.is_required and not self.allow_multiple_selected:
            choices = [("", "", not chosen), *choices]
        options = [self.create_option(name, *choice, index) for index, choice in enumerate(choices)]
        return [(None, options, 0)]


class TolerantAutocomplete(_Base):
    """A search box of the admin's own that does not break on a value that is no row's key."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        if any("\0" in str(key) for key in value):  # PostgreSQL cannot even be asked for it
            value = []
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


def inner_widget(field: forms.Field) -> forms.Widget:
    """The box itself, also where the admin wraps it with its links."""
    box = getattr(field.widget, "widget", field.widget)
    assert isinstance(box, forms.Widget)
    return box
