"""The chain: entries that only grow in number. Texts stand apart, because a part of one may have to go."""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from editions.canonical import canonical, digest
from editions.reasons import SILENT

GENESIS = "0" * 64
"""What the first entry names as the hash of the entry before it."""

WHOLE = "document"
"""What an erasure names where the whole text went."""

HEX_64 = r"^[0-9a-f]{64}$"
HEX_32 = r"^[0-9a-f]{32}$"


class ChainEntryQuerySet(models.QuerySet["ChainEntry"]):
    """Entries in the order of the chain."""

    def head(self) -> "ChainEntry | None":
        return self.order_by("number").last()

    def erasures(self) -> "ChainEntryQuerySet":
        return self.filter(kind=ChainEntry.Kind.ERASED)


class ChainEntry(models.Model):
    """One thing that was done in public: a case published or withdrawn, a text erased, a day sealed. It never changes.

    No foreign key leads to rows or users: an entry outlives both. `hash` covers every other field but `case_id`, which
    goes when the text goes that it stands in. `key` is random and what readers cite; `version` counts the editions of a
    case. `digest` is a document's, or the root of a ledger. What only one kind says stands in `body`.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"
        ERASED = "erased"
        SEALED = "sealed"

    number = models.PositiveBigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=32)
    published_at = models.DateTimeField()
    case_key = models.CharField(max_length=32, blank=True)
    case_id = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(null=True)
    reason = models.JSONField(default=dict)
    format = models.CharField(max_length=40, blank=True)
    rule_book = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    body = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = ChainEntryQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["previous"],
                name="chain_has_no_forks",
                violation_error_message="Another entry already follows that one: publish again.",
            ),
            models.UniqueConstraint(fields=["hash"], name="chain_hash_is_unique"),
            models.UniqueConstraint(fields=["key"], name="chain_key_is_unique"),
            models.UniqueConstraint(fields=["case_key", "version"], name="chain_version_once_a_case"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(previous__regex=HEX_64) & Q(hash__regex=HEX_64) & Q(key__regex=HEX_32),
                name="chain_entry_is_numbered_and_chained",
            ),
            models.CheckConstraint(
                condition=Q(kind="sealed", case_key="") | ~Q(kind="sealed") & Q(case_key__regex=HEX_32),
                name="chain_entry_has_a_case_key",
            ),
            models.CheckConstraint(
                condition=Q(kind="published", digest__regex=HEX_64, version__gte=1, version__isnull=False, body={})
                | Q(kind="withdrawn", digest="", version__isnull=True, body={})
                | Q(kind="erased", digest="", version__isnull=True, body__has_keys=["erases", "places"])
                | Q(kind="sealed", digest__regex=HEX_64, version__isnull=True, body__has_keys=["day", "salt"]),
                name="chain_entry_says_what_its_kind_says",
                violation_error_message="An edition has a document's digest and a version, a withdrawal has neither.",
            ),
        )
        indexes = (
            models.Index(fields=["case_key", "-number"], name="chain_by_case_key"),
            models.Index(fields=["case_id", "-number"], name="chain_by_case_id"),
            models.Index(fields=["published_at"], name="chain_by_moment"),
            models.Index(KeyTextTransform("erases", "body"), name="chain_by_erased"),
        )

    def __str__(self) -> str:
        return f"{self.number} ({self.case_id or self.kind})"

    def envelope(self) -> dict[str, Any]:
        """What `hash` covers, as a plain value."""
        return {
            "number": self.number,
            "kind": self.kind,
            "key": self.key,
            "published_at": moment_text(self.published_at),
            "case_key": self.case_key,
            "version": self.version,
            "reason": self.reason,
            "format": self.format,
            "rule_book": self.rule_book,
            "digest": self.digest,
            "body": self.body,
            "previous": self.previous,
        }

    def computed_hash(self) -> str:
        """The hash that the envelope's fields come to."""
        return digest(canonical(self.envelope()))


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions and withdrawals in the order of the chain."""

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

    def public(self) -> "EditionQuerySet":
        """What readers can have or may know of: versions with a text, and open withdrawals."""
        with_text = Q(kind=ChainEntry.Kind.PUBLISHED, text__isnull=False)
        return self.spoken_of().filter(with_text | Q(kind=ChainEntry.Kind.WITHDRAWN) & ~Q(reason=SILENT))

    def of_person(self, person_id: str) -> "EditionQuerySet":
        """Editions whose document is about this person."""
        return self.filter(text__person=person_id)

    def holding(self, subject: str, ids: Collection[str]) -> "EditionQuerySet":
        """Editions whose document holds any of these `people`, `sources`, `courts`, `trials`, `tags`."""
        if subject == "people":
            return self.filter(text__person__in=ids)
        document = Cast("text__content", models.JSONField())
        held = [
            # a tag without names of its own stands in the case alone
            Q(document__contains={"case": {"tags": [id_]}} if subject == "tags" else {subject: [{"id": id_}]})
            for id_ in ids
        ]
        return self.alias(document=document).filter(reduce(or_, held)) if held else self.none()


class EditionManager(models.Manager["Edition"]):
    """Of the chain's entries those that say what is published."""

    def get_queryset(self) -> "models.QuerySet[Edition]":
        return super().get_queryset().filter(kind__in=[ChainEntry.Kind.PUBLISHED, ChainEntry.Kind.WITHDRAWN])


class Edition(ChainEntry):
    """One publication of one case, or its withdrawal."""

    objects = EditionManager.from_queryset(EditionQuerySet)()  # type: ignore[assignment, misc]

    class Meta:
        proxy = True


class EditionText(models.Model):
    """The document's text with salts and leaves (`editions.parts`). Parts of it go only as an erasure says.

    `person` is the id in the text: the database itself takes it from there whenever a text is written.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="text")
    content = models.TextField()
    person = models.CharField(max_length=60, editable=False)

    class Meta:
        indexes = (models.Index(fields=["person"], name="edition_text_by_person"),)

    def __str__(self) -> str:
        return f"text of {self.edition_id}"


class PriorCase(models.Model):
    """Which case stands behind the random key that a document gives an earlier conviction."""

    key = models.CharField(max_length=32, primary_key=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="prior_cases")
    case_id = models.CharField(max_length=60)

    class Meta:
        indexes = (models.Index(fields=["case_id"], name="prior_case_by_case_id"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.case_id}"


def moment_text(moment: datetime) -> str:
    """A moment as the chain and the exports write it: UTC, microseconds, `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
