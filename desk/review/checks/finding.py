"""One thing that a check found."""

from typing import NamedTuple


class Finding(NamedTuple):
    """`where` names the fact (`event 3`), `words` say what is wrong and what to do."""

    code: str
    blocks: bool
    where: str
    words: str
