"""The rows that a paper adds to a case, each with the paper as its source. For use inside one transaction."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.utils.translation import gettext as _

from cases.models import Case, CaseCitation, CaseFact
from cases.models.fact import ListedFact
from desk.forms.facts import next_id
from desk.intake.dates import DateAnswer
from records.models import Source

LETTERS = {"verdict": "v", "charge": "ch", "custody": "c", "event": "e", "claim": "k", "change": "x"}


class RowInvalid(Exception):
    """A row was refused; the part of the form that gave it says why."""


class Draft:
    """A locked case that takes facts. `verdict` and `penalty` are the ids that later facts point at."""

    def __init__(self, case: Case, source: Source, today: date) -> None:
        self.case, self.source, self.today = case, source, today.isoformat()
        self.verdict: str | None = None
        self.penalty: str | None = None

    def add(self, part: Form, model: type[CaseFact], slug: str = "", /, **values: Any) -> str:
        """A new fact, cited as a whole; its id. Raises RowInvalid."""
        row = model(case=self.case, slug=self._free(model, slug), **values)
        if isinstance(row, ListedFact):
            row.position = model._default_manager.filter(case=self.case).count()
        self._save(part, row)
        self._cite(row.fact, "")
        return row.slug

    def complete(self, part: Form, row: CaseFact, /, **values: Any) -> None:
        """Fill in fields of a fact that were empty, each cited for itself. Raises RowInvalid."""
        for field, value in values.items():
            if value is not None:
                self._fill(part, row, field, value)
        self._save(part, row)

    def date(self, part: Form, field: str, of: type[CaseFact], name: str = "") -> str | None:
        """What a field of dates keeps of the answer; what was searched in vain and has no other place is noted."""
        answer: DateAnswer = part.cleaned_data[field]
        kept = of._meta.get_field(name or field)
        searchable = getattr(kept, "searched", False)
        if answer.searched and not searchable:
            self._note(f"{of._meta.verbose_name}: {kept.verbose_name}")
        return answer.stored(searchable, self.today)

    def _fill(self, part: Form, row: CaseFact, field: str, value: str) -> None:
        known = getattr(row, field)
        if known and known != value and not str(known).startswith("unknown:"):
            message = _("The case says %(known)s already. Nothing is overwritten from a paper: change it in the form.")
            part.add_error(field if field in part.fields else None, message % {"known": known})
            raise RowInvalid
        setattr(row, field, value)
        self._cite(row.fact, field)

    def _free(self, model: type[CaseFact], wanted: str) -> str:
        taken = set(model._default_manager.filter(case=self.case).values_list("slug", flat=True))
        if not wanted:
            return next_id(LETTERS[model.word], taken)
        return wanted if wanted not in taken else next_id(f"{wanted}-", taken)

    def _save(self, part: Form, row: CaseFact) -> None:
        try:
            row.full_clean(exclude=["case"])
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                part.add_error(field if field in part.fields else None, messages)
            raise RowInvalid from error
        row.save()

    def _cite(self, fact: str, field: str) -> None:
        CaseCitation.objects.get_or_create(case=self.case, fact=fact, field=field, source=self.source)

    def _note(self, what: str) -> None:
        line = _("%(fact)s, searched %(day)s, not found") % {"fact": what, "day": self.today}
        if line not in self.case.missing:
            self.case.missing = [*self.case.missing, line]
