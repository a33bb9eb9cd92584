"""What every paper begins with: whose case it is, and which paper."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case, Inclusion
from desk.intake.draft import Draft, RowInvalid, chosen_row
from desk.intake.fields import ModelLookupField, NewRow, case_id_field, find_trials, person_field, source_field
from desk.intake.making import free_id, is_taken, latin
from desk.intake.parts import DocumentPart, field_of
from desk.intake.sources import slug_of
from desk.models import DraftOwner
from people.models import Person, PersonCitation
from records.models import Publisher, Source, Trial

ARTICLE = {
    False: {"en": "article {0}", "ru": "статья {0}", "kk": "{0}-бап"},
    True: {"en": "article {0}({1})", "ru": "статья {0}, часть {1}", "kk": "{0}-бап, {1}-бөлік"},
}
"""An article in a title: of the row's own languages, not of the editor's."""


class NewCaseForm(DocumentPart):
    """The case that the paper begins."""

    prefix = "begun"
    title = gettext_lazy("Whose case")
    person = person_field(
        may_add=True,
        label=gettext_lazy("Person"),
        help_text=gettext_lazy("A name in any spelling, a part of it, or the id."),
    )
    criterion = field_of(Inclusion, "criterion", label=gettext_lazy("Why the case belongs here"), required=False)
    trial = ModelLookupField(
        find_trials,
        "trials",
        may_add=True,
        label=gettext_lazy("Trial"),
        required=False,
        help_text=gettext_lazy("Only where several people stood trial together."),
    )
    slug = case_id_field(
        label=gettext_lazy("Id of the case"),
        help_text=gettext_lazy("Empty: the name and the verdict's year, such as bokai-2016."),
    )

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if slug and is_taken(slug):
            raise forms.ValidationError(_("Another case has or had this id."))
        return slug

    def save(self, user: User, year: str) -> Case:
        """Makes the new draft, begun by the account, and whom and what it is about. Raises RowInvalid."""
        person = chosen_row(self, "person", Person, user)
        trial = chosen_row(self, "trial", Trial, user)
        slug = self.cleaned_data["slug"] or free_id(f"{person.slug.rpartition('-')[2]}-{year}", is_taken)
        case = Case.objects.create(slug=slug, person=person, trial=trial)
        DraftOwner.remember(case, user)
        return case

    def write(self, draft: Draft) -> None:
        """The reason for inclusion and a new person cite the paper, and the case gets a title to begin with."""
        if isinstance(self.cleaned_data["person"], NewRow):
            PersonCitation.objects.get_or_create(person=draft.case.person, fact="", field="", source=draft.source)
        if criterion := self.cleaned_data["criterion"]:
            draft.add(self, Inclusion, "", criterion=criterion)
        draft.case.title = proposed_title(draft.case)


def proposed_title(case: Case) -> dict[str, str]:
    """The person, the article, the court, in each language that the person has a name in."""
    verdict = case.verdicts.exclude(instance="appeal").select_related("court").first()
    charge = case.charges.filter(outcome="convicted").first()
    titles = {}
    for language, name in case.person.names.items():
        pieces = [ARTICLE[bool(charge.part)][language].format(charge.article, charge.part)] if charge else []
        pieces += (
            [verdict.court.names[language]] if verdict and verdict.court and language in verdict.court.names else []
        )
        titles[language] = f"{name}: {', '.join(pieces)}" if pieces else name
    return titles


class SourceForm(DocumentPart):
    """The source that every fact of the paper cites: one that the archive has, or a new one."""

    prefix = "source"
    title = gettext_lazy("The paper as a source")
    source = source_field(
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

    def __init__(self, *args: Any, names_itself: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_itself = names_itself

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_named = self.names_itself and cleaned.get("kind") == "court"
        new = [name for name in ("url", "title_") if cleaned.get(name)]
        if cleaned.get("source") and new:
            self.add_error("source", _("Either a source that is there, or a new one: empty one of the two."))
        elif not (cleaned.get("source") or new or is_named or self.errors):
            self.add_error("source", _("Which paper is it? Choose a source, or give an address or a title."))
        elif new and not cleaned.get("kind"):
            self.add_error("kind", _("Choose what kind of source it is."))
        return cleaned

    def save(self, user: User, title: str) -> Source:
        """Returns the source, made if the archive lacks it, by this title if it has none. Raises RowInvalid."""
        chosen: Any = self.cleaned_data["source"]
        url = self.cleaned_data["url"]
        if chosen is None and url:
            field = self.fields["source"]
            assert isinstance(field, ModelLookupField)
            chosen = next(iter(field.seen(list(Source.objects.filter(url=url)))), None)
        return chosen or self.create(user, title)

    def create(self, user: User, title: str) -> Source:
        """Makes a new source of what was typed. Raises RowInvalid."""
        values = {name: self.cleaned_data[name] or None for name in ("url", "published", "language", "kind")}
        row = Source(**values)
        row.title = self.cleaned_data["title_"] or title or None  # the model says what is wrong with none
        publisher = " ".join(self.cleaned_data["publisher"].split())
        row.publisher = Publisher.called(publisher) if publisher else None
        row.slug = free_id(self.suggested_id(row.title or ""), lambda slug: Source.objects.filter(slug=slug).exists())
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

    def suggested_id(self, title: str) -> str:
        """Makes an id from the address, else from publisher, year and title."""
        published = self.cleaned_data["published"] or ""
        if self.cleaned_data["url"]:
            return slug_of(published, self.cleaned_data["url"])
        words = latin(f"{self.cleaned_data['publisher']} {published[:4]} {title}")
        return words[:60].strip("-") if len(words) >= 3 else f"paper-{published[:4] or 'undated'}"
