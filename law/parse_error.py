"""Why a text is no date or no length."""


class ParseError(ValueError):
    """The message is ``pattern`` with ``values`` filled in, so that whoever shows it can translate ``pattern``."""

    def __init__(self, pattern: str = "", /, **values: object) -> None:
        super().__init__(pattern % values)
        self.pattern = pattern
        self.values = values
