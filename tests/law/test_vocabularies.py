"""The vocabularies: complete in three languages, and just what the law page says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from law.kazakhstan import KAZAKHSTAN
from law.vocabularies import ArticlePart, Translations

CODE = "KZ-CC"
EXTREMIST = {"174", "179", "180", "181", "182", "184", "258", "259", "260", "267", "404", "405"}
TERRORIST = {"170", "171", "173", "177", "178", "184", "269", "270"} | {str(number) for number in range(255, 262)}
GRAVITY_BY_YEARS = [(2, "minor"), (5, "medium"), (12, "grave"), (20, "especially-grave")]
EVERY_PART = [
    pytest.param(part, id=f"{article.article}({part.part})")
    for article in KAZAKHSTAN.articles.values()
    for part in article.parts.values()
]


def assert_three_languages(names: Translations) -> None:
    assert list(names.texts) == ["en", "ru", "kk"]
    assert all(text.strip() == text != "" for text in names.texts.values())
    assert re.findall("[А-Яа-яёәғқңөұүһі]+", names.get("en")) == []
    assert re.findall("[A-Za-z]+", names.get("ru")) == []
    assert re.findall("[A-Za-z]+", names.get("kk")) == []


def test_names_fall_back_to_english():
    names = Translations({"en": "record", "ru": "судимость", "kk": "соттылық"})

    assert [names.get(language) for language in ("en", "ru", "kk", "de")] == [
        "record",
        "судимость",
        "соттылық",
        "record",
    ]


def test_articles_have_names_in_three_languages():
    for article in KAZAKHSTAN.articles.values():
        assert_three_languages(article.names)


def test_extremist_articles_are_the_closed_list():
    marked = {one.article for one in KAZAKHSTAN.articles.values() if one.extremist}

    assert marked == EXTREMIST


def test_terrorist_articles_are_the_list():
    marked = {one.article for one in KAZAKHSTAN.articles.values() if one.terrorist}

    assert marked == TERRORIST


@pytest.mark.parametrize("part", EVERY_PART)
def test_gravity_agrees_with_the_sanction(part: ArticlePart):
    if part.most is not None:
        assert part.gravity == next(name for most, name in GRAVITY_BY_YEARS if part.most <= most)
        assert (part.least or 0) < part.most


@pytest.mark.parametrize(
    ("number", "part", "expected"),
    [
        ("174", "2", ("grave", "A")),
        ("174", "3", ("especially-grave", "A")),
        ("174", None, (None, "C")),
        ("274", "2", ("medium", "A")),
        ("274", "4", ("grave", "A")),
        ("272", "3", ("medium", "A")),
        ("378", "2", ("minor", "C")),
        ("378", None, ("minor", "C")),
        ("380", None, ("medium", "B")),
        ("400", None, ("misdemeanour", "A")),
        ("404", None, ("grave", "A")),
        ("405", "1", ("grave", "A")),
        ("405", "2", ("minor", "A")),
        ("405", None, (None, "C")),
        ("405", "7", (None, "C")),
        ("258", "1", (None, "C")),
        ("194", None, (None, "C")),
        ("999", "1", (None, "C")),
    ],
)
def test_gravity_of(number: str, part: str | None, expected: tuple[str | None, str]):
    assert KAZAKHSTAN.gravity(CODE, number, part) == expected


@pytest.mark.parametrize(
    ("number", "part", "expected"),
    [
        ("405", "2", True),
        ("174", None, True),
        ("274", "4", False),
        ("404", "1", False),
        ("404", "2", True),
        ("404", "3", True),
        ("404", None, None),
        ("999", None, None),
    ],
)
def test_is_extremist(number: str, part: str | None, expected: bool | None):
    assert KAZAKHSTAN.is_extremist(CODE, number, part) is expected


@pytest.mark.parametrize(("number", "expected"), [("258", True), ("184", True), ("174", False), ("999", None)])
def test_is_terrorist(number: str, expected: bool | None):
    assert KAZAKHSTAN.is_terrorist(CODE, number, None) is expected


def test_article_when_unknown():
    assert KAZAKHSTAN.article(CODE, "999") is None
    assert KAZAKHSTAN.article("KZ-XX", "174") is None


KINDS = [
    "custody",
    "house-arrest",
    "administrative-arrest",
    "imprisonment",
    "arrest",
    "restriction-of-freedom",
    "suspended-sentence",
    "deferred-sentence",
    "correctional-work",
    "community-service",
    "fine",
    "probation",
    "probation-control",
    "forced-labour",
    "public-activity-ban",
    "profession-ban",
    "organisation-ban",
    "administrative-supervision",
    "financial-monitoring-list",
    "criminal-record",
    "confiscation",
    "other",
]
MAIN = {
    "imprisonment",
    "restriction-of-freedom",
    "suspended-sentence",
    "fine",
    "community-service",
    "arrest",
    "correctional-work",
    "deferred-sentence",
}
COVERS = {
    *("interviews", "posts", "media-work", "teaching", "books", "petitions", "charity"),
    *("volunteering", "assemblies", "parties", "associations", "grants", "leaving-town", "curfew"),
}
WORDS = {
    "results": "convicted ordered upheld changed cancelled acquitted withdrawn replaced extended lifted "
    "paroled amnestied pardoned",
    "instances": "first appeal cassation enforcement",
    "terms": "length main-penalty life",
    "regimes": "minimum medium maximum full emergency",
    "recidivism": "none simple dangerous",
    "ended-by": "served parole early-cancellation replaced amnesty pardon cancelled lifted died",
    "changes": "extended shortened replaced lifted paused resumed",
    "events": "protest search seizure return-request detention charge trial verdict appeal release "
    "listing delisting delisting-refused breach warning refused-work dismissal work-order "
    "security-visit complaint clarification-request official-opinion court-decision "
    "organisation-closed refused-registration statement other",
    "answers": "granted refused none unknown",
    "claims": "ends lasts has-ended may-apply-from binds other",
    "comparisons": "agrees differs cannot-be-compared",
    "themes": "work money family speech movement law solidarity",
    "forms": "paraphrase quotation",
    "consents": "public-statement given withdrawn",
    "how": "inferred estimated disputed told",
    "sources": "media court law ngo un state book other",
    "inclusion": "recognised expression monitor",
    "outcomes": "convicted acquitted dropped",
    "name-kinds": "former variant pseudonym",
    "genders": "male female other",
    "states": "in-force upcoming ended likely-in-force possible unknown expected void",
    "standing": "ordered follows reported told expected",
    "basis": "reported told computed",
    "burden": "behind-bars home banned record-or-list none",
    "gravity": "misdemeanour minor medium grave especially-grave",
    "offences": "extremist terrorist other",
    "groups": "custody ban control finance record other",
    "certainties": "A B C",
    "rule-standing": "read unread not-valid",
    "whiles": "record list ban prison",
    "languages": "kk ru en",
}


def test_kinds_are_those_of_the_archive_file_in_order_of_display():
    assert list(KAZAKHSTAN.kinds) == KINDS
    assert [kind.order for kind in KAZAKHSTAN.kinds.values()] == list(range(1, 23))


def test_kinds_say_what_they_mean_in_three_languages():
    for kind in KAZAKHSTAN.kinds.values():
        for names in (kind.names, kind.short, kind.meaning):
            assert_three_languages(names)


def test_main_kinds_are_the_main_penalties():
    assert {kind.id for kind in KAZAKHSTAN.kinds.values() if kind.is_main} == MAIN


def test_custody_kinds_come_pretrial():
    pretrial = {kind.id for kind in KAZAKHSTAN.kinds.values() if kind.pretrial}

    assert pretrial == {"custody", "house-arrest", "administrative-arrest"}


def test_every_kind_counts_under_one_part_of_the_burden():
    by_part: dict[str, list[str]] = {}
    for kind in KAZAKHSTAN.kinds.values():
        by_part.setdefault(kind.burden, []).append(kind.id)

    assert by_part == {
        "behind-bars": ["custody", "imprisonment", "arrest"],
        "home": [
            "house-arrest",
            "restriction-of-freedom",
            "suspended-sentence",
            "deferred-sentence",
            "probation",
            "probation-control",
            "administrative-supervision",
        ],
        "banned": ["public-activity-ban", "profession-ban", "organisation-ban"],
        "record-or-list": ["financial-monitoring-list", "criminal-record"],
        "none": [
            "administrative-arrest",
            "correctional-work",
            "community-service",
            "fine",
            "forced-labour",
            "confiscation",
            "other",
        ],
    }


def test_groups_of_kinds_have_words():
    groups = {kind.group for kind in KAZAKHSTAN.kinds.values()}

    assert groups == set(KAZAKHSTAN.words("groups"))


def test_covers_are_those_of_the_archive_file():
    assert set(KAZAKHSTAN.ban_scopes) == COVERS
    for cover in KAZAKHSTAN.ban_scopes.values():
        assert_three_languages(cover.names)
        assert_three_languages(cover.meaning)


def test_regions_are_twenty_on_a_tile_each():
    regions = KAZAKHSTAN.regions.values()

    assert len(regions) == 20
    assert len({(region.col, region.row) for region in regions}) == 20
    assert {region.col for region in regions} == set(range(7))
    assert {region.row for region in regions} == set(range(5))


def test_regions_have_iso_codes_and_names():
    for region in KAZAKHSTAN.regions.values():
        assert re.fullmatch(r"KZ-\d\d", region.id)
        assert_three_languages(region.names)
        assert_three_languages(region.short)


def test_former_codes_lead_to_one_region():
    former = [code for one in KAZAKHSTAN.regions.values() for code in one.former_codes]

    assert len(former) == len(set(former)) == 17
    assert KAZAKHSTAN.regions["KZ-61"].former_codes == ("KZ-YUZ",)


def test_cities_have_no_centre_and_regions_have_one():
    without = {one.id for one in KAZAKHSTAN.regions.values() if one.centre is None}

    assert without == {"KZ-71", "KZ-75", "KZ-79"}


def test_bars_name_their_law_or_who_reports_them():
    for bar in KAZAKHSTAN.office_bars.values():
        assert_three_languages(bar.names)
        assert_three_languages(bar.text)
        assert bar.law is None or (bar.article is not None and bar.url is not None)
        assert bar.law is not None or bar.reported_by is not None
        assert bar.certainty == "A" or bar.reported_by is not None
        assert bar.lasts_while in KAZAKHSTAN.words("whiles")


def test_bars_are_those_of_the_law_page():
    certain = [bar.id for bar in KAZAKHSTAN.office_bars.values() if bar.certainty == "A"]
    reported = [bar.id for bar in KAZAKHSTAN.office_bars.values() if bar.certainty == "C"]
    listed = [bar.id for bar in KAZAKHSTAN.office_bars.values() if bar.lasts_while == "list"]

    assert certain == ["candidacy", "vote", "notary-work", "banned-job"]
    assert reported == ["civil-service", "advocate", "teacher", "ngo-founder", "bank-officer"]
    assert listed == ["accounts", "notary-acts", "insurance", "associations"]


@pytest.mark.parametrize(("vocabulary", "values"), WORDS.items())
def test_words_name_every_value_in_three_languages(vocabulary: str, values: str):
    words = KAZAKHSTAN.words(vocabulary)

    assert list(words) == values.split()
    for names in words.values():
        assert_three_languages(names)


def test_laws_of_rules_and_bars_have_words():
    used = {one.law for one in KAZAKHSTAN.rules.values()} | {
        bar.law for bar in KAZAKHSTAN.office_bars.values() if bar.law
    }

    assert used == set(KAZAKHSTAN.words("laws"))


def test_words_when_the_vocabulary_is_unknown():
    with pytest.raises(KeyError, match="no vocabulary 'colours'; there are languages"):
        KAZAKHSTAN.words("colours")


@pytest.mark.parametrize("file", sorted(KAZAKHSTAN.folder.glob("*.json")), ids=lambda f: f.stem)
def test_every_file_says_its_version(file):
    assert json.loads(file.read_text(encoding="utf-8"))["version"] == KAZAKHSTAN.rule_book_version


def test_importing_law_reads_no_data_file():
    code = (
        "import builtins, pathlib, sys; pathlib.Path.read_text = builtins.exit; import law.country, law.kazakhstan;"
        "assert vars(law.kazakhstan.KAZAKHSTAN).keys() == {'folder', 'rules_file', '_words'};"
        "assert 'django' not in sys.modules"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_translation_page_lists_every_article_name_that_waits_for_a_lawyer():
    page = (Path(__file__).parents[2] / "docs/translation.md").read_text(encoding="utf-8")
    waiting = [one for one in KAZAKHSTAN.articles.values() if one.names_certainty == "C"]

    listed = [one for one in waiting if f"| {one.article} | " in page and one.names.get("kk") in page]

    assert len(waiting) > 0
    assert listed == waiting


def test_translation_page_lists_the_regimes():
    page = (Path(__file__).parents[2] / "docs/translation.md").read_text(encoding="utf-8")

    assert [one.get("kk") for one in KAZAKHSTAN.words("regimes").values() if one.get("kk") not in page] == []


def test_main_penalties_and_bans_are_what_the_file_says_of_kinds() -> None:
    kinds = KAZAKHSTAN.kinds
    assert KAZAKHSTAN.main_penalties[:1] == ("imprisonment",)
    assert set(KAZAKHSTAN.main_penalties).isdisjoint(KAZAKHSTAN.bans)
    assert set(KAZAKHSTAN.bans) == {"public-activity-ban", "profession-ban", "organisation-ban"}
    assert all(kinds[kind].is_main for kind in KAZAKHSTAN.main_penalties)
    assert set(KAZAKHSTAN.kinds_done_once) == {kind.id for kind in kinds.values() if kind.once}
    assert "fine" in KAZAKHSTAN.kinds_done_once
