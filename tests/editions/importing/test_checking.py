"""What is wrong with a file is named with its place and a remedy, all of it at once."""

from typing import Any

import pytest

from editions.importing.checking import checked
from editions.importing.reading import NotReadable
from editions.schema import Case
from tests.invented import records as invented


def archive(**changes: Any) -> dict[str, Any]:
    """A sound archive file of invented records, with the case's values changed."""
    return {
        "format": "shekteu/1",
        "sources": [invented.source(one) for one in sorted(invented.SOURCES)],
        "courts": [invented.court()],
        "trials": [invented.trial()],
        "occupations": [invented.label("satirist")],
        "tags": [invented.label("satire", names={"en": "satire", "kk": "сатира"})],
        "people": [invented.person()],
        "cases": [{**invented.case(), **changes}],
    }


def problems(plain: Any) -> list[str]:
    with pytest.raises(NotReadable) as error:
        checked(plain)
    return error.value.problems


CASE = "cases[0] (invented-2016)"


def test_checked_when_file_is_sound() -> None:
    assert checked(archive()).to_dict() == archive()


def test_checked_when_nothing_but_ids_and_kinds_is_given() -> None:
    plain = {"format": "shekteu/1", "people": [{"id": "ann", "names": {"kk": "Анн"}}]}
    plain["cases"] = [{"id": "ann-2020", "person": "ann", "restrictions": [{"id": "r", "kind": "other"}]}]
    found = checked(plain).cases[0]
    assert (found.status, found.restrictions[0].term, found.restrictions[0].ends) == ("draft", "length", None)


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ([], "the file must hold one object in { }"),
        ({}, 'format: must be "shekteu/1", is None: give a file of this format'),
        ({"format": "shekteu/1", "case": []}, "case: is no key of the format: remove it or check its spelling"),
        ({"format": "shekteu/1", "cases": {}}, "cases: must be a list in [ ]"),
        ({"format": "shekteu/1", "cases": [7]}, "cases[0]: must be an object in { }, is 7"),
    ],
)
def test_checked_when_file_has_another_shape(plain: Any, message: str) -> None:
    assert problems(plain) == [message]


def disputed(length: str | None = None, **basis: Any) -> dict[str, Any]:
    """What a restriction says of two reports of one of its fields."""
    return {"length": length, "basis": [{"field": "length", "how": "disputed", **basis}]}


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        (
            {"kind": "public-activty-ban"},
            ".kind",
            '"public-activty-ban" is unknown: did you mean "public-activity-ban"?',
        ),
        ({"length": "P0D"}, ".length", "“P0D” is no time at all: leave the length empty if not known"),
        ({"starts": "2025-02-30"}, ".starts", "“2025-02-30” is not in the calendar: check day and month"),
        ({"starts": "٢٠٢٥"}, ".starts", '"٢٠٢٥": write the digits 0 to 9'),
        ({"starts": "2025", "ends": "2024-12-31"}, "", "ends 2024-12-31 lies before starts 2025"),
        ({"starts": {"unknown": "2026"}}, ".starts.unknown", '"2026" is not one day: write it as 2026-11-22'),
        ({"term": "life", "length": "P1Y"}, "", 'term "life" takes no length'),
        ({"verdict": "v9"}, ".verdict", '"v9" is no verdict of this case: add it or correct the id'),
        ({"charges": ["ch9"]}, ".charges", '"ch9" is no charge of this case: correct the id'),
        ({"sources": ["nothing"]}, ".sources", '"nothing" is not among the sources: add it to them or correct the id'),
        ({"sources": {"when": ["invented-news-1"]}}, ".sources.when", 'the entry has no key "when"'),
        ({"sources": 3}, ".sources", "must be a list in [ ], is 3"),
        (
            {"wording": {"en": "a <b>ban</b>"}},
            ".wording.en",
            "holds the markup '<b>', but texts are plain: remove the tag",
        ),
        ({"wording": {"en": "a\x00b"}}, ".wording.en", "holds the control character U+0000: remove it"),
        ({"wording": {"de": "ein"}}, ".wording.de", '"de" is unknown: known are en, ru, kk'),
        ({"wording": "a ban"}, ".wording", 'must be an object in { }, is "a ban"'),
        ({"reduced_share": "no"}, ".reduced_share", 'must be true or false, is "no"'),
        (
            disputed(length="P2Y", otherwise="2016-06-03"),
            ".basis[0]",
            "otherwise 2016-06-03 does not fit the field length",
        ),
        (
            disputed(field="ends", otherwise="P3Y"),
            ".basis[0]",
            "otherwise P3Y does not fit the field ends: write a date",
        ),
        (disputed(length="P2Y", otherwise="P"), ".basis[0].otherwise", "“P” is not a length: write P5Y, P1Y6M or P15D"),
        (disputed(otherwise="P3Y"), "", "length is disputed, but there is none"),
        (disputed(field="wording"), ".basis[0].field", 'no basis is given for "wording": write length, registered'),
        (disputed(field="colour"), ".basis[0].field", 'no basis is given for "colour": write length, registered'),
        ({"lenght": "P1Y"}, ".lenght", "is no key of the format: remove it or check its spelling"),
    ],
)
def test_checked_when_a_restriction_is_wrong(changes: dict[str, Any], place: str, message: str) -> None:
    restriction = {"id": "ban", "kind": "public-activity-ban", **changes}
    (found,) = problems(archive(restrictions=[restriction], testimonies=[]))
    assert found.startswith(f"{CASE}.restrictions[0]{place}: {message}")


