"""The audit of rows: triggers write each change beside its table, with who made it and by which path.

Raw SQL and bulk updates count too. Nothing ever changes or goes there.
"""

from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

Row = TypeVar("Row", bound=models.Model)


def audited(model: type[Row]) -> type[Row]:
    """Keeps every state of the model's rows in `<Model>Audit`."""
    tracked: type[Row] = pghistory.track(model_name=f"{model.__name__}Audit")(model)
    return tracked


def audited_links(model: type[Row]) -> type[Row]:
    """The same for a proxy of a table that links two others, such as a case and its tags."""
    events = pghistory.InsertEvent(), pghistory.DeleteEvent()
    tracked: type[Row] = pghistory.track(*events, obj_field=None, model_name=f"{model.__name__}Audit")(model)
    return tracked


def audited_note(model: type[Row]) -> type[Row]:
    """Keeps when an internal note was written, by whom, and never what it said: the audit forgets nothing."""
    events = (
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*")),
        pghistory.DeleteEvent(),
    )
    texts = [field.name for field in model._meta.fields if isinstance(field, models.TextField)]
    tracked: type[Row] = pghistory.track(*events, exclude=texts, model_name=f"{model.__name__}Audit")(model)
    return tracked
