import pytest

from cases.models import Case
from editions.current import document_of
from editions.models import Edition
from editions.restore import restore
from editions.schema import Document
from people.models import Person
from records.models import Court, Source
from records.serial import fresh_dict, save_dict
from tests.editions.rows import NOTHING, published
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def document() -> Document:
    found = document_of(Edition.objects.get(number=1))
    assert found is not None
    return found


def test_restore_when_rows_moved_on() -> None:
    published()
    before = fresh_dict(Case.objects.get())
    save_dict(Person, invented.person(gender="female"))
    save_dict(Case, invented.case(**NOTHING | {"title": {"en": "Another"}, "status": "published"}))
    case = restore(document())
    assert fresh_dict(case) == {**before, "status": "draft"}
    assert Person.objects.get().gender == "other"


def test_restore_keeps_what_was_withheld() -> None:
    published(withheld=["person.born", "testimonies"])
    restore(document())
    assert Person.objects.get().born == "1973~"
    assert fresh_dict(Case.objects.get())["testimonies"] == invented.case()["testimonies"]


def test_restore_of_an_edition_from_before_something_was_withheld() -> None:
    published(withheld=[])
    Case.objects.update(withheld=["noindex", "testimonies"])
    restore(document())
    assert Case.objects.get().withheld == ["noindex", "testimonies"]


def test_restore_when_rows_are_gone() -> None:
    published(withheld=[])
    Case.objects.all().delete()
    Person.objects.all().delete()
    Source.objects.all().delete()
    Court.objects.all().delete()
    assert fresh_dict(restore(document())) == invented.case(withheld=[], missing=[])
    assert Source.objects.count() == 3


def test_restore_leaves_shared_rows_as_they_are() -> None:
    published()
    Source.objects.filter(slug="invented-news-1").update(title="Corrected since")
    restore(document())
    assert Source.objects.get(slug="invented-news-1").title == "Corrected since"
