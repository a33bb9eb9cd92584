"""The real archive file becomes rows and comes back unchanged."""

import json
from pathlib import Path

import pytest

from cases.models import Case, Tag
from editions.schema import ArchiveFile
from people.models import Occupation, Person
from records.models import Court, Source, Trial
from records.serial import save_dict, to_dicts

FIXTURE = Path(__file__).parents[2] / "fixtures" / "kazakhstan.json"


@pytest.mark.django_db
def test_fixture_when_it_goes_through_the_rows() -> None:
    archive = ArchiveFile.model_validate(json.loads(FIXTURE.read_text())).to_dict()

    for record in archive["sources"]:
        save_dict(Source, record)
    for record in archive["courts"]:
        save_dict(Court, record)
    for record in archive["trials"]:
        save_dict(Trial, record)
    for record in archive["occupations"]:
        save_dict(Occupation, record)
    for record in archive["tags"]:
        save_dict(Tag, record)
    for record in archive["people"]:
        save_dict(Person, record)
    for record in archive["cases"]:
        save_dict(Case, record)

    saved = {
        "format": "shekteu/1",
        "sources": list(to_dicts(Source.objects.all())),
        "courts": list(to_dicts(Court.objects.all())),
        "trials": list(to_dicts(Trial.objects.all())),
        "occupations": list(to_dicts(Occupation.objects.all())),
        "tags": list(to_dicts(Tag.objects.all())),
        "people": list(to_dicts(Person.objects.all())),
        "cases": list(to_dicts(Case.objects.all())),
    }
    assert json.dumps(saved) == json.dumps(archive)
