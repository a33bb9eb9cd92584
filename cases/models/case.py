"""Case: one verdict and what follows from it, against one person."""

from collections.abc import Collection

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from people.models import Person
from records.audit import audited, audited_links, audited_note
from records.fields import TranslatedField
from records.ids import archive_slug, slug_check
from records.languages import localized_str
from records.lists import LinesField
from records.models import NAME_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Citation, Named, Note, Trial
from records.serial import ArchiveRow, Nested, Serial

ENTRIES = (
    *("inclusion", "prior", "charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies"),
)
"""What a case consists of, in the order of the archive file. Restrictions and claims are `restrictions`' affair."""


@audited
class Tag(Named):
    """A word that gathers cases; `name` is the word of the archive file."""

    class Meta(Named.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class Status(models.TextChoices):
    """Whether the rows were published as they stand; what readers see are editions."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases by what has become of their rows."""

    def drafts(self) -> "CaseQuerySet":
        """Those whose rows say something that was never published."""
        return self.filter(status=Status.DRAFT)

    def as_published(self) -> "CaseQuerySet":
        """Those whose rows were published as they stand."""
        return self.filter(status=Status.PUBLISHED)

    def mark_published(self) -> None:
        """Says of all these cases that readers see what their rows say."""
        self.exclude(status=Status.PUBLISHED).update(status=Status.PUBLISHED)

    def mark_withdrawn(self) -> None:
        """Says of all these cases that readers see nothing of what their rows say."""
        self.update(status=Status.DRAFT)


@audited
class Case(ArchiveRow):
    """The editors' working copy of one case. Its facts stand in rows of their own."""

    serial = Serial(id="slug", nested={"trial": [Nested(key) for key in ENTRIES]})

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60, any_order=True)
    person = models.ForeignKey(Person, models.PROTECT, to_field="slug", related_name="cases", verbose_name=_("person"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    missing = LinesField(
        verbose_name=_("what is missing"),
        line_length=NAME_LENGTH,
        help_text=_("One a line: facts that would settle the dates."),
    )
    title = TranslatedField(_("title"), max_length=TITLE_LENGTH)
    summary = TranslatedField(_("summary"), max_length=TEXT_LENGTH)
    tags = models.ManyToManyField(Tag, blank=True, related_name="cases", verbose_name=_("tags"))
    trial = models.ForeignKey(
        Trial,
        models.PROTECT,
        to_field="slug",
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("trial"),
        help_text=_("Only where several people stood trial together."),
    )
    searched = models.DateField(_("searched for news on"), null=True, blank=True)
    verified = models.DateField(_("verified on"), null=True, blank=True)
    withheld = LinesField(
        verbose_name=_("withheld"),
        line_length=101,
        any_order=True,
        help_text=_("One a line: keys that are not shown, such as testimonies or person.born."),
    )
    version = models.PositiveIntegerField(_("version of the rows"), default=1, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["slug"]
        constraints = [
            slug_check("case_id_pattern"),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values),
                name="case_status_known",
                violation_error_message=_("A case is a draft or published."),
            ),
        ]

    def __str__(self) -> str:
        return localized_str(self.title) or self.slug

    def mark_changed(self) -> None:
        """Makes the case a draft, a version later. Whoever calls this saves the case in the same transaction."""
        self._count_version(self._locked())
        self.status = Status.DRAFT

    @transaction.atomic
    def withhold(self, keys: Collection[str]) -> None:
        """Keeps what `keys` name out of all editions to come; what somebody else saved meanwhile stays."""
        stored = self._locked()
        self.withheld = sorted({*stored.withheld, *keys})
        self._count_version(stored)
        self.save(update_fields=["withheld", "version"])

    def _locked(self) -> "Case":
        """The case as it is stored; nobody else saves it until the transaction ends."""
        return Case.objects.select_for_update().get(pk=self.pk)

    def _count_version(self, stored: "Case") -> None:
        """The one place where a version is counted: from the stored one, so that no two saves share a number."""
        self.version = stored.version + 1


@audited
class CaseCitation(Citation):
    """A source behind one fact of a case; `fact` is `CaseFact.fact`, such as ``verdict:v1``."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="citations")

    class Meta(Citation.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "fact", "field", "source"],
                name="case_citation_once",
                violation_error_message=_("This source is already cited there."),
            )
        ]


@audited_note
class CaseNote(Note):
    """What only the desk may read about a case."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="note")


@audited_links
class CaseTag(Case.tags.through):  # type: ignore[misc, name-defined]  # Django makes it
    """A case's tag, as the audit sees it."""

    class Meta:
        proxy = True
