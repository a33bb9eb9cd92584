import json
from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case
from editions.current import people, replay, standing, standing_of_case, standing_of_people, standing_of_person
from editions.erase import delete_text
from editions.models import Edition
from editions.publish import withdraw
from tests.editions.rows import NOON, REASON, published
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=1)


def test_standing_is_the_newest_edition_of_each_case() -> None:
    published("invented-2016")
    published("invented-2018")
    withdraw("invented-2018", REASON, LATER)
    publish(Case.objects.get(slug="invented-2016"), REASON, LATER)
    assert [(edition.number, document.case.id) for edition, document in standing()] == [(4, "invented-2016")]
    assert [edition.number for edition in Edition.objects.known_on(NOON)] == [1, 2]


def test_standing_of_person_leaves_others_out() -> None:
    published("invented-2016")
    published("invented-2018", person="another-person")
    assert [document.case.id for _, document in standing_of_person("another-person")] == ["invented-2018"]
    assert people() == ["another-person", "invented-person"]


def test_standing_of_people_looks_at_their_editions_alone(django_assert_num_queries: Any) -> None:
    published("invented-2016")
    published("invented-2018", person="another-person")
    publish(Case.objects.get(slug="invented-2018"), REASON, LATER)
    with django_assert_num_queries(2) as queries:
        assert [edition.number for edition, _ in standing_of_people(["another-person", "nobody"])] == [3]
    assert '"number" IN (2, 3)' in queries[1]["sql"]


def test_standing_of_case_when_asked_by_a_former_id() -> None:
    published("invented-2016")
    Case.objects.update(slug="invented-renamed", former_ids=["invented-2016"])
    publish(Case.objects.get(), REASON, NOON)
    found = standing_of_case("invented-2016")
    assert found is not None
    assert found.document.case.id == "invented-renamed"


def test_replay_gives_editions_without_their_document_where_it_is_gone() -> None:
    delete_text(published("invented-2016"), REASON, NOON)
    published("invented-2018")
    withdraw("invented-2018", REASON, NOON)
    found = [(edition.number, content and json.loads(content)["case"]["id"]) for edition, content in replay()]
    assert found == [(1, None), (3, "invented-2018"), (4, None)]
    assert str(Edition.objects.get(number=3)) == "3 (invented-2018)"
