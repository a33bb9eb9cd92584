"""Person: names in every script, occupations, recognitions."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.spellings import NamesKeys, SpellingKeys
from records import words
from records.audit import audited, audited_links, audited_note
from records.fields import PartialDateField, TextOrNull, TranslatedField, WordField
from records.ids import archive_slug, slug_check
from records.languages import localized_str
from records.lists import LinesField
from records.models import NAME_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Citation, Named, Note
from records.serial import ArchiveRow, Nested, Serial


@audited
class Occupation(Named):
    """What people did for a living or in public; `name` is the word of the archive file."""

    class Meta(Named.Meta):
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")


@audited
class Recogniser(Named):
    """An organisation that recognises political prisoners."""

    class Meta(Named.Meta):
        verbose_name = _("recognising organisation")
        verbose_name_plural = _("recognising organisations")


@audited
class Person(ArchiveRow):
    """A person of the archive."""

    fact = ""
    """The name under which citations speak of the person as a whole."""
    serial = Serial(
        id="slug", nested={"names": [Nested("other_names")], "about": [Nested("recognitions"), Nested("portrait")]}
    )

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60, any_order=True)
    names = TranslatedField(_("names"), max_length=NAME_LENGTH, blank=False)
    gender = WordField("genders", _("gender"))
    born = PartialDateField(_("born"))
    died = PartialDateField(_("died"))
    city = TranslatedField(_("city"), max_length=TITLE_LENGTH)
    region = WordField("regions", _("region"))
    occupations = models.ManyToManyField(Occupation, blank=True, related_name="people", verbose_name=_("occupations"))
    about = TranslatedField(_("about the person"), max_length=TEXT_LENGTH)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["slug"]
        constraints = [slug_check("person_id_pattern")]
        indexes = [GinIndex(NamesKeys("names"), name="person_by_spelling")]

    def __str__(self) -> str:
        return localized_str(self.names) or self.slug


@audited
class OtherName(ArchiveRow):
    """Another spelling, an earlier name or a pseudonym."""

    serial = Serial(inside=["position"])

    person = models.ForeignKey(Person, models.CASCADE, related_name="other_names")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    language = TextOrNull(_("language"), max_length=3)
    kind = WordField("name-kinds", _("kind"), null=False, blank=False, default="variant")

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["position", "pk"]
        indexes = [GinIndex(SpellingKeys("name"), name="other_name_by_spelling")]

    def __str__(self) -> str:
        return self.name


@audited
class Recognition(ArchiveRow):
    """A named organisation calls the person, say, a political prisoner.

    `slug` is what citations speak of; the archive file does not show it.
    """

    word = "recognition"
    serial = Serial(keys={"kind": "as"}, inside=["slug", "position"])

    person = models.ForeignKey(Person, models.CASCADE, related_name="recognitions")
    slug = models.SlugField(_("id"), max_length=60, db_index=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    by = models.ForeignKey(Recogniser, models.PROTECT, related_name="recognitions", verbose_name=_("by"))
    kind = WordField("recognitions", _("as"), null=False, blank=False, max_length=60)
    date = PartialDateField(_("date"))

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "slug"],
                name="recognition_id_once_per_person",
                violation_error_message=_("This person has another recognition with that id."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {words.label(self.kind, 'recognitions')}"

    @property
    def fact(self) -> str:
        """The name under which citations speak of it."""
        return f"{self.word}:{self.slug}"


@audited
class Portrait(ArchiveRow):
    """A picture of the person. Its files lie in `records.stored`; what the desk took in was made anew there.

    `renditions` are as the archive file writes them: sha256, type, width, height, bytes.
    """

    fact = "portrait"
    """The name under which citations speak of it."""
    serial = Serial()

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")
    renditions = models.JSONField(_("files"))
    alt = TranslatedField(
        _("what it shows"),
        max_length=TITLE_LENGTH,
        help_text=_("For readers who cannot see it: who, what of them, nothing that the picture does not show."),
    )
    credit = TranslatedField(_("credit"), max_length=NAME_LENGTH, help_text=_("Who made it, for whom: “Vlast / N. N.”"))
    licence = models.CharField(_("licence"), max_length=20, blank=True)
    terms = TranslatedField(
        _("terms"), max_length=TITLE_LENGTH, help_text=_("What exactly was allowed, where the licence is no known one.")
    )

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self) -> str:
        return str(_("Portrait"))


@audited
class PersonCitation(Citation):
    """A source behind the person or behind one recognition."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="citations")

    class Meta(Citation.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "fact", "field", "source"],
                name="person_citation_once",
                violation_error_message=_("This source is already cited there."),
            )
        ]


@audited_note
class PersonNote(Note):
    """What only the desk may read about a person."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="note")


@audited_links
class PersonOccupation(Person.occupations.through):  # type: ignore[misc, name-defined]  # Django makes it
    """What a person did, as the audit sees it."""

    class Meta:
        proxy = True
