"""Files that are there whole or not at all, and leave nothing half-written behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write first. It takes the path's place when the block ends well; else, on a full disk say, it goes."""
    # Of its own, so that two who write the same file do not write into each other's.
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
