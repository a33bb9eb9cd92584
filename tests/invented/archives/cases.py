"""Invented cases: verdicts, penalties and dates as plausible as they are untrue."""

from datetime import date, timedelta
from random import Random

from law.country import country
from records.json_dict import JSONDict

MARK = {
    "en": "Invented for measuring: not a real case.",
    "ru": "Вымышлено для измерений: не настоящее дело.",
    "kk": "Өлшеу үшін ойдан шығарылған: шын іс емес.",
}
ARTICLES = (
    ("174", "1"),
    ("174", "2"),
    ("405", "1"),
    ("405", "2"),
    ("272", "2"),
    ("274", "4"),
    ("400", None),
    ("256", "1"),
)
TAGS = ("expression", "assembly", "land-protests", "january", "language", "religion", "unions", "satire")
WORDS = (
    "rally",
    "post",
    "square",
    "newspaper",
    "song",
    "meeting",
    "strike",
    "election",
    "court",
    "appeal",
    "poster",
    "letter",
)
MAIN = (
    "imprisonment",
    "imprisonment",
    "restriction-of-freedom",
    "restriction-of-freedom",
    "suspended-sentence",
    "fine",
)
COURTS = 60
LONGEST_CUSTODY = 180
"""Days: counted double they are shorter than the shortest penalty."""
LONGEST_PENALTY = 8
"""Years, where the code has no smaller number."""
FIRST, LAST = date(2014, 2, 1), date(2026, 9, 30)


def sources() -> list[JSONDict]:
    return [
        {
            "id": f"synthetic-source-{n}",
            "kind": kind,
            "title": "An invented report",
            "publisher": f"Invented {n}",
            "published": "2026-01-10",
        }
        for n, kind in enumerate(("court", "media", "ngo"), start=1)
    ]


def courts() -> list[JSONDict]:
    """Courts in every region, some without one."""
    places = (*country().regions, *country().regions, *country().regions)
    return [
        {
            "id": f"synthetic-court-{n}",
            "names": {"en": f"Invented court {n}", "ru": f"Вымышленный суд {n}"},
            "region": place,
        }
        for n, place in zip(range(COURTS), places, strict=True)
    ]


def case(number: int, random: Random) -> JSONDict:
    """One case. About one date in seven is known only roughly."""
    decided = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
    article, part = random.choice(ARTICLES)
    cited = ["synthetic-source-1", "synthetic-source-2"]
    return {
        "id": f"synthetic-{number:06}",
        "person": f"synthetic-person-{number:06}",
        "status": "published",
        "title": {
            language: f"{number}. {text}"
            for language, text in MARK.items()
            if language == "en" or random.random() < 0.6
        },
        "summary": {"en": f"{MARK['en']} {' '.join(random.choices(WORDS, k=30))}."},
        "tags": random.sample(TAGS, random.randint(0, 3)),
        "inclusion": [{"criterion": random.choice(("recognised", "expression")), "sources": cited}],
        "charges": [
            {"id": "ch1", "article": article, "part": part, "outcome": "convicted", "verdict": "v1", "sources": cited}
        ],
        "custody": _custody(decided, random, cited),
        "verdicts": _verdicts(decided, random, cited),
        "restrictions": _restrictions(random, cited),
        "events": [{"date": _rough(decided, random), "kind": "verdict", "text": MARK, "sources": cited}],
        "verified": (LAST - timedelta(days=random.randrange(700))).isoformat() if random.random() < 0.8 else None,
    }


def _rough(day: date, random: Random) -> str:
    text = day.isoformat()
    return text if random.random() < 0.86 else random.choice((text[:7], text[:4], text[:7] + "~"))


def _custody(decided: date, random: Random, cited: list[str]) -> list[JSONDict]:
    if random.random() < 0.4:
        return []
    begins = decided - timedelta(days=random.randint(20, LONGEST_CUSTODY))
    kind = random.choice(("custody", "custody", "house-arrest"))
    return [{"id": "c1", "kind": kind, "from": begins.isoformat(), "until": decided.isoformat(), "sources": cited}]


def _verdicts(decided: date, random: Random, cited: list[str]) -> list[JSONDict]:
    court = f"synthetic-court-{random.randrange(COURTS)}"
    first = {"id": "v1", "instance": "first", "court": court, "result": "convicted", "sources": cited}
    date_ = _rough(decided, random)
    if len(date_) < 10 or random.random() < 0.2:
        return [{**first, "date": date_, "appealed": random.choice((None, False))}]
    ruled = decided + timedelta(days=random.randint(30, 200))
    appeal = {
        "id": "v2",
        "on": "v1",
        "instance": "appeal",
        "date": ruled.isoformat(),
        "result": "upheld",
        "sources": cited,
    }
    return [{**first, "date": date_, "appealed": True}, appeal]


def _restrictions(random: Random, cited: list[str]) -> list[JSONDict]:
    kind = random.choice(MAIN)
    base = {"verdict": "v1", "sources": cited}
    main: JSONDict = {**base, "id": "main", "kind": kind}
    if kind != "fine":
        main |= {"length": f"P{random.randint(1, country().kinds[kind].longest_years or LONGEST_PENALTY)}Y"}
    if kind == "imprisonment":
        main |= {"regime": random.choice(("minimum", "medium"))}
    found = [main]
    if random.random() < 0.6:
        covered = sorted(random.sample(tuple(country().ban_scopes), random.randint(1, 5)))
        length = f"P{random.randint(1, 6)}Y" if random.random() < 0.9 else None
        found.append({**base, "id": "ban", "kind": "public-activity-ban", "length": length, "covers": covered})
    if kind == "imprisonment" and random.random() < 0.4:
        found.append({**base, "id": "supervision", "kind": "administrative-supervision", "length": "P3Y"})
    if random.random() < 0.2:
        found.append({**base, "id": "list", "kind": "financial-monitoring-list", "verdict": None})
    return found
