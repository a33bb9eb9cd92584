"""One structured line in the log for what operators have to know of: publication, refusal, sign-in, import, erasure.

A line holds numbers and plain words of our own, accounts by their number, never a name, an id of a case or a text.
"""

import json
import logging

LOGGER = logging.getLogger("shekteu.events")


def log_event(event: str, *, account: int | None = None, **facts: int | str | list[int]) -> None:
    """Writes a line of JSON: the event, the number of the account, and the facts in their order."""
    who = {} if account is None else {"account": account}
    LOGGER.info(json.dumps({"event": event, **who, **facts}))
