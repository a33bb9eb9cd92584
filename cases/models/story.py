"""The story of a case: why it is here, what came before, what happened, what people say of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.case import Case
from cases.models.fact import ListedFact, fact_constraints
from records import words
from records.audit import audited
from records.fields import PartialDateField, TextOrNull, TranslatedField, WordField
from records.models import TEXT_LENGTH, TITLE_LENGTH
from records.serial import Serial

ABOUT = _("An id of this case, “kind:” and a kind of restriction, or “case”.")


@audited
class Inclusion(ListedFact):
    """Why the case belongs in the archive."""

    word = "inclusion"

    case = models.ForeignKey(Case, models.CASCADE, related_name="inclusion")
    criterion = WordField("inclusion", _("criterion"), null=False, blank=False)

    class Meta(ListedFact.Meta):
        verbose_name = _("reason for inclusion")
        verbose_name_plural = _("reasons for inclusion")
        constraints = fact_constraints("inclusion")


@audited
class Prior(ListedFact):
    """An earlier conviction: a case of this archive, or told in a sentence."""

    word = "prior"
    serial = Serial(keys={"earlier": "case"}, inside=ListedFact.serial.inside)

    case = models.ForeignKey(Case, models.CASCADE, related_name="prior")
    earlier = models.ForeignKey(
        Case,
        models.PROTECT,
        to_field="slug",
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("case of this archive"),
    )
    date = PartialDateField(_("date"))
    text = TranslatedField(_("text"), max_length=TEXT_LENGTH)

    class Meta(ListedFact.Meta):
        verbose_name = _("earlier conviction")
        verbose_name_plural = _("earlier convictions")
        constraints = fact_constraints("prior")


@audited
class Event(ListedFact):
    """Something that happened, told in the archive's own words."""

    word = "event"

    case = models.ForeignKey(Case, models.CASCADE, related_name="events")
    date = PartialDateField(_("date"))
    kind = WordField("events", _("kind"), null=False, blank=False)
    by = TranslatedField(_("by whom"), max_length=TITLE_LENGTH)
    about = TextOrNull(_("about"), max_length=130, help_text=ABOUT)
    answer = WordField("answers", _("answer"))
    text = TranslatedField(_("text"), max_length=TEXT_LENGTH)

    class Meta(ListedFact.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = fact_constraints("event")

    def __str__(self) -> str:
        return f"{self.date or '—'} {words.label(self.kind, 'events')}"


@audited
class Testimony(ListedFact):
    """What a restriction does to a life, in the words of those who live it."""

    word = "testimony"
    serial = Serial(
        keys={"speaker_name": "speaker.name", "speaker_role": "speaker.role"}, inside=ListedFact.serial.inside
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="testimonies")
    theme = WordField("themes", _("theme"), null=False, blank=False)
    speaker_name = TranslatedField(_("speaker"), max_length=TITLE_LENGTH)
    speaker_role = TranslatedField(_("the speaker's role"), max_length=TITLE_LENGTH)
    form = WordField("forms", _("form"), null=False, blank=False, default="paraphrase")
    original = TextOrNull(_("original language"), max_length=3)
    said_on = PartialDateField(_("said on"))
    about = TextOrNull(_("about"), max_length=130, help_text=ABOUT)
    consent = WordField("consents", _("consent"), null=False, blank=False)
    text = TranslatedField(_("text"), max_length=TEXT_LENGTH)

    class Meta(ListedFact.Meta):
        verbose_name = _("testimony")
        verbose_name_plural = _("testimonies")
        constraints = fact_constraints("testimony")
