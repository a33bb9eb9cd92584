"""Cases derived by hand from the code, as small files that a lawyer reads and writes without Python.

A file holds the facts in the archive file's own form (``person``, ``case``, perhaps the person's ``others`` and the
``sources`` that speak on a day), the article, the days that must come out, and one sentence why.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from editions.reckoning import reckoning_of
from editions.schema import Case, Person
from law.dates import DateRange, edtf
from law.outcome import Outcome, Reckoning
from law.states import state

FACTS = ("person", "case", "others", "sources")
REQUIRED = ("rule", "article", "about", "why", "case", "expected")
ALLOWED = {*REQUIRED, *FACTS, "real"}
FOLLOWS = "law:"
SOMEBODY = "somebody"
NOT_THERE = "no such restriction"

JSONDict = dict[str, Any]


class CaseFileError(ValueError):
    """A file does not have the form of a hand-derived case; the message says what to write."""


class WrongAnswer(NamedTuple):
    """One answer that is not what the file expects."""

    about: str
    field: str
    expected: Any
    computed: Any

    def __str__(self) -> str:
        expected, computed = _in_words(self.expected), _in_words(self.computed)
        return f"{self.about}, {self.field.replace('_', ' ')}: expected {expected}, computed {computed}"


class HandDerived(NamedTuple):
    """One file: what it says, and the facts to compute from."""

    path: Path
    rule: str
    article: str
    about: str
    why: str
    real: str | None
    facts: JSONDict
    expected: JSONDict

    def reckoning(self) -> Reckoning:
        facts = self.facts
        return reckoning_of(facts["case"], facts["person"], facts["others"], facts["sources"])

    def differences(self) -> list[WrongAnswer]:
        """Every answer that differs, in the order of the file."""
        reckoning = self.reckoning()
        return [
            WrongAnswer(about, field, expected, computed)
            for about, wanted in self.expected.items()
            for field, expected, computed in _compared(reckoning, about, wanted)
            if expected != computed
        ]


def read_folder(folder: Path) -> list[HandDerived]:
    """All cases below the folder, in the order of their paths. Raises CaseFileError."""
    return [read(path) for path in sorted(folder.rglob("*.json"))]


def read(path: Path) -> HandDerived:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CaseFileError(f"{path}: not JSON: {error}") from error
    missing = [name for name in REQUIRED if not content.get(name)]
    if missing:
        raise CaseFileError(f"{path}: write {', '.join(missing)}")
    if unknown := sorted(set(content) - ALLOWED):
        raise CaseFileError(f"{path}: nothing reads {', '.join(unknown)}; a case has {', '.join(sorted(ALLOWED))}")
    return HandDerived(
        path,
        content["rule"],
        content["article"],
        content["about"],
        content["why"],
        content.get("real"),
        _facts(path, content),
        content["expected"],
    )


def _facts(path: Path, content: JSONDict) -> JSONDict:
    """The facts in full, by the archive file's own schema, which fills in what a file leaves out."""
    try:
        return {
            "case": _case(content["case"]),
            "person": Person.model_validate(
                {"id": SOMEBODY, "names": {"en": "Somebody"}} | content.get("person", {})
            ).to_dict(),
            "others": [_case(other) for other in content.get("others", [])],
            "sources": content.get("sources", []),
        }
    except ValidationError as error:
        raise CaseFileError(f"{path}: {error}") from error


def _case(case: JSONDict) -> JSONDict:
    return Case.model_validate({"id": "invented", "person": SOMEBODY} | case).to_dict()


def _compared(reckoning: Reckoning, about: str, wanted: Any) -> Iterator[tuple[str, Any, Any]]:
    """Field by field what the file expects and what comes out."""
    if about == "contradictions":
        found = sorted([entry.code, *entry.about] for entry in reckoning.contradictions)
        yield "contradictions", sorted(wanted), found
        return
    answer = find(reckoning, about)
    if wanted is None or answer is None:
        yield "whether it follows", wanted is not None, answer is not None
        return
    for field, value in wanted.items():
        if field == "assumes":
            assumptions = {step.assumption for step in answer.steps}
            for assumption, expected in value.items():
                yield f"assumes {assumption}", expected, assumption in assumptions
        elif field == "state":
            for day, expected in value.items():
                yield f"state on {day}", expected, state(answer, date.fromisoformat(day))
        elif field == "likely":
            yield from _likely_compared(answer, value)
        else:
            yield field, value, _plain(_field(answer, field))


def _likely_compared(answer: Any, wanted: Any) -> Iterator[tuple[str, Any, Any]]:
    """The likely days that the file names, and the rules of the presumptions in their order; null: none is given."""
    likely = answer.likely
    if wanted is None or likely is None:
        yield "whether a likely reading is given", wanted is not None, likely is not None
        return
    for field, value in wanted.items():
        if field == "presumptions":
            yield "presumptions", value, list(dict.fromkeys(use.rule for use in likely.presumptions))
        else:
            yield f"likely {field}", value, _plain(_field(likely, field))


def find(reckoning: Reckoning, about: str) -> Any:
    """A verdict or a restriction by its id, or what the law derives by its kind; None if there is none."""
    for verdict in reckoning.verdicts:
        if verdict.id == about:
            return verdict
    outcomes = {outcome.id: outcome for outcome in reckoning.restrictions}
    return outcomes.get(about) or outcomes.get(FOLLOWS + about) or _of_kind(outcomes.values(), about)


def _of_kind(outcomes: Any, kind: str) -> Outcome | None:
    same = [outcome for outcome in outcomes if outcome.kind == kind]
    if len(same) > 1:
        raise CaseFileError(f"{kind}: there are several; name one of {', '.join(outcome.id for outcome in same)}")
    return same[0] if same else None


def _field(answer: Any, field: str) -> Any:
    if field == "early":
        return answer.early[0].date if answer.early else None
    if not hasattr(answer, field):
        raise CaseFileError(f"{field}: an answer has no such field")
    return getattr(answer, field)


def _plain(value: Any) -> Any:
    """As the file writes it: ranges of days as EDTF, no day known as an empty text."""
    if isinstance(value, DateRange):
        return edtf(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _in_words(value: Any) -> str:
    if value is None:
        return NOT_THERE
    if value == "":
        return "no day"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | Mapping | bool) else str(value)
