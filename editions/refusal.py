"""Why something cannot be published, withdrawn or redacted."""

from collections.abc import Sequence


class PublicationError(ValueError):
    """It cannot be done as things stand; `problems` says why and what to do, a line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)
