"""Editions: a chain that only grows. Texts stand apart, because a text may have to go."""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast

from editions.canonical import canonical, digest
from editions.reasons import SILENT

GENESIS = "0" * 64
"""What the first edition names as the hash of the edition before it."""

HEX_64 = r"^[0-9a-f]{64}$"
HEX_32 = r"^[0-9a-f]{32}$"


def person_of(content: str) -> KeyTextTransform:
    """The person's id in the document that the column `content` holds. Indexed."""
    return KeyTextTransform("id", KeyTransform("person", Cast(content, models.JSONField())))


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions in the order of the chain."""

    def of_case(self, case_id: str) -> "EditionQuerySet":
        return self.filter(case_id=case_id)

    def known_on(self, moment: datetime) -> "EditionQuerySet":
        """What had been published by `moment`."""
        return self.filter(published_at__lte=moment)

    def newest_per_case(self) -> "EditionQuerySet":
        """The last edition of each case, withdrawals included."""
        later = Edition.objects.filter(case_key=models.OuterRef("case_key"), number__gt=models.OuterRef("number"))
        return self.filter(~models.Exists(later))

    def current(self) -> "EditionQuerySet":
        """What is published now: the last edition of each case that is not withdrawn."""
        return self.newest_per_case().filter(kind=Edition.Kind.PUBLISHED)

    def silent(self) -> "EditionQuerySet":
        """The withdrawals, last of their case, of which nothing is said in public."""
        return self.newest_per_case().filter(kind=Edition.Kind.WITHDRAWN, reason=SILENT)

    def spoken_of(self) -> "EditionQuerySet":
        """All editions but those of cases that are withheld in silence."""
        return self.exclude(case_key__in=Edition.objects.silent().values("case_key"))

    def of_person(self, person_id: str) -> "EditionQuerySet":
        """Editions whose document is about this person."""
        return self.alias(person=person_of("text__content")).filter(person=person_id)

    def holding(self, subject: str, ids: Collection[str]) -> "EditionQuerySet":
        """Editions whose document holds any of these `people`, `sources`, `courts`, `trials`, `tags`."""
        if subject == "people":
            return self.alias(person=person_of("text__content")).filter(person__in=ids)
        document = Cast("text__content", models.JSONField())
        held = [Q(document__contains={subject: [{"id": id_}]}) for id_ in ids]
        return self.alias(document=document).filter(reduce(or_, held)) if held else self.none()

    def head(self) -> "Edition | None":
        return self.order_by("number").last()


class Edition(models.Model):
    """One publication of one case, or its withdrawal. No row of it ever changes.

    No foreign key leads to rows or users: an edition outlives both. `hash` covers every other field.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    number = models.PositiveBigIntegerField(primary_key=True)
    case_key = models.CharField(max_length=32)
    case_id = models.CharField(max_length=60)
    published_at = models.DateTimeField()
    reason = models.JSONField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    format = models.CharField(max_length=40, blank=True)
    rule_book = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["previous"],
                name="edition_chain_has_no_forks",
                violation_error_message="Another edition already follows that one: publish again.",
            ),
            models.UniqueConstraint(fields=["hash"], name="edition_hash_is_unique"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(previous__regex=HEX_64) & Q(hash__regex=HEX_64),
                name="edition_is_numbered_and_chained",
            ),
            models.CheckConstraint(condition=Q(case_key__regex=HEX_32), name="edition_has_a_case_key"),
            models.CheckConstraint(
                condition=Q(kind="published", digest__regex=HEX_64) | Q(kind="withdrawn", digest=""),
                name="edition_has_a_digest_if_published",
                violation_error_message="A published edition has a document's digest, a withdrawal has none.",
            ),
        )
        indexes = (
            models.Index(fields=["case_key", "-number"], name="edition_by_case_key"),
            models.Index(fields=["case_id", "-number"], name="edition_by_case_id"),
            models.Index(fields=["published_at"], name="edition_by_moment"),
        )

    def __str__(self) -> str:
        return f"{self.number} ({self.case_id})"

    def envelope(self) -> dict[str, Any]:
        """What `hash` covers, as a plain value."""
        return {
            "number": self.number,
            "case_key": self.case_key,
            "case_id": self.case_id,
            "published_at": moment_text(self.published_at),
            "reason": self.reason,
            "kind": self.kind,
            "format": self.format,
            "rule_book": self.rule_book,
            "digest": self.digest,
            "previous": self.previous,
        }

    def computed_hash(self) -> str:
        """The hash that the envelope's fields come to."""
        return digest(canonical(self.envelope()))


class EditionText(models.Model):
    """The document's canonical text. Replaced or deleted only together with an Erasure."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="text")
    content = models.TextField()

    class Meta:
        indexes = (models.Index(person_of("content"), name="edition_text_by_person"),)

    def __str__(self) -> str:
        return f"text of {self.edition_id}"

    @property
    def digest(self) -> str:
        return digest(self.content.encode())


class Erasure(models.Model):
    """A text was redacted or taken away: where, why and when. Never changes either.

    `digest` is that of the text that stands now, empty if none does.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="erasures")
    places = models.JSONField()
    reason = models.JSONField()
    erased_at = models.DateTimeField()
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=Q(digest="") | Q(digest__regex=HEX_64), name="erasure_has_a_digest_or_no_text"
            ),
        )

    def __str__(self) -> str:
        return f"erasure {self.number} of edition {self.edition_id}"


def moment_text(moment: datetime) -> str:
    """A moment as the chain and the exports write it: UTC, microseconds, `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
