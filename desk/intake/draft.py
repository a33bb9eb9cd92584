"""The rows that a paper adds to a case, each with the paper as its source. For use inside one transaction."""

from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Field, Manager, Model
from django.forms import Form
from django.utils.translation import gettext as _

from cases.models import Case, CaseCitation, CaseFact
from cases.models.fact import ListedFact
from desk.forms.facts import free_entry_id
from desk.intake.dates import DateAnswer
from desk.intake.fields import NewRow
from desk.intake.making import make
from records.models import Court, Source


class RowInvalid(Exception):
    """A row was refused; the part of the form that gave it says why."""


def column_of(model: type[Model], name: str) -> "Field[Any, Any]":
    """A field of a model that keeps something in its own table."""
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return field


class Draft:
    """A locked case that takes facts. `verdict` and `penalty` are the ids that later facts point at."""

    def __init__(self, case: Case, source: Source, user: User, today: date) -> None:
        self.case, self.source, self.user, self.today = case, source, user, today.isoformat()
        self.verdict: str | None = None
        self.penalty: str | None = None

    def add(self, part: Form, model: type[CaseFact], slug: str = "", /, **values: Any) -> str:
        """Adds a fact, cited as a whole, and returns its id. Raises RowInvalid."""
        entries: Manager[Any] = model._default_manager
        taken = set(entries.filter(case=self.case).values_list("slug", flat=True))
        row: CaseFact = entries.model(case=self.case, slug=free_entry_id(model.word, slug, taken), **values)
        if isinstance(row, ListedFact):
            row.position = len(taken)
        self._save(part, row)
        self._cite(row.fact, "")
        return str(row.slug)

    def court(self, part: Form) -> Any:
        """Returns the court that a part names, made if it is new. Raises RowInvalid."""
        return chosen_row(part, "court", Court, self.user)

    def complete(self, part: Form, row: CaseFact, /, **values: Any) -> None:
        """Fills in fields of a fact that were empty, each cited for itself. Raises RowInvalid."""
        for field, new in values.items():
            if new is None:
                continue
            known = getattr(row, field)
            if known and known != new and not str(known).startswith("unknown:"):
                words = _(
                    "The case says %(known)s already. Nothing is overwritten from a paper: change it in the form."
                )
                part.add_error(field if field in part.fields else None, words % {"known": known})
                raise RowInvalid
            setattr(row, field, new)
            self._cite(row.fact, field)
        self._save(part, row)

    def date(self, part: Form, field: str, model: type[CaseFact]) -> str | None:
        """Returns what a field of dates keeps of the answer; notes what was searched in vain and has no other place."""
        answer: DateAnswer = part.cleaned_data[field]
        column = column_of(model, field)
        searchable = getattr(column, "searched", False)
        if answer.searched and not searchable:
            fact = f"{model._meta.verbose_name}: {column.verbose_name}"
            line = _("%(fact)s, searched %(day)s, not found") % {"fact": fact, "day": self.today}
            if line not in self.case.missing:
                self.case.missing = [*self.case.missing, line]
        return answer.stored(searchable, self.today)

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


def chosen_row(part: Form, field: str, model: type[Model], user: User) -> Any:
    """Returns the row that a field of a part names, made if it is new. Raises RowInvalid."""
    row = part.cleaned_data[field]
    if not isinstance(row, NewRow):
        return row
    try:
        return make(row, model, user)
    except ValidationError as error:
        part.add_error(field, error)
        raise RowInvalid from error
