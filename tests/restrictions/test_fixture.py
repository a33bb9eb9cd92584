"""The real archive file becomes rows and comes back unchanged."""

import json
from pathlib import Path

import pytest

from cases.models import Case, Tag
from cases.rows import save_tag
from editions.schema import ArchiveFile
from people.models import Occupation, Person
from people.rows import save_occupation, save_person
from records.models import Court, Source, Trial
from records.rows import save_court, save_source, save_trial
from restrictions.rows import case_records, save_case

FIXTURE = Path(__file__).parents[2] / "fixtures" / "kazakhstan.json"


@pytest.mark.django_db
def test_fixture_when_it_goes_through_the_rows() -> None:
    archive = ArchiveFile.model_validate(json.loads(FIXTURE.read_text())).record()

    for record in archive["sources"]:
        save_source(record)
    for record in archive["courts"]:
        save_court(record)
    for record in archive["trials"]:
        save_trial(record)
    for record in archive["occupations"]:
        save_occupation(record)
    for record in archive["tags"]:
        save_tag(record)
    for record in archive["people"]:
        save_person(record)
    for record in archive["cases"]:
        save_case(record)

    saved = {
        "format": "shekteu/1",
        "sources": [source.as_record() for source in Source.objects.select_related("publisher")],
        "courts": [court.as_record() for court in Court.objects.all()],
        "trials": [trial.as_record() for trial in Trial.objects.all()],
        "occupations": [occupation.as_record() for occupation in Occupation.objects.all()],
        "tags": [tag.as_record() for tag in Tag.objects.all()],
        "people": [person.as_record() for person in Person.objects.whole()],
        "cases": list(case_records(Case.objects.all())),
    }
    assert json.dumps(saved) == json.dumps(archive)
