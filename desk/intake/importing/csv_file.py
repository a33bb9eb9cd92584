"""The one CSV that the desk reads: a line for each case, with its person. docs/desk.md describes it."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from desk.reading.articles import find_articles
from editions.importing.reading import NotReadable
from records import words
from records.json_dict import JSONDict
from records.languages import LANGUAGES, day_in_words
from records.typed import two_readings, typed_date, typed_length

NAME, CITY, TITLE = ([f"{name}_{code}" for code in LANGUAGES] for name in ("name", "city", "title"))
COLUMNS = (
    "person_id", *NAME, "gender", "born", *CITY, "region",
    "case_id", *TITLE, "criterion", "verdict_date", "court_id", "appealed", "articles",
    "penalty", "length", "ban_length",
    "source_id", "source_title", "source_publisher", "source_url", "source_language", "source_kind", "source_published",
)  # fmt: skip
NEEDED = ("person_id", "case_id", "source_id")
MOST_LINES = 5000
MOST_NAMED = 50
"""As many unknown columns are named: a line of commas alone has millions."""
PLACE = re.compile(r"^(people|cases|sources)\[(\d+)\]")
ARTICLE = re.compile(r"(\d{1,3}(?:-\d{1,2})?)(?:\.(\d{1,2}(?:-\d{1,2})?))?\Z")
APPEALED = {
    **dict.fromkeys(("yes", "да", "иә", "ия", "true", "1", "+"), True),
    **dict.fromkeys(("no", "нет", "жоқ", "false", "0", "-"), False),
    "": None,
}
GENDERS = {
    **dict.fromkeys(("м", "муж", "мужской", "ер", "m"), "male"),
    **dict.fromkeys(("ж", "жен", "женский", "әйел", "f"), "female"),
}
"""Short forms that the vocabulary does not name."""
DELIMITERS = ",;\t"
DATES = ("born", "verdict_date", "source_published")
LENGTHS = ("length", "ban_length")
WORDS = {
    "gender": "genders", "region": "regions", "criterion": "inclusion", "penalty": "restriction-kinds",
    "source_kind": "sources",
}  # fmt: skip
"""Columns that hold a word of a vocabulary: its names in our languages do as well."""

SEPARATOR_LINE = re.compile(r"sep=.\r?\n")
"""What a spreadsheet may put before the header."""

CsvRow = Mapping[str, str]


def archive_of_csv(content: bytes) -> tuple[dict[str, Any], dict[str, list[int]]]:
    """Reads the lines as an archive file, with the line of each of its objects. Raises NotReadable."""
    problems: list[str] = []
    lines = [(number, as_forms_read(row, number, problems)) for number, row in rows_of(content)]
    plain: dict[str, Any] = {"format": "shekteu/1", "sources": [], "people": [], "cases": []}
    where: dict[str, list[int]] = {"sources": [], "people": [], "cases": []}
    seen: dict[tuple[str, str], Any] = {}
    for number, row in lines:
        objects = {"sources": source_of(row), "people": person_of(row), "cases": case_of(row, number, problems)}
        for subject, record in objects.items():
            id_ = record.get("id", "")
            first = seen.setdefault((subject, id_), record)
            if first is record:
                plain[subject].append(record)
                where[subject].append(number)
            elif first != record or subject == "cases":
                problems.append(f"line {number}: {subject}: {id_} was described otherwise before")
    if problems:
        raise NotReadable(problems)
    return plain, where


def with_lines(problems: list[str], where: Mapping[str, list[int]]) -> list[str]:
    """Puts the line of the CSV in place of the place in the archive file into each problem."""

    def line(match: re.Match[str]) -> str:
        return f"line {where[match[1]][int(match[2])]}: {match[1]}"

    return [PLACE.sub(line, problem) for problem in problems]


def rows_of(content: bytes) -> Iterator[tuple[int, CsvRow]]:
    """Reads each line with its number, cells stripped, missing columns empty. Raises NotReadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable(["no UTF-8 text: save the file as CSV UTF-8"]) from error
    text = SEPARATOR_LINE.sub("", text, count=1)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter_of(text))
    unknown = [name for name in reader.fieldnames or [] if name not in COLUMNS]
    missing = [name for name in NEEDED if name not in (reader.fieldnames or [])]
    if unknown or missing:
        raise NotReadable(
            [f"line 1: {name!r} is no column: known are {', '.join(COLUMNS)}" for name in unknown[:MOST_NAMED]]
            + [f"line 1: the column {name} is missing" for name in missing]
        )
    try:
        for row in reader:
            if reader.line_num > MOST_LINES:
                raise NotReadable([f"more than {MOST_LINES} lines: split the file"])
            if None in row or None in row.values():
                raise NotReadable([f"line {reader.line_num}: has more or fewer fields than the first line"])
            yield reader.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS}
    except csv.Error as error:
        raise NotReadable([f"line {reader.line_num}: no valid CSV: {error}"]) from error


