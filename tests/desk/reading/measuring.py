"""How well the passages are read: `python -m tests.desk.reading.measuring [ru_first …]`."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desk.reading.reading import read
from desk.reading.text import even

FOLDER = Path(__file__).parent / "passages"
LANGUAGES = ("ru", "kk", "en")
Said = frozenset[tuple[str, tuple[str, ...]]]


class Passage(NamedTuple):
    """A text and what its reader would enter."""

    name: str
    paper: str
    text: str
    said: Said


class Measure(NamedTuple):
    """Of what was proposed, how much was right; of what is said, how much was proposed."""

    right: int
    proposed: int
    said: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed

    @property
    def recall(self) -> float:
        return self.right / self.said


def passages(*files: str) -> Iterator[Passage]:
    for file in files:
        for block in (FOLDER / f"{file}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
            head, *lines = block.splitlines()
            name, paper = head.removeprefix("# ").split()
            text = "\n".join(line for line in lines if line[0] not in "=?")
            yield Passage(name, paper, text, frozenset(map(entry, (line for line in lines if line[0] in "=?"))))


def entry(line: str) -> tuple[str, tuple[str, ...]]:
    field, values = line[2:].split(": ", 1)
    return field, tuple(values.split(" / ")) if line[0] == "?" else (values,)


def proposed(passage: Passage) -> Said:
    return frozenset((proposal.field, proposal.values) for proposal in read(even(passage.text), passage.paper))


def measure(*files: str) -> Measure:
    total = Counter[str]()
    for passage in passages(*files):
        read_ = proposed(passage)
        total.update(right=len(read_ & passage.said), proposed=len(read_), said=len(passage.said))
    return Measure(**total)


if __name__ == "__main__":
    files = sys.argv[1:]
    for passage in passages(*files):
        read_ = proposed(passage)
        for word, lines in (("wrong", read_ - passage.said), ("missed", passage.said - read_)):
            sys.stdout.writelines(
                f"{passage.name} {word} {field} {' / '.join(values)}\n" for field, values in sorted(lines)
            )
    for file in files:
        figures = measure(file)
        sys.stdout.write(f"{file}: precision {figures.precision:.3f}, recall {figures.recall:.3f} {tuple(figures)}\n")
