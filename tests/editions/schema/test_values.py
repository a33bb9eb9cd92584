from typing import Any

import pytest
from pydantic import ValidationError

from editions.schema import ArchiveFile, Case, Person, Source
from tests.invented import records as invented


def message(model: Any, record: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as error:
        model.model_validate(record)
    (found,) = error.value.errors()
    return str(found["msg"])


def test_record_when_read_again_is_the_same() -> None:
    assert Case.model_validate(invented.case()).to_dict() == invented.case()
    assert Person.model_validate(invented.person()).to_dict() == invented.person()


def test_record_when_written_in_another_order_is_the_same() -> None:
    one = {"id": "ann-2020", "person": "ann", "tags": ["b", "a", "b"], "title": {"kk": "ә", "en": "A"}}
    other = {"title": {"en": "A", "ru": "", "kk": "ә"}, "tags": ["a", "b"], "person": "ann", "id": "ann-2020"}
    assert Case.model_validate(one).to_dict() == Case.model_validate(other).to_dict()
    assert list(Case.model_validate(other).to_dict()["title"]) == ["en", "kk"]


def test_record_when_letters_are_composed_differently() -> None:
    person = Person.model_validate({"id": "ann", "names": {"ru": "Андреи\u0306 "}})
    assert person.names == {"ru": "Андре\u0439"}


def test_record_when_sources_stand_by_field() -> None:
    sources = {"title": ["b-b", "a-a"], "summary": []}
    assert Person.model_validate({"id": "ann", "names": {"en": "Ann"}, "sources": sources}).sources == {
        "title": ["a-a", "b-b"]
    }


@pytest.mark.parametrize("sources", [{"all": ["a-a"]}, ["a-a", "a-a"]])
def test_record_when_sources_are_of_the_whole_entry(sources: Any) -> None:
    assert Person.model_validate({"id": "ann", "names": {"en": "Ann"}, "sources": sources}).sources == ["a-a"]


@pytest.mark.parametrize(
    ("model", "changes", "expected"),
    [
        (Person, {"names": {}}, "is empty: give a name in at least one of en, ru, kk"),
        (Person, {"id": "Ann"}, '"Ann" is no id: 3 to 60 of a-z, 0-9 and the hyphen'),
        (Person, {"died": "1900", "born": "1973"}, "died 1900 lies before born 1973: correct one of the two"),
        (Person, {"region": "KZ-57"}, '"KZ-57" is no region: known are KZ-10, '),
        (Person, {"recognitions": [{"by": "", "as": "other"}]}, "is empty: write something or leave the whole"),
        (Person, {"recognitions": [{"by": "W", "as": "hero"}]}, '"hero" is no recognition: '),
        (Source, {"url": "https://a b"}, '"https://a b" is no web address'),
        (Source, {"language": "English"}, '"English" is no language: write a code such as en, ru or kk'),
    ],
)
def test_refusal_names_the_remedy(model: Any, changes: dict[str, Any], expected: str) -> None:
    record = invented.person() if model is Person else invented.source()
    assert message(model, {**record, **changes}).startswith(expected)


def test_json_schema_names_every_key() -> None:
    schema = ArchiveFile.model_json_schema()
    assert list(schema["properties"]) == [
        "format",
        "sources",
        "courts",
        "trials",
        "occupations",
        "tags",
        "people",
        "cases",
    ]
    assert "from" in schema["$defs"]["Custody"]["properties"]
