"""What every paper begins with: whose case it is, and which paper."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from desk.intake.copying import is_taken
from desk.intake.draft import RowInvalid
from desk.intake.fields import ModelLookupField, find_people, find_sources
from desk.intake.parts import DocumentPart, field_of
from desk.intake.sources import slug_of
from desk.models import DraftOwner
from records.ids import ARCHIVE_ID
from records.models import Publisher, Source

LONGEST = 60


class NewCaseForm(DocumentPart):
    """The case that the paper begins."""

    prefix = "begun"
    title = gettext_lazy("Whose case")
    person = ModelLookupField(
        find_people,
        "people",
        label=gettext_lazy("Person"),
        help_text=gettext_lazy("A name in any spelling, or the id. Who is new to the archive is entered first."),
    )
    slug = forms.RegexField(
        ARCHIVE_ID,
        label=gettext_lazy("Id of the case"),
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy("Empty: the name and the verdict's year, such as bokai-2016."),
    )

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if slug and is_taken(slug):
            raise forms.ValidationError(_("Another case has or had this id."))
        return slug

    def save(self, user: User, year: str) -> Case:
        """Makes the new draft, begun by the account."""
        person = self.cleaned_data["person"]
        slug = self.cleaned_data["slug"] or free_id(f"{person.slug.rpartition('-')[2]}-{year}", is_taken)
        case = Case.objects.create(slug=slug, person=person)
        DraftOwner.remember(case, user)
        return case


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The wanted id, with a number behind it where another has it."""
    slug, number = wanted[:LONGEST], 2
    while is_taken(slug):
        slug, number = f"{wanted[: LONGEST - 4]}-{number}", number + 1
    return slug


class SourceForm(DocumentPart):
    """The source that every fact of the paper cites: one that the archive has, or a new one."""

    prefix = "source"
    title = gettext_lazy("The paper as a source")
    source = ModelLookupField(
        find_sources,
        "sources",
        label=gettext_lazy("In the archive already"),
        required=False,
        help_text=gettext_lazy("Its id, address, or words of its title. Otherwise fill in what follows."),
    )
    url = forms.URLField(label=gettext_lazy("Address"), max_length=2000, required=False, assume_scheme="https")
    title_ = field_of(Source, "title", label=gettext_lazy("Title"))
    publisher = forms.CharField(
        label=gettext_lazy("Publisher, or the court"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"list": "publishers", "size": 50}),
    )
    published = field_of(Source, "published")
    language = field_of(Source, "language", help_text=gettext_lazy("kk, ru, en"))
    kind = field_of(Source, "kind", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        new = [name for name in ("url", "title_") if cleaned.get(name)]
        if cleaned.get("source") and new:
            self.add_error("source", _("Either a source that is there, or a new one: empty one of the two."))
        elif not cleaned.get("source") and not new and not self.errors:
            self.add_error("source", _("Which paper is it? Choose a source, or give an address or a title."))
        elif new and not cleaned.get("kind"):
            self.add_error("kind", _("Choose what kind of source it is."))
        return cleaned

    def save(self, user: User) -> Source:
        """Returns the source, made if the archive lacks it. Raises RowInvalid."""
        chosen: Any = self.cleaned_data["source"]
        url = self.cleaned_data["url"]
        if chosen is None and url:
            field = self.fields["source"]
            assert isinstance(field, ModelLookupField)
            chosen = next(iter(field.seen(list(Source.objects.filter(url=url)))), None)
        return chosen or self.create(user)

    def create(self, user: User) -> Source:
        """Makes a new source of what was typed. Raises RowInvalid."""
        values = {name: self.cleaned_data[name] or None for name in ("url", "published", "language", "kind")}
        row = Source(**values)
        row.title = self.cleaned_data["title_"] or None  # the model says what is wrong with none
        publisher = " ".join(self.cleaned_data["publisher"].split())
        row.publisher = Publisher.called(publisher) if publisher else None
        row.slug = free_id(self.suggested_id(), lambda slug: Source.objects.filter(slug=slug).exists())
        try:
            row.full_clean()
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                name = {"title": "title_"}.get(field, field)
                self.add_error(name if name in self.fields else None, messages)
            raise RowInvalid from error
        row.save()
        DraftOwner.remember(row, user)
        return row

    def suggested_id(self) -> str:
        """Makes an id from the address, else from publisher, year and title."""
        published = self.cleaned_data["published"] or ""
        if self.cleaned_data["url"]:
            return slug_of(published, self.cleaned_data["url"])
        words = slugify(f"{self.cleaned_data['publisher']} {published[:4]} {self.cleaned_data['title_']}")
        return words[:LONGEST].strip("-") if len(words) >= 3 else f"paper-{published[:4] or 'undated'}"
