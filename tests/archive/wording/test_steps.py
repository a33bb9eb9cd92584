"""Every key that the engine can utter has words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from archive.wording import step_texts

LAW = Path(__file__).parents[3] / "law"
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+|reported|paused")
CHANGES = ("extended", "shortened", "lifted", "replaced")


def _trees() -> Iterator[ast.Module]:
    for path in sorted(LAW.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def _nodes(kind: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for tree in _trees() for node in ast.walk(tree) if isinstance(node, kind))


def _texts(node: ast.AST | None) -> set[str]:
    """The texts that an expression may come to, one side of each condition at a time."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) | _texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def _assigned(name: str) -> set[str]:
    return {
        text
        for node in _nodes(ast.Assign)
        for target in node.targets  # type: ignore[attr-defined]
        if isinstance(target, ast.Name) and target.id == name
        for text in _texts(node.value)  # type: ignore[attr-defined]
    }


def _operations() -> set[str]:
    found = _assigned("operation") | {f"{change}-on" for change in CHANGES}
    for call in _nodes(ast.Call):
        name = getattr(call.func, "id", None) or getattr(call.func, "attr", "")  # type: ignore[attr-defined]
        place = {"step": 1, "_step": 2, "Step": 3}.get(name)
        if place is not None and len(call.args) > place:  # type: ignore[attr-defined]
            found |= _texts(call.args[place])  # type: ignore[attr-defined]
    return found


def _assumptions() -> set[str]:
    found = _assigned("assumption")
    for keyword in _nodes(ast.keyword):
        if keyword.arg == "assumption":  # type: ignore[attr-defined]
            found |= _texts(keyword.value)  # type: ignore[attr-defined]
    for function in _nodes(ast.FunctionDef):
        if "assumption" in function.name:  # type: ignore[attr-defined]
            for node in ast.walk(function):
                found |= _texts(node.value) if isinstance(node, ast.Return) else set()
    return {key for key in found if KEY.fullmatch(key)}


def _missing() -> set[str]:
    """Prefixes of texts such as f"length:{row.id}", and the whole texts in missing=(...)."""
    found: set[str] = set()
    for joined in _nodes(ast.JoinedStr):
        first = joined.values[0]  # type: ignore[attr-defined]
        if isinstance(first, ast.Constant) and first.value.endswith(":"):
            found.add(first.value[:-1])
    for keyword in _nodes(ast.keyword):
        if keyword.arg == "missing" and isinstance(keyword.value, ast.Tuple):  # type: ignore[attr-defined]
            found |= {text for item in keyword.value.elts for text in _texts(item)}  # type: ignore[attr-defined]
    return found - {"law", "kind", "law:criminal-record"}


def test_every_operation_has_words() -> None:
    assert _operations() - step_texts.STEPS.keys() == set()


def test_every_assumption_has_words() -> None:
    assert _assumptions() - step_texts.ASSUMPTIONS.keys() == set()


def test_every_missing_fact_has_words() -> None:
    assert _missing() - step_texts.MISSING.keys() == set()


def test_the_search_finds_keys_at_all() -> None:
    assert {"add-length", "reported", "ends-when-served", "extended-on"} <= _operations()
    assert {"regime-unknown", "released-with-the-verdict"} <= _assumptions()
    assert {"length", "verdict", "in_force"} <= _missing()


def test_step_in_words() -> None:
    said = step_texts.step_sentence("add-length", {"start": "A", "length": "B", "result": "C"})
    assert said == "Start: A. Length: B. First day after the term: C."


def test_step_without_words_names_its_key() -> None:
    assert step_texts.step_sentence("new-one", {"result": "C"}) == "new-one: C"


def test_step_that_lacks_an_input_says_so() -> None:
    said = step_texts.step_sentence("extended-by", {"result": "C"})
    assert said == "Extended by: not known. The extension is added to the end: C."


def test_missing_names_the_row() -> None:
    assert (
        step_texts.missing_fact("length:ban", {"ban": "Ban on public activity"}) == "its length: Ban on public activity"
    )
