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


class Typist:
    """Fills the form. `labels` says what a search box shows for an id."""

    def __init__(self, page: Page, labels: Mapping[str, str]) -> None:
        self.page, self.labels = page, labels
        self.fields = self.clicks = 0
        self.cited: list[tuple[str, str, str]] = []

    def click(self, where: str) -> None:
        self.page.click(where)
        self.clicks += 1

    def fill(self, name: str, value: Any) -> None:
        """One field, whatever kind of control it is."""
        _fill(self.page.locator(f'[name="{name}"]:not([type=hidden])').first, value)
        self.fields += 1

    def search(self, name: str, wanted: str) -> None:
        """One row by its search box."""
        self.click(f"#id_{name} + .select2")
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
        for key, value in row.items():
            if value not in (None, "", [], {}):
                self._value(f"{part}-{number}-{NAMES.get(key, key)}", key, value, fact)

    def _value(self, name: str, key: str, value: Any, fact: str) -> None:
        if key == "sources":
            self._sources(name, value, fact)
        elif key in ("court", "case"):
            self.search(name, value)
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
        """A text in three languages."""
        for language, text in texts.items():
            self.fill(f"{name}_{language}", text)

    def _boxes(self, name: str, words: list[str]) -> None:
        for word in words:
            self.click(f'[name="{name}"][value="{word}"]')

    def _sources(self, name: str, value: Any, fact: str) -> None:
        for source in value if isinstance(value, list) else value.get("all", []):
            self.search(name, source)
        if isinstance(value, dict):
            self.cited += [(fact, field, one) for field, ids in value.items() if field != "all" for one in ids]

    def single_fields(self) -> None:
        """The sources of single fields, in the part of their own."""
        self.open("citations")
        for number, (fact, field, source) in enumerate(self.cited):
            self.click("#citations-group .add-row a")
            self.fill(f"citations-{number}-fact", fact)
            self.fill(f"citations-{number}-field", field)
            self.search(f"citations-{number}-source", source)

    def whole_case(self, case: JSONDict) -> None:
        """Everything of a case's record into the form."""
        self.fill("slug", case["id"])
        self.search("person", case["person"])
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


def _fill(box: Locator, value: Any) -> None:
    kind = box.evaluate("one => one.tagName + (one.type || '')")
    if kind.startswith("SELECT"):
        box.select_option({True: "true", False: "false"}.get(value, str(value)))
    elif kind == "INPUTcheckbox":
        box.set_checked(bool(value))
    else:
        box.fill(str(value))


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
