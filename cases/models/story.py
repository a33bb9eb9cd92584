"""The story of a case: why it is here, what came before, what happened, what people say of it."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.case import Case, Record
from cases.models.fact import ListedFact, fact_constraints
from records import words
from records.audit import audited
from records.citations import Sources
from records.fields import PartialDateField, TextOrNull, TranslatedField, WordField
from records.models import TEXT_LENGTH, TITLE_LENGTH

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

    def as_record(self, cited: Mapping[str, Sources]) -> Record:
        return {"criterion": self.criterion, "sources": cited[self.fact]}


@audited
class Prior(ListedFact):
    """An earlier conviction: a case of this archive, or told in a sentence."""

    word = "prior"

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

    def as_record(self, cited: Mapping[str, Sources]) -> Record:
        return {
            "case": self.earlier_id,
            "date": self.date,
            "text": self.text,
            "sources": cited[self.fact],
        }


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

    def as_record(self, cited: Mapping[str, Sources]) -> Record:
        return {
            "date": self.date,
            "kind": self.kind,
            "by": self.by,
            "about": self.about,
            "answer": self.answer,
            "text": self.text,
            "sources": cited[self.fact],
        }


@audited
class Testimony(ListedFact):
    """What a restriction does to a life, in the words of those who live it."""

    word = "testimony"

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

    def as_record(self, cited: Mapping[str, Sources]) -> Record:
        return {
            "theme": self.theme,
            "speaker": {"name": self.speaker_name, "role": self.speaker_role},
            "form": self.form,
            "original": self.original,
            "said_on": self.said_on,
            "about": self.about,
            "consent": self.consent,
            "text": self.text,
            "sources": cited[self.fact],
        }
