import errno
import os
from pathlib import Path

import pytest

from records.whole_files import whole


def test_file_is_there_when_the_block_ends_well(tmp_path: Path) -> None:
    with whole(tmp_path / "x.pdf") as part:
        part.write_bytes(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
    assert (tmp_path / "x.pdf").read_bytes() == b"whole"


def test_full_disk_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"before")
    with pytest.raises(OSError, match="No space left"), whole(tmp_path / "x.pdf") as part:
        part.write_bytes(b"ha")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
    assert (tmp_path / "x.pdf").read_bytes() == b"before"