def delimiter_of(text: str) -> str:
    """What stands between the columns: the one of ours that the first line holds most often."""
    header = text.split("\n", 1)[0]
    return max(DELIMITERS, key=header.count)


def as_forms_read(row: CsvRow, number: int, problems: list[str]) -> CsvRow:
    """A line with its dates, lengths and words as the desk's forms understand them."""
    read = dict(row)
    for name in DATES:
        read[name] = typed_date(row[name])
        if readings := two_readings(row[name]):
            earlier, later = map(day_in_words, readings)
            problems.append(f"line {number}: {name}: {row[name]!r} reads two ways, {earlier} or {later}")
    for name in LENGTHS:
        read[name] = typed_length(row[name])
    read["gender"] = GENDERS.get(row["gender"].casefold().rstrip("."), row["gender"])
    for name, vocabulary in WORDS.items():
        read[name] = word_of(read[name], vocabulary)
    return read


def word_of(text: str, vocabulary: str) -> str:
    """The word whose name in one of our languages this is; the text itself for any other."""
    name = text.casefold()
    known = words.vocabulary(vocabulary)
    return next(
        (word for word, names in known.items() if name in (names.get(code).casefold() for code in LANGUAGES)), text
    )


def texts_of(row: CsvRow, name: str) -> dict[str, str]:
    """A text in the languages whose columns are filled."""
    return {code: row[f"{name}_{code}"] for code in LANGUAGES if row[f"{name}_{code}"]}


def filled(**values: Any) -> JSONDict:
    """A record of what the line says; empty cells are left out."""
    return {key: value for key, value in values.items() if value not in ("", None, {}, [])}


def source_of(row: CsvRow) -> JSONDict:
    return filled(
        id=row["source_id"],
        title=row["source_title"],
        publisher=row["source_publisher"],
        url=row["source_url"],
        language=row["source_language"],
        kind=row["source_kind"] or "media",
        published=row["source_published"],
    )


def person_of(row: CsvRow) -> JSONDict:
    return filled(
        id=row["person_id"],
        names=texts_of(row, "name"),
        gender=row["gender"],
        born=row["born"],
        city=texts_of(row, "city"),
        region=row["region"],
        sources=[row["source_id"]],
    )


def case_of(row: CsvRow, number: int, problems: list[str]) -> JSONDict:
    sources = [row["source_id"]]
    verdict = filled(
        id="v1", instance="first", result="convicted", date=row["verdict_date"], court=row["court_id"], sources=sources
    )
    appealed = row["appealed"].casefold()
    if appealed not in APPEALED:
        problems.append(f"line {number}: appealed is {row['appealed']!r}: write yes, no or nothing")
    verdict["appealed"] = APPEALED.get(appealed)
    return filled(
        id=row["case_id"],
        person=row["person_id"],
        title=texts_of(row, "title"),
        inclusion=[{"criterion": row["criterion"], "sources": sources}] if row["criterion"] else [],
        charges=list(charges_of(row, number, sources, problems)),
        verdicts=[verdict],
        restrictions=list(restrictions_of(row, sources)),
    )


def charges_of(row: CsvRow, number: int, sources: list[str], problems: list[str]) -> Iterator[JSONDict]:
    for index, text in enumerate(filter(None, (part.strip() for part in row["articles"].split(";"))), start=1):
        match = ARTICLE.match(article_in(text))
        if match is None:
            problems.append(f"line {number}: articles: {text!r} is no article: write 174.2; 400")
            continue
        yield filled(
            id=f"ch{index}", article=match[1], part=match[2], outcome="convicted", verdict="v1", sources=sources
        )


def article_in(text: str) -> str:
    """An article as people write it, `ст. 405 ч. 2`, as `405.2`; any other text as it is."""
    for written in (text, f"ст. {text}", text.replace("бап", "баб")):
        mentions = find_articles(written, 0, len(written))
        if len(mentions) == 1 and not re.search(r"\d", written[: mentions[0].start] + written[mentions[0].end :]):
            return mentions[0].value
    return text


def restrictions_of(row: CsvRow, sources: list[str]) -> Iterator[JSONDict]:
    if row["penalty"]:
        yield filled(id="penalty", kind=row["penalty"], verdict="v1", length=row["length"], sources=sources)
    if row["ban_length"]:
        yield filled(id="ban", kind="public-activity-ban", verdict="v1", length=row["ban_length"], sources=sources)
