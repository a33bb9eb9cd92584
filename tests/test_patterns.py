"""No pattern of ours takes long on any text: each is timed on hostile ones, made from its own words.

Every module is imported and every compiled pattern in it found, alone or in a table; `re.sub` and its like by reading
the source. A pattern that goes back over the same signs again and again needs a thousand times as long here.
"""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("law", "records", "people", "cases", "restrictions", "editions", "archive", "desk", "inbox", "limits")
SIGNS = 1_000
SECONDS = 0.01
"""A linear pattern needs less than a hundredth; one that is quadratic needs four times this."""
UNITS = (
    "a",
    "A",
    "1",
    "а",
    "«",
    " ",
    ".",
    "-",
    "/",
    "<",
    '"',
    "_",
    "A ",
    "a ",
    "1 ",
    "1.",
    "a-",
    "1-",
    "a1",
    "8 ",
    "(",
)
HEADS = ("", "1 ", "2016 ")
ANYWHERE = ("search", "finditer", "findall", "sub", "subn", "split")


class Used(NamedTuple):
    """A pattern, where it stands, and how it is used."""

    place: str
    pattern: re.Pattern[str]
    method: str


def patterns() -> list[Used]:
    found: dict[tuple[str, int], Used] = {}
    for package in PACKAGES:
        for info in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if ".migrations" not in info.name:
                for used in of_module(importlib.import_module(info.name)):
                    found.setdefault((used.pattern.pattern, used.pattern.flags), used)
    return list(found.values())


def of_module(module: Any) -> Iterator[Used]:
    source = Path(module.__file__).read_text()
    for name, content in vars(module).items():
        for pattern in within(content):
            yield Used(f"{module.__name__}.{name}", pattern, method_of(name, pattern, source))
    for call in ast.walk(ast.parse(source)):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method), args=[ast.Constant(value=str(text)), *_]
            ):
                pattern = re.compile(text)
                how = method_of("", pattern, "") if method == "compile" else method
                yield Used(f"{module.__name__}:{call.lineno}", pattern, how)


def within(content: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, or in a table of a module."""
    if isinstance(content, re.Pattern) and isinstance(content.pattern, str):
        yield content
    elif depth < 4 and isinstance(content, dict):
        yield from (pattern for part in content.values() for pattern in within(part, depth + 1))
    elif depth < 4 and isinstance(content, (list, tuple, set, frozenset)):
        yield from (pattern for part in content for pattern in within(part, depth + 1))


def method_of(name: str, pattern: re.Pattern[str], source: str) -> str:
    """How a module uses its pattern: from the beginning of a text alone, or anywhere in it."""
    if name and re.search(rf"\b{name}\.(?:{'|'.join(ANYWHERE)})\(", source):
        return "search"
    if name and f"{name}.fullmatch(" in source:
        return "fullmatch"
    return "match" if f"{name}.match(" in source or pattern.pattern.endswith(r"\Z") else "search"


def hostile_texts(pattern: re.Pattern[str]) -> Iterator[str]:
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", re.sub(r"\\.", " ", pattern.pattern))))[:4]
    units = (*UNITS, *words, *(f"{word} " for word in words), *(f"{word} a" for word in words))
    for head in (*HEADS, *(f"{word}{end}" for word in words[:2] for end in (" ", ". "))):
        for unit in units:
            yield head + unit * (SIGNS // len(unit)) + "\x00"


def slow_on(run: Callable[[str], object], texts: Iterator[str]) -> str:
    """The first text that takes too long, twice: a busy machine is no reason."""
    for text in texts:
        if all(seconds(run, text) > SECONDS for _ in range(2)):
            return text[:20]
    return ""


def seconds(run: Callable[[str], object], text: str) -> float:
    """How long a pattern looks; it is interrupted after a tenth of a second."""
    before = signal.signal(signal.SIGVTALRM, interrupt)
    begun = time.thread_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.1)
        run(text)
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.thread_time() - begun


def interrupt(*_signal: object) -> None:
    raise TimeoutError


def test_patterns_on_hostile_texts() -> None:
    every = patterns()
    assert len(every) > 150
    slow = {}
    for place, pattern, method in every:
        run = getattr(pattern, method if method in ("match", "fullmatch") else "search")
        if text := slow_on(run, hostile_texts(pattern)):
            slow[place] = text
    assert slow == {}


@pytest.mark.parametrize("pattern", [r"\s*,?\s*(?:x)?\s*y", r"(?:\w+\s*){2}1", r"\bул\.\s+[\w ]+?\s*\d"])
def test_slow_pattern_is_found(pattern: str) -> None:
    assert slow_on(re.compile(pattern).search, hostile_texts(re.compile(pattern)))
