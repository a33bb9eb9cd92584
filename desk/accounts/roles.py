"""Who may do what at the desk: five roles, each a Django group that migrations keep as this table says.

An account can have several roles. docs/permissions.md says the same page by page, and a test compares.
"""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Role(NamedTuple):
    """A group's name in words, and its permissions as `app.codename`."""

    title: "str | StrPromise"
    permissions: frozenset[str]


ROWS = {
    "cases": ("case", "tag"),
    "people": ("person", "occupation", "recogniser"),
    "records": ("source", "publisher", "court", "trial"),
}


def on_rows(*actions: str) -> frozenset[str]:
    """The permissions to do these things with all rows."""
    return frozenset(
        f"{app}.{action}_{model}" for app, models in ROWS.items() for model in models for action in actions
    )


ADMINISTRATOR = "administrator"
ONE_SUFFICES = _(
    "One administrator suffices to let people in and to give roles: whoever has this role can make two accounts that"
    " approve each other's work. Give it to few, and read the audit."
)
LOOK = on_rows("view")
WRITE = on_rows("view", "add", "change")
REMOVE = frozenset({"cases.delete_case", "people.delete_person", "records.delete_source"})

ROLES = {
    "contributor": Role(_("Contributor"), on_rows("view", "add") | {"desk.write_own_drafts"}),
    "editor": Role(
        _("Editor"),
        WRITE
        | REMOVE
        | {"desk.submit_case", "desk.import_rows", "desk.merge_rows", "desk.restore_edition", "desk.answer_requests"},
    ),
    "reviewer": Role(_("Reviewer"), LOOK | {"desk.review_case", "desk.answer_requests"}),
    "publisher": Role(_("Publisher"), LOOK | {"desk.publish_case", "desk.withdraw_case", "desk.export_rows"}),
    ADMINISTRATOR: Role(
        _("Administrator"),
        frozenset({"auth.view_user", "auth.change_user", "desk.add_invitation", "desk.read_audit"}),
    ),
}


def title_of(name: str) -> str:
    """What editors call a group."""
    return str(ROLES[name].title) if name in ROLES else name