def test_checked_when_more_lengths_are_disputed_than_can_be_reckoned() -> None:
    rows = [{"id": f"ban-{n}", "kind": "other", **disputed("P1Y", otherwise="P2Y")} for n in range(5)]
    assert len(checked(archive(restrictions=rows[:4], testimonies=[])).cases[0].restrictions) == 4
    (message,) = problems(archive(restrictions=rows, testimonies=[]))
    assert message.startswith(f"{CASE}: 5 lengths are disputed (ban-0, ban-1, ban-2, ban-3, ban-4), at most 4 can be")


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"person": "nobody"}, ".person", '"nobody" is not among the people'),
        ({"trial": "nothing"}, ".trial", '"nothing" is not among the trials'),
        ({"prior": [{"case": "no-case"}]}, ".prior[0].case", '"no-case" is not among the cases'),
        ({"events": [{"kind": "trial", "about": "v9"}]}, ".events[0].about", '"v9" is nothing in this case'),
        ({"claims": [{"id": "v1", "says": "other"}]}, "", 'the id "v1" stands for 2 entries of this case'),
        ({"claims": [{"id": "k", "says": "lasts", "value": "2030"}]}, ".claims[0]", 'value "2030" does not fit'),
        ({"charges": [{"id": "ch1", "outcome": "convicted"}]}, ".charges[0].article", "is missing: add it"),
        ({"title": {"en": "x" * 10_000}}, ".title.en", "has 10,000 characters: at most 400 fit here"),
        ({"withheld": ["Born!"]}, ".withheld[0]", '"Born!" is no key of a case'),
    ],
)
def test_checked_when_a_case_is_wrong(changes: dict[str, Any], place: str, message: str) -> None:
    (found,) = problems(archive(**changes))
    assert found.startswith(f"{CASE}{place}: {message}")


def test_checked_when_a_verdict_decides_on_itself() -> None:
    verdicts = [{**invented.case()["verdicts"][0], "on": "v2"}, invented.case()["verdicts"][1]]
    assert problems(archive(verdicts=verdicts)) == [
        f'{CASE}.verdicts[0].on: "v1" decides on itself in the end: correct "on"',
        f'{CASE}.verdicts[1].on: "v2" decides on itself in the end: correct "on"',
    ]


def test_checked_when_a_name_has_10000_characters() -> None:
    plain = archive()
    plain["people"][0]["names"] = {"en": "x" * 10_000}
    assert problems(plain) == ["people[0] (invented-person).names.en: has 10,000 characters: at most 200 fit here"]


def test_checked_when_an_address_is_a_script() -> None:
    plain = archive()
    plain["sources"][0]["url"] = "javascript:alert(1)"
    (found,) = problems(plain)
    assert found.startswith('sources[0] (invented-court-1).url: "javascript:alert(1)" is no web address')


def test_checked_when_two_ids_are_alike() -> None:
    plain = archive()
    plain["courts"].append({**invented.court("other-court"), "former_ids": ["invented-court"]})
    assert problems(plain) == [
        'courts[0] and courts[1].former_ids: have the same id "invented-court": ids are never reused, give each its own'
    ]


def test_checked_when_a_reference_leads_into_the_archive() -> None:
    plain = {**archive(), "people": []}
    assert checked(plain, {"people": {"invented-person"}}).cases[0].person == "invented-person"


def test_checked_when_more_is_wrong_than_anybody_reads() -> None:
    found = problems({"format": "shekteu/1", "cases": [{}] * 150})
    assert len(found) == 201
    assert found[0] == "cases[0].id: is missing: add it"
    assert found[-1] == "and more: correct these first, the rest is read when they are gone"


def test_checked_when_nonsense_is_long_reads_no_further_than_it_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    validate = Case.model_validate
    monkeypatch.setattr(Case, "model_validate", lambda row: (read.append(row), validate(row))[1])

    problems({"format": "shekteu/1", "cases": [{}] * 5_000})

    assert len(read) == 101
