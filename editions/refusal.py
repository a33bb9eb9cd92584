"""Why something cannot be published, withdrawn or redacted."""

from collections.abc import Mapping, Sequence


class Refused(ValueError):
    """It cannot be done as things stand; `problems` says why and what to do, a line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def refuse_without_reason(reason: Mapping[str, str]) -> None:
    """Raise Refused unless `reason` says something in some language."""
    if not any(text.strip() for text in reason.values()):
        raise Refused(["there is no reason: say in a sentence why; readers will see it"])
