"""Which rows an account may see. A contributor sees their own, and of others only what readers see as well."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from cases.models import Case, Tag
from cases.models.case import CaseQuerySet
from desk.accounts.own_drafts import only_own, own_rows
from desk.models import DraftOwner, Saver
from editions.models import Edition
from people.models import Person
from records.models import Source, Trial

OWNED = (Case, Person, Source)
"""What a contributor begins. Of others' they see the name in a search box, never the form."""


def public_cases() -> CaseQuerySet:
    """The cases that readers see now and whose rows say nothing else."""
    return Case.objects.as_published().filter(slug__in=Edition.objects.current().values("case_id"))


def visible_rows(request: HttpRequest, model: type[Model]) -> QuerySet[Any]:
    """The rows of a table that the account may choose: for a contributor their own, and those of public cases.

    Courts, publishers, occupations and recognising organisations name nobody: everybody sees them.
    """
    rows: QuerySet[Any] = model._default_manager.all()
    if not only_own(request):
        return rows
    if model is Case:
        return rows.filter(pk__in=own_rows(request, DraftOwner.DraftKind.CASE))
    if model is Person:
        own = Q(pk__in=own_rows(request, DraftOwner.DraftKind.PERSON))
        return rows.filter(own | Q(slug__in=public_cases().values("person_id")))
    if model is Source:
        own = Q(pk__in=own_rows(request, DraftOwner.DraftKind.SOURCE))
        return rows.filter(own | Q(slug__in=public_cases().values("citations__source_id")))
    if model in (Trial, Tag):
        return rows.filter(Q(pk__in=saved_rows(request, model)) | public_use(model))
    return rows


def saved_rows(request: HttpRequest, model: type[Model]) -> QuerySet[Saver, Any]:
    """The rows of a table without owners that the account has saved."""
    assert isinstance(request.user, User)
    rows = Saver.objects.filter(subject=model._meta.model_name, account=request.user.pk)
    return rows.values("subject_id")


def public_use(model: type[Model]) -> Q:
    """Which trials or tags stand in public cases."""
    return Q(slug__in=public_cases().values("trial_id")) if model is Trial else Q(pk__in=public_cases().values("tags"))


def openable_rows(request: HttpRequest, model: type[Model]) -> QuerySet[Any]:
    """The rows whose forms the account may open: of cases, people and sources a contributor's own alone."""
    if only_own(request) and model in OWNED:
        return model._default_manager.filter(pk__in=own_rows(request, str(model._meta.model_name)))
    return visible_rows(request, model)
