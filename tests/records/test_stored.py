import errno
import os
from pathlib import Path
from typing import Any

import pytest

from records import stored


def test_upload_on_a_full_disk_leaves_nothing(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.VAR = tmp_path
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        write(path, content[:2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        stored.store(stored.CLEANED, b"a portrait", "webp")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["\x00", "../settings.py", "a" * 64 + ".pdf\n", "a" * 64 + ".exe"])
def test_no_other_name_is_looked_for(tmp_path: Path, settings: Any, name: str) -> None:
    settings.VAR = tmp_path
    assert (stored.exists(stored.CLEANED, name), stored.read(stored.CLEANED, name)) == (False, None)
