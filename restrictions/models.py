"""The restrictions of a case and what people claim about them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models import Case, CaseFact
from cases.models.fact import ListedFact, fact_constraints
from cases.models.story import ABOUT
from records import words
from records.audit import audited
from records.fields import (
    DateOrLengthField,
    LengthField,
    PartialDateField,
    TextOrNull,
    TranslatedField,
    WordField,
    is_length,
)
from records.lists import LinesField, WordsField
from records.models import NAME_LENGTH, TEXT_LENGTH, TITLE_LENGTH
from records.serial import Nested, Serial

REPORTED = _("Only if a source states the day; unknown:2026-11-22 if you searched in vain that day.")


class Term(models.TextChoices):
    """How a source gives a restriction's length."""

    LENGTH = "length", _("a length, or not reported")
    MAIN_PENALTY = "main-penalty", _("for the whole term of the main penalty")
    LIFE = "life", _("for life")


@audited
class Restriction(CaseFact):
    """One clock: a penalty, a ban, a listing, with the facts that sources state about it."""

    word = "restriction"
    serial = Serial(
        id="slug",
        nested={
            "told": [Nested("changes", entry="restriction")],
            "sources": [Nested("basis", rows="reports", entry="restriction", if_stated=True)],
        },
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="restrictions")
    kind = WordField("restriction-kinds", _("kind"), null=False, blank=False)
    verdict = TextOrNull(_("verdict"), max_length=60, help_text=_("The verdict's id, such as v1."))
    charges = LinesField(
        verbose_name=_("charges"), line_length=60, any_order=True, help_text=_("Ids, one a line; empty: all.")
    )
    term = models.CharField(_("term"), max_length=12, choices=Term, default=Term.LENGTH)
    length = LengthField(_("length"), help_text=_("P5Y, P1Y6M or P15D."))
    regime = WordField("regimes", _("regime"))
    registered = PartialDateField(_("registered"), searched=True, help_text=REPORTED)
    starts = PartialDateField(_("starts"), searched=True, help_text=REPORTED)
    ends = PartialDateField(_("ends"), searched=True, help_text=REPORTED)
    ended_by = WordField("ended-by", _("ended by"))
    amount = TextOrNull(_("amount"), max_length=NAME_LENGTH)
    covers = WordsField("covers", verbose_name=_("covers"))
    exceptions = TranslatedField(_("exceptions"), max_length=TEXT_LENGTH)
    wording = TranslatedField(_("wording"), max_length=TEXT_LENGTH)
    original = TextOrNull(_("original language"), max_length=3)
    reported_as = TranslatedField(_("reported as"), max_length=TEXT_LENGTH)
    reduced_share = models.BooleanField(_("reduced share"), default=False)
    told = models.BooleanField(
        _("told"),
        default=False,
        help_text=_("Known only because the person or their lawyer says so."),
    )

    class Meta(CaseFact.Meta):
        verbose_name = _("restriction")
        verbose_name_plural = _("restrictions")
        constraints = [
            *fact_constraints("restriction"),
            models.CheckConstraint(
                condition=models.Q(term__in=Term.values),
                name="restriction_term_known",
                violation_error_message=_("Choose how the length is given."),
            ),
            models.CheckConstraint(
                condition=models.Q(length__isnull=True) | models.Q(term=Term.LENGTH),
                name="restriction_length_only_by_length",
                violation_error_message=_(
                    "A restriction for life or for the main penalty's term has no length of its own:"
                    " empty the length, or choose “a length”."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} ({words.label(self.kind, 'restriction-kinds')})"


class ReportedField(models.TextChoices):
    """The fields of a restriction of which sources may say different things."""

    LENGTH = "length", _("length")
    REGISTERED = "registered", _("registered")
    STARTS = "starts", _("starts")
    ENDS = "ends", _("ends")


@audited
class RestrictionBasis(ListedFact):
    """How a length or date of a restriction is known, and what other sources report instead."""

    word = "report"
    serial = Serial(inside=[*ListedFact.serial.inside, "restriction"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="reports")
    restriction = models.CharField(_("restriction"), max_length=60, help_text=_("Its id, such as ban."))
    field = models.CharField(_("field"), max_length=10, choices=ReportedField, default=ReportedField.LENGTH)
    how = WordField("how", _("how"), null=False, blank=False, default="disputed")
    fitted = models.BooleanField(
        _("fitted"),
        default=False,
        help_text=_("Inferred with knowledge of the end that it should explain."),
    )
    text = TranslatedField(_("reasoning"), max_length=TEXT_LENGTH)
    otherwise = DateOrLengthField(
        _("what other sources say"),
        help_text=_("P3Y or P1Y6M for a length, 2016-06-03 for a date. The sources below are those that say so."),
    )

    class Meta(ListedFact.Meta):
        verbose_name = _("how a length or date of a restriction is known")
        verbose_name_plural = _("how lengths and dates of restrictions are known")
        constraints = fact_constraints("report")

    def clean(self) -> None:
        """Refuses a date as another report of a length, and a length as one of a date."""
        super().clean()
        if self.otherwise and is_length(self.otherwise) != (self.field == ReportedField.LENGTH):
            message = _("Another report of a length is a length (P3Y), one of a date is a date (2016-06-03).")
            raise ValidationError({"otherwise": ValidationError(message, "otherwise")})


@audited
class Change(ListedFact):
    """Something that happened to a restriction after it was ordered."""

    word = "change"
    serial = Serial(
        keys={"from_date": "from", "until_date": "until"},
        inside=[*ListedFact.serial.inside, "restriction"],
        letter="x",
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="changes")
    restriction = models.CharField(_("restriction"), max_length=60, help_text=_("Its id, such as ban."))
    date = PartialDateField(_("date"))
    kind = WordField("changes", _("kind"), null=False, blank=False)
    by = LengthField(pgettext_lazy("how much", "by"), help_text=_("P6M: by how much longer or shorter."))
    from_date = PartialDateField(_("from"))
    until_date = PartialDateField(_("until"))
    to = TextOrNull(
        _("replaced by"), max_length=60, help_text=_("The id of the restriction that took its place; else its kind.")
    )
    verdict = TextOrNull(_("verdict"), max_length=60, help_text=_("The verdict's id, such as v3."))

    class Meta(ListedFact.Meta):
        verbose_name = _("change of a restriction")
        verbose_name_plural = _("changes of restrictions")
        constraints = fact_constraints("change")

    def __str__(self) -> str:
        return f"{self.restriction}: {words.label(self.kind, 'changes')} {self.date or ''}".strip()


@audited
class Claim(CaseFact):
    """What somebody said about a restriction's time, as they said it."""

    word = "claim"

    case = models.ForeignKey(Case, models.CASCADE, related_name="claims")
    about = models.CharField(_("about"), max_length=130, default="case", help_text=ABOUT)
    says = WordField("claims", _("says"), null=False, blank=False)
    value = TextOrNull(_("value"), max_length=NAME_LENGTH, help_text=_("A date, or a length: P11Y."))
    by = TranslatedField(_("by whom"), max_length=TITLE_LENGTH)
    said_on = PartialDateField(_("said on"))
    text = TranslatedField(_("text"), max_length=TEXT_LENGTH)

    class Meta(CaseFact.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = fact_constraints("claim")
