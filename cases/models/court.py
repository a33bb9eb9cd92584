"""What courts and investigators did: charges, custody, verdicts.

Entries point at each other by their ids inside the case (`verdict`, `on`, `custody`), as in the
archive file; foreign keys over (case, id) in the migrations hold them together.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.case import Case
from cases.models.fact import CaseFact, ListedFact, fact_constraints
from law.country import country
from records.audit import audited
from records.fields import (
    PartialDateField,
    TextOrNull,
    TranslatedField,
    WordField,
)
from records.lists import TranslatedLinesField
from records.models import NAME_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Court
from records.serial import Nested, Serial

ARTICLE = RegexValidator(r"^[0-9]{1,3}(-[0-9]{1,2})?$", _("An article is a number: 174 or 314-1."))
PART = RegexValidator(r"^[0-9]{1,2}(-[0-9]{1,2})?$", _("A part is a number: 2 or 2-1."))
CODE = RegexValidator(r"^[A-Z]{2}-[A-Z0-9-]{1,20}$", _("A code is a country and a law: KZ-CC."))


def criminal_code() -> str:
    """The code of law that a charge is of where nothing else is said."""
    return country().criminal_code


@audited
class Charge(CaseFact):
    """An article of a code and what became of it."""

    word = "charge"
    serial = Serial(id="slug", if_stated=["committed", "basis"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="charges")
    code = models.CharField(_("code"), max_length=23, default=criminal_code, validators=[CODE])
    article = models.CharField(_("article"), max_length=6, validators=[ARTICLE])
    part = TextOrNull(_("part"), max_length=5, validators=[PART])
    outcome = WordField("outcomes", _("outcome"), null=False, blank=False)
    gravity = WordField(
        "gravity",
        _("gravity"),
        help_text=_("Only if a source states it; the rule book knows the articles."),
    )
    against_life = models.BooleanField(_("against life"), null=True, blank=True)
    verdict = TextOrNull(_("verdict"), max_length=60, help_text=_("The verdict's id, such as v1."))
    committed = PartialDateField(
        _("committed on"), help_text=_("The day of the offence: for minors, and for a new crime beside an old record.")
    )

    basis = WordField(
        "charge-basis",
        _("how the part is known"),
        help_text=_("Only if no source tells the verdict’s own part: then the page says so."),
    )

    class Meta(CaseFact.Meta):
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        constraints = fact_constraints("charge")

    def __str__(self) -> str:
        return f"{self.slug}: {self.article}" + (f"({self.part})" if self.part else "")


@audited
class Custody(CaseFact):
    """A spell behind bars or at home before the verdict was in force."""

    word = "custody"
    serial = Serial(
        id="slug",
        keys={"from_date": "from", "until_date": "until"},
        nested={"sources": [Nested("basis", rows="bases", entry="custody")]},
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="custody")
    kind = WordField("custody", _("kind"), null=False, blank=False)
    from_date = PartialDateField(_("from"))
    until_date = PartialDateField(_("until"), help_text=_("The last day. It counts."))
    place = TranslatedField(_("place"), max_length=TITLE_LENGTH)
    conditions = TranslatedLinesField(verbose_name=_("conditions, one a line"))

    class Meta(CaseFact.Meta):
        verbose_name = _("custody")
        verbose_name_plural = _("custody")
        constraints = fact_constraints("custody")


@audited
class CustodyBasis(ListedFact):
    """How a date of a custody is known when no source simply states it."""

    word = "basis"
    serial = Serial(inside=[*ListedFact.serial.inside, "custody"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="bases")
    custody = models.CharField(_("custody"), max_length=60, help_text=_("Its id, such as c1."))
    field = models.CharField(_("field"), max_length=10, choices={"from": _("from"), "until": _("until")})
    how = WordField("how", _("how"), null=False, blank=False)
    fitted = models.BooleanField(
        _("fitted"),
        default=False,
        help_text=_("Inferred with knowledge of the end that it should explain."),
    )
    text = TranslatedField(_("reasoning"), max_length=TEXT_LENGTH)
    otherwise = PartialDateField(_("what other sources say"))

    class Meta(ListedFact.Meta):
        verbose_name = _("how a custody date is known")
        verbose_name_plural = _("how custody dates are known")
        constraints = fact_constraints("basis")


@audited
class Verdict(CaseFact):
    """A court's decision. `on` is the id of the verdict that it decides about."""

    word = "verdict"
    serial = Serial(id="slug", if_stated=["recidivism", "lifts_record", "pending_on"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="verdicts")
    on = TextOrNull(_("on verdict"), max_length=60, help_text=_("The id of the verdict appealed."))
    instance = WordField("instances", _("instance"), null=False, blank=False)
    court = models.ForeignKey(
        Court,
        models.PROTECT,
        to_field="slug",
        null=True,
        blank=True,
        related_name="verdicts",
        verbose_name=_("court"),
    )
    judge = TextOrNull(_("judge"), max_length=NAME_LENGTH)
    date = PartialDateField(_("date"))
    appealed = models.BooleanField(_("appealed"), null=True, blank=True)
    copy_served = PartialDateField(_("copy served on"))
    in_force = PartialDateField(
        _("in force"),
        searched=True,
        help_text=_("Only if a source states the day: otherwise the law is asked."),
    )
    result = WordField("results", _("result"), null=False, blank=False)
    recidivism = WordField("recidivism", _("recidivism"), help_text=_("Only if a source states it."))
    lifts_record = models.BooleanField(
        _("lifts the criminal record"),
        null=True,
        blank=True,
        help_text=_("Of a pardon, an amnesty or an early cancellation; empty: not reported."),
    )
    pending_on = PartialDateField(
        _("appeal pending on"), help_text=_("A day on which an appeal was reported as not yet decided.")
    )

    class Meta(CaseFact.Meta):
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        constraints = [
            *fact_constraints("verdict"),
            models.CheckConstraint(
                condition=models.Q(on__isnull=True) | ~models.Q(on=models.F("slug")),
                name="verdict_not_on_itself",
                violation_error_message=_("A verdict cannot decide about itself."),
            ),
        ]
