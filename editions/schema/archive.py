"""The whole archive file."""

from typing import Final, Literal

from editions.schema.case import Case, sorted_case
from editions.schema.person import Person
from editions.schema.shared import Court, Label, Source, Trial
from editions.schema.values import Part
from records.json_dict import JSONDict

FORMAT: Final = "shekteu/1"


class ArchiveFile(Part):
    """One archive, or a piece of one, as a file carries it."""

    format: Literal["shekteu/1"]
    sources: list[Source] = []
    courts: list[Court] = []
    trials: list[Trial] = []
    occupations: list[Label] = []
    tags: list[Label] = []
    people: list[Person] = []
    cases: list[Case] = []

    def to_dict(self) -> JSONDict:
        """The plain object with its rows sorted by id."""
        plain = self.model_dump()
        for subject in ("sources", "courts", "trials", "occupations", "tags", "people", "cases"):
            plain[subject].sort(key=lambda row: row["id"])
        plain["cases"] = [sorted_case(case) for case in plain["cases"]]
        return plain
