"""Lines of the log for operators."""

import json
from typing import Any

import pytest

from records.events import log_event


def test_line_is_json_with_the_account_by_its_number(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "shekteu.events"):
        log_event("publication", account=3, editions=[12, 13])
        log_event("erasure", edition=4)

    lines: list[Any] = [json.loads(record.getMessage()) for record in caplog.records]
    assert lines == [
        {"event": "publication", "account": 3, "editions": [12, 13]},
        {"event": "erasure", "edition": 4},
    ]
