"""Files that are there whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import CommandError
from django.db import connection, transaction

from records.whole_files import whole


@contextmanager
def written(file: str, private: bool = False) -> Iterator[BinaryIO]:
    """A stream to `file`, which takes its place when the block ends well; a private one is its owner's alone. Raises
    CommandError."""
    try:
        with whole(Path(file)) as part, part.open("wb") as stream:
            if private:
                part.chmod(0o600)
            yield stream
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}: check the folder") from error


@contextmanager
def one_moment() -> Iterator[None]:
    """All queries inside see the archive of one moment, whoever writes meanwhile.

    Within a transaction that has begun before, they see what that one sees.
    """
    begun = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if not begun:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
