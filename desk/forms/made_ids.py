"""Ids made from names, where nobody types one."""

import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.intake.making import free_id, id_for, is_taken
from desk.intake.sources import slug_of
from people.models import Person
from records.languages import localized_str
from records.models import Source


class MadeIdForm(forms.ModelForm):
    """A row whose id may be left empty while it is new."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Empty: made from the name.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "slug" in self.fields and "slug" not in self.errors and not cleaned.get("slug"):
            if made := self.made_id(cleaned):
                cleaned["slug"] = made
            elif not self.errors:
                self.add_error("slug", _("Without a name no id can be made: type one."))
        return cleaned

    def made_id(self, cleaned: dict[str, Any]) -> str:
        """An id that is free, from the first of the row's names; empty if it has none."""
        names = cleaned.get("names") or cleaned.get("title") or ""
        name = localized_str(names, "en") if isinstance(names, dict) else names
        if self._meta.model is Source and cleaned.get("url"):
            name = slug_of(cleaned.get("published") or "", cleaned["url"])
        return id_for(self._meta.model, name) if name else ""


def case_id(person: Person, day: str) -> str:
    """A free id for a case: the last word of the person's id and the verdict's year, else this year."""
    year = re.search(r"(?:19|20)\d\d", day)
    return free_id(f"{person.slug.rpartition('-')[2]}-{year[0] if year else timezone.localdate().year}", is_taken)
