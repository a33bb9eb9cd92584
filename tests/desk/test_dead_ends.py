"""Never a dead end: every form of the desk is opened empty, in an empty archive, and each of its choices offers
something, or a way to make what is missing."""

from collections.abc import Iterator

import pytest
from django.test import Client
from html5lib import parse

from cases.models import Case
from desk.intake.source_documents import SOURCE_DOCUMENTS
from desk.site import site
from people.models import Person
from records.serial import save_dict
from tests.desk.invented_accounts import account, browser
from tests.invented import records as invented

NOT_ENTERED = ("auth",)
"""Accounts begin with an invitation."""
FIXED = {"action", "_popup"}
MADE_BESIDE = {
    "source-source": "source-title_",
    "source-publisher": "",
    "kept": "",
    "gone": "",
    "appeal-on": "",
    "change-restriction": "",
    "release-restriction": "",
}
"""What is made by other fields of the same page, as a publisher by being typed; or chooses only among what there is:
nothing to merge is no dead end, and a paper about a verdict or penalty that the case lacks begins with the paper that
gives it."""


def forms() -> list[str]:
    """The address of every form that enters something into an empty archive."""
    added = [
        f"/desk/{model._meta.app_label}/{model._meta.model_name}/add/?blank=1"
        for model in site._registry
        if model._meta.app_label not in NOT_ENTERED
    ]
    return [*added, *(f"/desk/paper/{kind}/" for kind in SOURCE_DOCUMENTS), "/desk/sources/new/", "/desk/merge/people/",
            "/desk/merge/sources/"]  # fmt: skip


def dead_ends(html: str) -> Iterator[str]:
    """The choices of a page that offer nothing and show no way to make anything."""
    tree = parse(html, namespaceHTMLElements=False)
    names = {element.get("name") for element in tree.iter() if element.get("name")}
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    for element in tree.iter():
        name = element.get("name") or ""
        if not name or name in FIXED or "__prefix__" in name or is_made_beside(name, names):
            continue
        is_empty = not any(option.get("value") for option in element.iter("option"))
        if element.tag == "select" and is_empty and f"add_{element.get('id')}" not in ids:
            yield name
        if element.tag == "input" and element.get("list", "facts") != "facts" and f"{name}-choice" not in names:
            yield name


def is_made_beside(name: str, names: set[str | None]) -> bool:
    beside = MADE_BESIDE.get(name)
    return beside is not None and (beside == "" or beside in names)


@pytest.fixture
def editor(db: None) -> Client:
    return browser(account("an-editor", "editor"))


@pytest.mark.parametrize("address", forms())
def test_form_when_the_archive_is_empty(editor: Client, address: str) -> None:
    response = editor.get(address)

    assert response.status_code == 200
    assert list(dead_ends(response.content.decode())) == []


def test_forms_of_a_case_with_nothing_in_it(editor: Client) -> None:
    save_dict(Person, invented.person("invented-person", recognitions=[], sources=[], occupations=[]))
    case = Case.objects.create(slug="bare-2020", person=Person.objects.get())
    pages = [f"/desk/cases/case/{case.pk}/change/?blank=1", f"/desk/work/cases/{case.pk}/copy/"]
    pages += [f"/desk/work/cases/{case.pk}/paper/{kind}/" for kind in SOURCE_DOCUMENTS]

    found = {page: list(dead_ends(editor.get(page).content.decode())) for page in pages}

    assert {page: names for page, names in found.items() if names} == {}


def test_dead_end_when_there_is_one() -> None:
    page = "<form><select name='court'><option value=''></option></select><input name='trial' list='trials'></form>"

    assert list(dead_ends(page)) == ["court", "trial"]
    assert list(dead_ends(page.replace("</form>", "<input name='trial-choice'></form>"))) == ["court"]
