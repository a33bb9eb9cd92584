"""What a contributor may write on: drafts of their own that readers have never seen."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model
from django.http import HttpRequest

from cases.models import Case, CaseCitation
from desk.models import DraftOwner
from editions.models import Edition
from people.models import Person
from records.models import Source

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as _Admin
else:
    _Admin = object

WRITE_OWN = "desk.write_own_drafts"


def own_rows(request: HttpRequest, kind: str) -> set[int]:
    """Returns the rows of one kind that the account made. One query for each kind and request."""
    assert isinstance(request.user, User)
    cache: dict[str, set[int]] = request.__dict__.setdefault("_own_rows", {})
    if kind not in cache:
        cache[kind] = set(DraftOwner.objects.filter(kind=kind, user=request.user).values_list("row", flat=True))
    return cache[kind]


def is_public(row: Model) -> bool:
    """Whether readers have seen the row, or somebody else's case stands on it."""
    if isinstance(row, Case):
        return Edition.objects.filter(case_id__in=[row.slug, *row.former_ids]).exists()
    if isinstance(row, Person):
        return Edition.objects.of_person(row.slug).exists()
    return False


def is_own(request: HttpRequest, row: Model) -> bool:
    """Whether the account made the row and may still write on it."""
    if row.pk not in own_rows(request, str(row._meta.model_name)):
        return False
    if isinstance(row, Source):
        citing = set(CaseCitation.objects.filter(source=row).values_list("case_id", flat=True))
        return citing <= own_rows(request, DraftOwner.DraftKind.CASE)
    return not is_public(row)


def only_own(request: HttpRequest) -> bool:
    """Whether the account sees no cases but its own."""
    return sees_only_own(request.user)


def sees_only_own(user: User | AnonymousUser) -> bool:
    """The same, where there is no request."""
    return user.has_perm(WRITE_OWN) and not user.has_perm("cases.change_case") and not user.has_perm("desk.review_case")


class OwnDrafts(_Admin):
    """A form of the desk on which contributors may write while the row is theirs."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if super().has_change_permission(request, obj):
            return True
        return request.user.has_perm(WRITE_OWN) and obj is not None and is_own(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers have seen is withdrawn, not removed."""
        return super().has_delete_permission(request, obj) and (obj is None or not is_public(obj))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            assert isinstance(request.user, User)
            DraftOwner.remember(obj, request.user)
