"""Every row that stands in the archive file has the format's keys, in the format's order."""

from typing import Any

import pytest

from cases.models import Case
from editions import schema
from editions.subjects import SUBJECTS
from people.models import Person
from records.models import Court, Paper, Source
from records.serial import columns, save_dict
from tests.invented import records as invented

OPTIONAL = {"paper", "portrait"}
"""Keys that the file leaves out where there is nothing to say."""


@pytest.mark.parametrize("subject", SUBJECTS)
def test_columns_when_the_format_names_its_keys(subject: str) -> None:
    serial = SUBJECTS[subject].model.serial
    nested = {one.key for several in serial.nested.values() for one in several}
    keys = [key for key in SUBJECTS[subject].part.model_fields if key not in nested | {"sources"}]

    assert [column.key for column in columns(SUBJECTS[subject].model)] == keys


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "record", "part"),
    [
        (Source, invented.source(), schema.Source),
        (Court, invented.court(), schema.Court),
        (Person, invented.person(sources=[], recognitions=[]), schema.Person),
    ],
)
def test_to_dict_has_the_keys_of_the_format_in_their_order(model: Any, record: dict[str, Any], part: Any) -> None:
    assert list(save_dict(model, record).to_dict()) == [key for key in part.model_fields if key not in OPTIONAL]


@pytest.mark.django_db
def test_save_dict_when_a_paper_is_no_longer_public_keeps_its_row_for_the_desk() -> None:
    paper = {"sha256": "a" * 64, "bytes": 7, "pages": 2, "places": {"en": "the sentence: page 2"}}
    source = save_dict(Source, {**invented.source(), "paper": paper})
    assert source.to_dict()["paper"] == paper

    save_dict(Source, invented.source())

    kept = Paper.objects.get()
    assert (kept.is_public, kept.public_sha256, kept.public_size, kept.pages) == (False, "", None, 2)
    assert "paper" not in Source.objects.get().to_dict()


@pytest.mark.django_db
def test_save_dict_when_it_replaces_a_case_counts_it_and_keeps_its_row() -> None:
    for id in invented.SOURCES:
        save_dict(Source, invented.source(id))
    save_dict(Person, invented.person())
    record = invented.case(trial=None, verdicts=[], charges=[], restrictions=[])

    first, second = save_dict(Case, record), save_dict(Case, record)

    assert (first.pk, first.version) == (second.pk, 1)
    assert second.version == 2
