"""Case: one verdict and what follows from it, against one person."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.querysets import CaseQuerySet
from people.models import Person
from records.audit import audited, audited_links
from records.citations import sources_by_fact
from records.fields import TranslatedField
from records.ids import archive_slug, slug_check
from records.lists import LinesField
from records.models import NAME_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Citation, Named, Note, Trial, in_language

Record = dict[str, Any]


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


@audited
class Case(models.Model):
    """The editors' working copy of one case. Its facts stand in rows of their own."""

    slug = archive_slug()
    former_ids = LinesField(verbose_name=_("former ids"), line_length=60)
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
        return in_language(self.title) or self.slug

    def as_record(self, restrictions: Sequence[Record] = (), claims: Sequence[Record] = ()) -> Record:
        """The case as the archive file writes it, with the records of its restrictions and claims.

        No query after `whole()`.
        """
        cited = sources_by_fact(self.citations.all())
        return {
            "id": self.slug,
            "former_ids": sorted(self.former_ids),
            "person": self.person_id,
            "status": self.status,
            "missing": self.missing,
            "title": self.title,
            "summary": self.summary,
            "tags": sorted(tag.name for tag in self.tags.all()),
            "trial": self.trial_id,
            "inclusion": [row.as_record(cited) for row in self.inclusion.all()],
            "prior": [row.as_record(cited) for row in self.prior.all()],
            "charges": [row.as_record(cited) for row in self.charges.all()],
            "custody": [row.as_record(cited, self._bases(row.slug)) for row in self.custody.all()],
            "verdicts": [row.as_record(cited) for row in self.verdicts.all()],
            "restrictions": list(restrictions),
            "events": [row.as_record(cited) for row in self.events.all()],
            "claims": list(claims),
            "testimonies": [row.as_record(cited) for row in self.testimonies.all()],
            "searched": self.searched and self.searched.isoformat(),
            "verified": self.verified and self.verified.isoformat(),
            "withheld": sorted(self.withheld),
        }

    def _bases(self, custody: str) -> list[Any]:
        return [basis for basis in self.bases.all() if basis.custody == custody]


@audited
class CaseCitation(Citation):
    """A source behind one fact of a case; `fact` is `Fact.fact`, such as ``verdict:v1``."""

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


@audited
class CaseNote(Note):
    """What only the desk may read about a case."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="note")


@audited_links
class CaseTag(Case.tags.through):
    """A case's tag, as the audit sees it."""

    class Meta:
        proxy = True
