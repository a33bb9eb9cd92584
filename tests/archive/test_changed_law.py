"""When the law, or our reading of it, changes: readers see which dates move and why, and the old answer stays."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from django.core.management import call_command
from django.test import Client

from editions.current import document_of, standing_of_case
from editions.models import Edition
from law.country import country
from law.kazakhstan import Kazakhstan, record
from tests.archive.published import publish_real, real_documents

pytestmark = pytest.mark.django_db
REASON = "Rule record corrected: seven years after a grave crime"
RECORD = "reckoning.restrictions.law:criminal-record:v1.ends"


@pytest.fixture
def corrected_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """A release in which the record after prison for a grave crime lasts seven years, not six."""
    changed = dict(country().rules)
    changed["record"] = replace(changed["record"], version=2)
    monkeypatch.setattr(country(), "rules", MappingProxyType(changed))
    monkeypatch.setattr(country(), "rule_book_version", "2027-01-01")
    monkeypatch.setitem(record.YEARS, "grave", 7)


@pytest.fixture
def corrected_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """A release in which article 174(2) is especially grave: a shared entry of a vocabulary."""
    changed = dict(country().articles)
    article = changed["KZ-CC", "174"]
    parts = dict(article.parts) | {"2": replace(article.parts["2"], gravity="especially-grave")}
    changed["KZ-CC", "174"] = replace(article, parts=MappingProxyType(parts))
    monkeypatch.setattr(country(), "articles", MappingProxyType(changed))


def after_prison_for_a_grave_crime() -> list[str]:
    """The shipped cases whose record is counted from prison for a grave crime at most, by the published steps."""
    found = []
    for document in real_documents():
        for outcome in document.reckoning.restrictions:
            steps = [step for step in outcome.steps if step.operation == "years-after-prison"]
            if any(entry.value == "grave" for step in steps for entry in step.inputs):
                found.append(document.case.id)
    return sorted(set(found))


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    """What ``reckon_again`` printed: the case -> its lines."""
    found: dict[str, list[str]] = {}
    case = ""
    lines = capsys.readouterr().out.splitlines()
    for line in lines[:-1]:
        if line.startswith("  "):
            found[case].append(line.strip())
        else:
            case = line.split()[0]
            found[case] = []
    assert lines[-1] == f"{len(found)} cases move"
    return found


def test_list_when_a_rule_is_corrected(corrected_rule: None, capsys: pytest.CaptureFixture[str]) -> None:
    """Exactly the cases that rest on what changed, with the day before and after."""
    expected = _publish_by_the_old_rule()
    call_command("reckon_again")
    found = listed(capsys)
    assert sorted(found) == expected
    assert f"{RECORD}: end-moved: 2030-02-04 -> 2031-02-04" in found["bokai-2016"]
    assert Edition.objects.count() == len(real_documents())


def _publish_by_the_old_rule() -> list[str]:
    """The shipped documents were reckoned before the fixture changed the rule: they carry the old answer."""
    publish_real()
    assert standing_of_case("bokai-2016").document.rule_book == Kazakhstan().rule_book_version
    return after_prison_for_a_grave_crime()


@pytest.fixture(autouse=True)
def old_documents() -> None:
    """Reckon the shipped documents by the rule book as it is, before a test changes it."""
    real_documents()


def test_publication_when_a_rule_is_corrected(corrected_rule: None, client: Client) -> None:
    moved = _publish_by_the_old_rule()
    call_command("reckon_again", "--publish", "--reason", REASON)
    published = Edition.objects.filter(number__gt=len(real_documents()))
    assert sorted(edition.case_id for edition in published) == moved
    assert {(edition.rule_book, edition.reason["en"]) for edition in published} == {("2027-01-01", REASON)}
    page = client.get("/en/cases/bokai-2016/").content.decode()
    assert REASON in page
    assert "3 February 2031" in page
    assert "3 February 2030" not in page


def test_old_edition_when_a_rule_is_corrected(corrected_rule: None) -> None:
    """The old answer, its rule book and its version of the rule stay as they were."""
    _publish_by_the_old_rule()
    call_command("reckon_again", "--publish", "--reason", REASON)
    old, new = Edition.objects.filter(case_id="bokai-2016").order_by("number")
    answers = []
    for edition in (old, new):
        document = document_of(edition)
        outcome = next(one for one in document.reckoning.restrictions if one.kind == "criminal-record")
        versions = {step.version for step in outcome.steps if step.rule == "record"}
        answers.append((outcome.ends.latest, document.rule_book, versions))
    version = Kazakhstan().rule_book_version
    assert answers == [(date(2030, 2, 4), version, {1}), (date(2031, 2, 4), "2027-01-01", {2})]


def test_second_run_when_everything_was_published(corrected_rule: None, capsys: pytest.CaptureFixture[str]) -> None:
    _publish_by_the_old_rule()
    call_command("reckon_again", "--publish", "--reason", REASON)
    capsys.readouterr()
    call_command("reckon_again")
    assert capsys.readouterr().out == "0 cases move\n"


def test_list_when_the_gravity_of_an_article_is_corrected(
    corrected_article: None, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_real()
    call_command("reckon_again")
    found = listed(capsys)
    convicted = {
        document.case.id
        for document in real_documents()
        for charge in document.case.charges
        if (charge.article, charge.part, charge.outcome) == ("174", "2", "convicted")
    }
    assert f"{RECORD}: end-moved: 2030-02-04 -> 2032-02-04" in found["bokai-2016"]
    assert set(found) <= convicted


def test_list_when_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    publish_real()
    call_command("reckon_again")
    assert capsys.readouterr().out == "0 cases move\n"
