"""What a document can be found by, as texts such as ``region:KZ-75``."""

from collections.abc import Iterator

from law.country import country
from law.dates import DateRange
from records.json_dict import JSONDict

LONGEST = 100
"""Characters of a name by which cases are found."""
LONGEST_RANGE = 5
"""Years: a verdict dated more loosely than this stands under no year."""


def tokens(document: JSONDict, verdict: DateRange) -> list[str]:
    """All facets of a case, sorted. ``verdict``: when the first instance decided."""
    books = {f"rules:{document['rule_book']}"}
    return sorted(set(_of_person(document["person"])) | set(_of_case(document, verdict)) | books)


def _of_person(person: JSONDict) -> Iterator[str]:
    if person["region"]:
        yield f"region:{person['region']}"
    if person["gender"]:
        yield f"gender:{person['gender']}"
    for occupation in person["occupations"]:
        yield f"occupation:{occupation}"
    for recognition in person["recognitions"]:
        yield f"recognised:{recognition['as']}"


def _of_case(document: JSONDict, verdict: DateRange) -> Iterator[str]:
    case = document["case"]
    yield from (f"tag:{tag}" for tag in case["tags"])
    yield from (f"penalty:{kind}" for kind in main_penalties(case))
    yield from (f"language:{language}" for language in {**case["title"], **case["summary"]})
    yield from (f"year:{year}" for year in years(verdict))
    yield from (f"charge_outcome:{charge['outcome']}" for charge in case["charges"])
    yield from (f"judge:{row['judge'][:LONGEST]}" for row in case["verdicts"] if row["judge"])
    yield from (f"publisher:{row['publisher'][:LONGEST]}" for row in document["sources"] if row["publisher"])
    if case["trial"]:
        yield f"trial:{case['trial']}"
    for court in document["courts"]:
        yield f"court:{court['id']}"
        if court["region"]:
            yield f"court_region:{court['region']}"
    for charge in convicted(case):
        yield from _of_charge(charge)
    yield from _compared(case)


def _compared(case: JSONDict) -> Iterator[str]:
    """What /law/check/ sets beside our dates: reported ends and claims."""
    if any(isinstance(row["ends"], str) for row in case["restrictions"]):
        yield "compared:end"
    if case["claims"]:
        yield "compared:claim"


def _of_charge(charge: JSONDict) -> Iterator[str]:
    article = numbered(charge["code"], charge["article"])
    yield f"article:{article}"
    if charge["part"]:
        yield f"article:{article}.{charge['part']}"
    yield f"offence:{offence(charge)}"


def numbered(code: str, article: str) -> str:
    """An article as addresses name it: the code is named where it is not the one in force."""
    return article if code == country().criminal_code else f"{code}.{article}"


def article_names(case: JSONDict) -> list[str]:
    """The articles of conviction with their parts, as a list shows them: 174.2, 400."""
    named = ((numbered(c["code"], c["article"]), c["part"]) for c in convicted(case))
    return list(dict.fromkeys(f"{article}.{part}" if part else article for article, part in named))


def convicted(case: JSONDict) -> list[JSONDict]:
    return [charge for charge in case["charges"] if charge["outcome"] == "convicted"]


def offence(charge: JSONDict) -> str:
    """The group that the code puts an offence in. Not known (the part is missing) is "other"."""
    place = charge["code"], charge["article"], charge["part"]
    if country().is_terrorist(*place):
        return "terrorist"
    return "extremist" if country().is_extremist(*place) else "other"


def main_penalties(case: JSONDict) -> list[str]:
    """The kinds of the main penalties that a court pronounced."""
    return sorted({row["kind"] for row in case["restrictions"] if country().kinds[row["kind"]].is_main})


def years(verdict: DateRange) -> range:
    """The calendar years that a verdict may be of."""
    earliest, latest = verdict.earliest or verdict.latest, verdict.latest or verdict.earliest
    if earliest is None or latest is None or latest.year - earliest.year > LONGEST_RANGE:
        return range(0)
    return range(earliest.year, latest.year + 1)
