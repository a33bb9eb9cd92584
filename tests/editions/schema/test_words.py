"""The words that the format names are those that the rule book explains in three languages."""

from typing import Any, get_args

import pytest

from editions import schema
from editions.schema import case as parts
from editions.schema import person as names
from law.country import country


def words_of(part: type[schema.Part], field: str) -> list[str]:
    """The words that a field may hold, null apart."""

    def texts(annotation: Any) -> list[str]:
        return [inner for one in get_args(annotation) for inner in ([one] if isinstance(one, str) else texts(one))]

    return texts(part.model_fields[field].annotation)


@pytest.mark.parametrize(
    ("part", "field", "vocabulary"),
    [
        (schema.Source, "kind", "sources"),
        (schema.Person, "gender", "genders"),
        (names.OtherName, "kind", "name-kinds"),
        (parts.Inclusion, "criterion", "inclusion"),
        (parts.Charge, "outcome", "outcomes"),
        (parts.Charge, "gravity", "gravity"),
        (parts.Charge, "basis", "charge-basis"),
        (parts.Basis, "how", "how"),
        (parts.Verdict, "instance", "instances"),
        (parts.Verdict, "result", "results"),
        (parts.Verdict, "recidivism", "recidivism"),
        (parts.Restriction, "term", "terms"),
        (parts.Restriction, "regime", "regimes"),
        (parts.Restriction, "ended_by", "ended-by"),
        (parts.Change, "kind", "changes"),
        (parts.Event, "kind", "events"),
        (parts.Event, "answer", "answers"),
        (parts.Claim, "says", "claims"),
        (parts.Testimony, "theme", "themes"),
        (parts.Testimony, "form", "forms"),
        (parts.Testimony, "consent", "consents"),
    ],
)
def test_words_of_the_format_are_explained(part: type[schema.Part], field: str, vocabulary: str) -> None:
    assert set(words_of(part, field)) == set(country().words(vocabulary))


def test_kinds_of_the_format_are_those_of_the_country() -> None:
    restrictions, custody = published(parts.Restriction)["kind"]["enum"], published(parts.Custody)["kind"]["enum"]

    assert len(restrictions) == 19
    assert custody == ["custody", "house-arrest", "administrative-arrest"]
    assert {*restrictions, *custody} == set(country().kinds)


def test_covers_of_the_format_are_those_of_the_country() -> None:
    scopes = published(parts.Restriction)["covers"]["items"]["enum"]

    assert len(scopes) == 14
    assert set(scopes) == set(country().ban_scopes)


def published(part: type[schema.Part]) -> dict[str, Any]:
    """The fields of a part as the published JSON Schema describes them."""
    return part.model_json_schema()["properties"]
