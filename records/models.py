"""What cases and people share: sources and who published them, courts, trials."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.audit import audited
from records.fields import PartialDateField, TextOrNull, TranslatedField, WordField
from records.ids import archive_slug, slug_check
from records.languages import localized_str
from records.lists import LinesField
from records.serial import ArchiveRow, Nested, Serial

NAME_LENGTH, TITLE_LENGTH, TEXT_LENGTH = 200, 400, 10_000


def bare_names(name: str) -> dict[str, str]:
    """What is shown for a word of the file that nobody has named."""
    return {"en": name.replace("-", " ") if name.islower() else name}


class Named(ArchiveRow):
    """Something that the archive file names by a plain text and pages name in three languages.

    `name` is the text of the file and never changes with the language; the aliases help to find it.
    """

    serial = Serial(id="name")

    name = models.CharField(_("name in the archive file"), max_length=NAME_LENGTH, unique=True)
    names = TranslatedField(_("names"), max_length=NAME_LENGTH)
    aliases = LinesField(verbose_name=_("other names, one a line"), line_length=NAME_LENGTH)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return localized_str(self.names) or self.name

    @classmethod
    def called(cls, name: str) -> Self:
        """The row of that name, created with the English name alone if the archive lacks it."""
        return cls._default_manager.get_or_create(name=name, defaults={"names": bare_names(name)})[0]

    @property
    def is_bare(self) -> bool:
        """Whether nobody has named it yet: it only stands in a case or a person."""
        return self.names == bare_names(self.name) and not self.aliases


@audited
class Publisher(Named):
    """Who published sources: a newspaper, a court, an organisation."""

    class Meta(Named.Meta):
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")


@audited
class Source(ArchiveRow):
    """One page, document or book that facts stand on."""

    serial = Serial(id="slug", nested={"kind": [Nested("paper")]})

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60, any_order=True)
    title = TextOrNull(_("title"), max_length=TITLE_LENGTH)
    publisher = models.ForeignKey(
        Publisher,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("publisher"),
    )
    group = TextOrNull(
        _("counts as one with"),
        max_length=NAME_LENGTH,
        help_text=_("Publishers under one word here count as one source, such as “rferl”."),
    )
    url = TextOrNull(_("address"), max_length=2000)
    archived_url = TextOrNull(_("address of an archived copy"), max_length=2000)
    published = PartialDateField(_("published"))
    accessed = PartialDateField(_("read on"))
    language = TextOrNull(_("language"), max_length=10)
    kind = WordField("sources", _("kind"), null=False, blank=False)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]
        constraints = [slug_check("source_id_pattern")]

    def __str__(self) -> str:
        return ", ".join(part for part in (str(self.publisher or ""), self.title or self.slug) if part)


@audited
class Paper(ArchiveRow):
    """The paper behind a source, such as a verdict, as a PDF: for the desk, or for readers too.

    `sha256` finds the file as it came. What readers get is another file: made anew, without metadata.
    """

    serial = Serial(
        only={"public_sha256": "sha256", "public_size": "bytes", "pages": "pages", "places": "places"},
        shown={"is_public": True},
        hidden={"is_public": False, "public_sha256": "", "public_size": None},
    )

    source = models.OneToOneField(Source, models.CASCADE, related_name="paper")
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), null=True)
    pages = models.PositiveIntegerField(_("pages"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"), null=True)
    findings = models.JSONField(_("what was found in it"), default=list)
    places = TranslatedField(
        _("where in it"), max_length=TITLE_LENGTH, help_text=_("What stands on which page: “the sentence: page 12”.")
    )
    is_public = models.BooleanField(_("readers may have it"), default=False)
    public_sha256 = models.CharField(_("SHA-256 of the public file"), max_length=64, blank=True)
    public_size = models.PositiveBigIntegerField(_("bytes of the public file"), null=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_public=False) | models.Q(public_sha256__regex=r"^[0-9a-f]{64}$"),
                name="public_paper_has_a_public_file",
                violation_error_message=_("A public paper needs a file made for readers."),
            )
        ]

    def __str__(self) -> str:
        return str(_("Paper"))


@audited
class Court(ArchiveRow):
    """A court that decided."""

    serial = Serial(id="slug", inside=["aliases"])

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60, any_order=True)
    names = TranslatedField(_("names"), max_length=NAME_LENGTH, blank=False)
    aliases = LinesField(verbose_name=_("other names, one a line"), line_length=NAME_LENGTH)
    region = WordField("regions", _("region"))

    class Meta:
        verbose_name = _("court")
        verbose_name_plural = _("courts")
        ordering = ["slug"]
        constraints = [slug_check("court_id_pattern")]

    def __str__(self) -> str:
        return localized_str(self.names) or self.slug


@audited
class Trial(ArchiveRow):
    """One trial of several people, each with a case of their own."""

    serial = Serial(id="slug", inside=["aliases"])

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60, any_order=True)
    title = TranslatedField(_("title"), max_length=TITLE_LENGTH)
    aliases = LinesField(verbose_name=_("other names, one a line"), line_length=NAME_LENGTH)

    class Meta:
        verbose_name = _("trial")
        verbose_name_plural = _("trials")
        ordering = ["slug"]
        constraints = [slug_check("trial_id_pattern")]

    def __str__(self) -> str:
        return localized_str(self.title) or self.slug


class Citation(models.Model):
    """A source behind a fact, or behind one field of it.

    `fact` names the fact inside its owner, such as ``verdict:v1``, or is empty for the owner itself;
    `field` is empty when the source carries the fact as a whole.
    """

    fact = models.CharField(_("fact"), max_length=90, blank=True)
    field = models.CharField(_("field"), max_length=40, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, to_field="slug", related_name="+", verbose_name=_("source"))

    class Meta:
        abstract = True
        ordering = ["fact", "field", "source"]

    def __str__(self) -> str:
        return " ".join(part for part in (self.fact, self.field, self.source_id) if part)


class Note(models.Model):
    """What only the desk may read about something. Never part of a record or a document."""

    notes = models.TextField(_("notes"), blank=True)
    risk = models.TextField(_("risk to the person or a source"), blank=True)
    contact_consent = models.TextField(_("consent to contact"), blank=True)

    class Meta:
        abstract = True
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")

    def __str__(self) -> str:
        return str(_("Internal note"))
