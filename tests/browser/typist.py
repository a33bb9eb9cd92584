"""Somebody who types a whole case into the desk's form, and counts fields and clicks."""

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from records.json_dict import JSONDict

TRANSLATED = {"place", "text", "by", "exceptions", "wording", "reported_as", "title", "summary"}
NAMES = {"id": "slug", "from": "from_date", "until": "until_date", "case": "earlier"}
WORDS = {"inclusion": "inclusion", "prior": "prior", "charges": "charge", "custody": "custody", "bases": "basis",
         "verdicts": "verdict", "restrictions": "restriction", "reports": "report",
         "changes": "change", "events": "event",
         "claims": "claim", "testimonies": "testimony"}  # fmt: skip
LETTERS = {
    "inclusion": "i",
    "prior": "p",
    "bases": "b",
    "reports": "r",
    "changes": "c",
    "events": "e",
    "testimonies": "t",
}
SEARCH = ".select2-container--open .select2-search__field"
"""The open box's own field: the focus comes a moment after the click."""
THREE_STATES = {"appealed", "against_life"}


LATER = ("id", "verdict", "on")
"""What the form may know by itself once the rest is typed."""


class Typist:
    """Fills the form, and counts as fields what has to be typed or chosen: not what the form proposes rightly.

    `labels` says what a search box shows for an id; `names` are the person's in all languages.
    """

    def __init__(self, page: Page, labels: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.page, self.labels, self.names = page, labels, names
        self.fields = self.clicks = self.letters = 0
        self.cited: list[tuple[str, str, str]] = []
        self.default: list[str] = []

    def click(self, where: str) -> None:
        self.page.click(where)
        self.clicks += 1

    def fill(self, name: str, value: Any) -> None:
        """One field, whatever kind of control it is, unless it holds that already."""
        box = self.page.locator(f'[name="{name}"]:not([type=hidden])').first
        if _fill(box, value):
            self.fields += 1
            self.letters += len(str(value))

    def choose(self, name: str, wanted: str) -> None:
        """One row: by its button where the form has it already, else by the search box."""
        offered = f'.offers[data-of="id_{name}"] button[data-value="{wanted}"]'
        if self.page.locator(offered).count():
            self.click(offered)
        else:
            self.search(name, wanted)

    def search(self, name: str, wanted: str) -> None:
        """One row by its search box."""
        self.click(f"#id_{name} + .select2 .select2-selection")
        self.page.fill(SEARCH, wanted)
        options = self.page.locator(".select2-results__option[role=option]")
        options.get_by_text(self.labels[wanted], exact=True).first.click()
        self.clicks += 1
        self.fields += 1

    def open(self, part: str) -> None:
        """Unfold a part of the form."""
        if self.page.locator(f"#{part}-group details[open]").count() == 0:
            self.click(f"#{part}-group summary >> nth=0")

    def entry(self, part: str, number: int, row: JSONDict) -> None:
        """One more entry of a part with all that the record says."""
        self.click(f"#{part}-group .add-row a")
        fact = f"{WORDS[part]}:{row.get('id') or f'{LETTERS[part]}{number + 1}'}"
        for key in sorted(row, key=LATER.__contains__):
            name = f"{part}-{number}-{NAMES.get(key, key)}"
            if row[key] not in (None, "", [], {}):
                self._value(name, key, row[key], fact)
            elif key in LATER:
                self.fill(name, "")

    def _value(self, name: str, key: str, value: Any, fact: str) -> None:
        if key == "sources":
            self._sources(name, value, fact)
        elif key in ("court", "case"):
            self.choose(name, value)
        elif key == "covers":
            self._boxes(name, value)
        elif key == "conditions":
            self.texts(name, {one: "\n".join(text.get(one, "") for text in value) for one in ("en", "ru", "kk")})
        elif isinstance(value, dict) and (key in TRANSLATED or key.startswith("speaker_")):
            self.texts(name, value)
        elif isinstance(value, dict):
            self.fill(name, f"unknown:{value['unknown']}")
        elif isinstance(value, list):
            self.fill(name, "\n".join(value))
        elif value is not False or key in THREE_STATES:
            self.fill(name, value)

    def texts(self, name: str, texts: Mapping[str, str]) -> None:
        """A text in three languages, pasted into one box with their marks; the person's own name in one language."""
        boxes = {language: self.page.locator(f'[name="{name}_{language}"]') for language in ("en", "ru", "kk")}
        if texts == self.names:
            texts = {"en": texts["en"]}
        if {language: box.input_value() for language, box in boxes.items() if box.input_value()} == texts:
            return
        marked = "\n".join(f"{language}: {text}" for language, text in texts.items())
        if boxes["en"].evaluate("box => box.tagName") == "INPUT":
            marked = marked.replace("\n", " | ")
        self.fill(f"{name}_en", texts["en"] if list(texts) == ["en"] else marked)
        boxes["en"].blur()
        for language, box in boxes.items():
            assert box.input_value() == texts.get(language, ""), (name, language)

    def _boxes(self, name: str, words: list[str]) -> None:
        for word in words:
            self.click(f'[name="{name}"][value="{word}"]')

    def _sources(self, name: str, value: Any, fact: str) -> None:
        """The sources of an entry, where they are not those of all that is entered, nor taken over from above."""
        ids = value if isinstance(value, list) else value.get("all", [])
        if isinstance(value, dict):
            self.cited += [(fact, field, one) for field, ids in value.items() if field != "all" for one in ids]
        chosen = self.page.locator(f"#id_{name}").evaluate("box => [...box.selectedOptions].map(one => one.value)")
        if ids == self.default and not chosen:
            return
        assert set(chosen) <= set(ids), (name, chosen)
        for source in ids:
            if source not in chosen:
                self.choose(name, source)

    def single_fields(self) -> None:
        """The sources of single fields, in the part of their own."""
        self.open("citations")
        for number, (fact, field, source) in enumerate(self.cited):
            self.click("#citations-group .add-row a")
            self.fill(f"citations-{number}-fact", fact)
            self.fill(f"citations-{number}-field", field)
            self.choose(f"citations-{number}-source", source)

    def whole_case(self, case: JSONDict) -> None:
        """Everything of a case's record into the form."""
        self.search("person", case["person"])
        self.default = most_cited(case)
        for source in self.default:
            self.search("sources", source)
        self.texts("title", case["title"])
        self.texts("summary", case["summary"])
        for part, rows in parts(case):
            if rows:
                self.open(part)
            for number, row in enumerate(rows):
                self.entry(part, number, row)
        self.single_fields()
        self.click("summary:has-text('Place in the archive')")
        for tag in case["tags"]:
            self.search("tags", tag)
        self.click("summary:has-text('Work')")
        for key in ("searched", "verified"):
            if case[key]:
                self.fill(key, case[key])


def most_cited(case: JSONDict) -> list[str]:
    """The sources that most entries cite as a whole."""
    cited = [tuple(row["sources"]) for _part, rows in parts(case) for row in rows if isinstance(row["sources"], list)]
    return list(max(cited, key=cited.count))


def _fill(box: Locator, value: Any) -> bool:
    """Whether it had to be typed or chosen: the box did not hold it already."""
    kind = box.evaluate("one => one.tagName + (one.type || '')")
    if kind == "INPUTcheckbox":
        needed = box.is_checked() != bool(value)
        box.set_checked(bool(value))
        return needed
    text = {True: "true", False: "false"}.get(value, str(value)) if kind.startswith("SELECT") else str(value)
    if box.input_value() == text:
        return False
    if kind.startswith("SELECT"):
        box.select_option(text)
    else:
        box.fill(text)
    return True


def parts(case: JSONDict) -> Iterator[tuple[str, list[JSONDict]]]:
    """The form's parts with their entries, as somebody would type them."""
    yield "inclusion", case["inclusion"]
    yield "verdicts", case["verdicts"]
    yield "charges", case["charges"]
    yield "custody", [_without(row, "basis") for row in case["custody"]]
    yield "bases", [{"custody": row["id"], **basis} for row in case["custody"] for basis in row["basis"]]
    yield "restrictions", [_without(_without(row, "changes"), "basis") for row in case["restrictions"]]
    yield "reports", [{"restriction": row["id"], **one} for row in case["restrictions"] for one in row.get("basis", ())]
    yield "changes", [{"restriction": row["id"], **one} for row in case["restrictions"] for one in row["changes"]]
    yield "events", case["events"]
    yield "claims", case["claims"]
    yield "testimonies", [_spoken(row) for row in case["testimonies"]]
    yield "prior", case["prior"]


def _without(row: JSONDict, key: str) -> JSONDict:
    return {name: value for name, value in row.items() if name != key}


def _spoken(row: JSONDict) -> JSONDict:
    speaker = row["speaker"]
    return {**_without(row, "speaker"), "speaker_name": speaker["name"], "speaker_role": speaker["role"]}
