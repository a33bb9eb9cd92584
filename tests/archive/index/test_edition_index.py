from datetime import date, timedelta

import pytest
from django.core.management import call_command

from archive.index import edition_index
from archive.index.models import CourtName, Entry, IndexChange, IndexState, KeptPage, Period
from editions.current import replay
from editions.erase import ErasedPlace, delete_text, redact
from law.country import country
from tests.archive.published import NOON, REASON, document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
TABLES = (Entry, Period, CourtName)


def rows() -> list[list[dict]]:
    found = []
    for model in TABLES:
        fields = [field.name for field in model._meta.fields if field.name != "id"]
        found.append(sorted(model.objects.values(*fields), key=repr))
    return found


def test_index_when_a_case_is_published() -> None:
    publish(document())
    entry = Entry.objects.get()
    assert (entry.edition, entry.case_id, entry.person_id) == (1, "invented-2016", "invented-person")
    assert (entry.known_from, entry.known_until) == (date(2026, 11, 1), None)
    assert entry.verdict_earliest == date(2016, 11, 28)
    assert entry.facets == [
        *(
            "article:174",
            "article:174.2",
            "charge_outcome:acquitted",
            "charge_outcome:convicted",
            "compared:claim",
            "compared:end",
            "court:invented-court",
            "court_region:KZ-75",
            "gender:other",
            "judge:N. N.",
            "language:en",
        ),
        *("language:ru", "occupation:activist", "occupation:teacher", "offence:extremist", "penalty:fine"),
        *(
            "penalty:imprisonment",
            "publisher:Invented News",
            "recognised:political-prisoner",
            "recognised:prisoner-of-conscience",
        ),
        *(
            f"rules:{country().rule_book_version}",
            "tag:expression",
            "tag:land-protests",
            "trial:invented-trial",
            "year:2016",
        ),
    ]
    prison = Period.objects.get(item="prison")
    assert (prison.kind, prison.standing, prison.entry) == ("imprisonment", "ordered", entry)
    assert prison.ends_earliest == prison.ends_latest == date(2021, 2, 4)
    assert Period.objects.get(item="ban").covers == ["interviews", "posts"]
    assert Period.objects.get(item="c1").rules == []
    assert prison.rules == [
        *("credit-house-arrest", "credit-prison", "in-force", "in-force-with-the-ruling", "prison-end", "release-day"),
    ]
    assert [period.item for period in Period.objects.resting_on("record")] == ["law:criminal-record:v1"]
    assert CourtName.objects.get().names == {"en": "Invented Court"}


def test_index_when_the_day_differs_where_the_people_live() -> None:
    publish(document(), now=NOON.replace(hour=20))
    assert Entry.objects.get().known_from == date(2026, 11, 2)


def test_index_when_a_newer_edition_follows() -> None:
    publish(document())
    publish(document(), now=NOON + timedelta(days=9))
    known = Entry.objects.order_by("edition").values_list("known_from", "known_until")
    assert list(known) == [(date(2026, 11, 1), date(2026, 11, 10)), (date(2026, 11, 10), None)]
    assert set(Period.objects.current().values_list("entry", flat=True)) == {2}


def test_index_when_two_editions_fall_on_one_day() -> None:
    publish(document())
    publish(document())
    day = date(2026, 11, 1)
    assert [entry.edition for entry in Entry.objects.known(day)] == [2]
    assert [entry.edition for entry in Entry.objects.known(None)] == [2]


def test_index_when_a_case_is_withdrawn_and_published_again() -> None:
    publish(document())
    withdraw("invented-2016", now=NOON + timedelta(days=5))
    assert [model.objects.filter().count() for model in (Entry, Period)] == [0, 0]
    publish(document(), now=NOON + timedelta(days=9))
    assert [entry.edition for entry in Entry.objects.all()] == [3]


def test_index_when_a_withdrawn_text_is_redacted_stays_away() -> None:
    (edition,) = publish(document())
    withdraw("invented-2016")
    redact(edition, [ErasedPlace("case.summary")], REASON, NOON)
    assert Entry.objects.count() == 0


def test_index_when_a_text_is_redacted() -> None:
    (edition,) = publish(document())
    assert "Not a real case" in Entry.objects.get().texts["en"]
    redact(edition, [ErasedPlace("case.summary")], REASON, NOON)
    assert "Not a real case" not in Entry.objects.get().texts["en"]


def test_index_when_a_text_is_deleted() -> None:
    (edition,) = publish(document())
    delete_text(edition, REASON, NOON)
    assert Entry.objects.count() == 0


def test_rebuild_gives_the_same_rows() -> None:
    publish_real()
    publish(document(), now=NOON + timedelta(days=1))
    publish(document(), now=NOON + timedelta(days=1))
    publish(document(invented.case("invented-2020")), now=NOON + timedelta(days=2))
    withdraw("invented-2020", now=NOON + timedelta(days=3))
    before = rows()
    assert len(before[0]) == len(Entry.objects.all()) == 26
    Entry.objects.all().delete()
    assert rows() == [[], [], []]
    call_command("rebuild_index", verbosity=0)
    assert rows() == before


def test_rebuild_in_several_processes_gives_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition_index, "AT_ONCE", 4)
    publish_real()
    before = rows()
    counts = list(edition_index.rebuild(replay(), processes=2))
    assert (counts[0], counts[-1], rows()) == (4, 24, before)


def test_rebuild_drops_what_a_reader_had_and_a_copy_of_before_is_read_anew() -> None:
    publish(document())
    Entry.objects.update(title={"en": "Not what the edition says"})
    version = IndexState.objects.version()
    KeptPage.objects.create(key="0", day=NOON.date(), etag="x", headers={}, body=b"")
    call_command("rebuild_index", verbosity=0)
    assert Entry.objects.get().title != {"en": "Not what the edition says"}
    assert KeptPage.objects.count() == 0
    assert IndexState.objects.version() > version
    assert IndexChange.objects.editions_since(version) is None
