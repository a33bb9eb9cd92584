"""Work that dies at one of its statements, as if somebody had pulled the plug; and what has to be whole after it."""

import os
import signal
import socket
import traceback
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, connections

from editions.verify import verify

Work = Callable[[], Any]
Death = Callable[[], None]
ROOMS = ("records", "people", "cases", "restrictions", "editions", "archive", "desk", "inbox")
OF_EVERY_REQUEST = {"desk_usersession", "archive_keptpage"}
"""When somebody was last there; pages that can be made again."""


def kill() -> None:
    """The process is gone at once."""
    os.kill(os.getpid(), signal.SIGKILL)


def cut() -> None:
    """The line to the database is gone; the process lives on and has to cope."""
    with socket.socket(fileno=os.dup(connection.connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)


def dies_at(statement: int, death: Death, work: Work) -> bool:
    """Whether work in a process of its own reached its n-th statement, and died there. No transaction may be open."""
    connections.close_all()
    child = os.fork()
    if not child:
        _work_and_die(statement, death, work)
    _pid, status = os.waitpid(child, 0)
    return status != 0


def _work_and_die(statement: int, death: Death, work: Work) -> None:
    sent = 0

    def count(execute: Any, *arguments: Any) -> Any:
        nonlocal sent
        sent += 1
        if sent == statement:
            death()
        return execute(*arguments)

    try:
        with connection.execute_wrapper(count):
            work()
    except Exception as error:
        if not isinstance(error, DatabaseError):
            traceback.print_exc()
    finally:
        os._exit(int(sent >= statement))


def everything() -> dict[str, str]:
    """A digest of the rows of each table of ours."""
    tables = [model._meta.db_table for room in ROOMS for model in apps.get_app_config(room).get_models()]
    with connection.cursor() as cursor:
        digests = {}
        for table in sorted(set(tables) & set(connection.introspection.table_names()) - OF_EVERY_REQUEST):
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '')) FROM \"{table}\" t"
            )
            digests[table] = cursor.fetchone()[0]
    return digests


def complaints() -> list[str]:
    """What is wrong with the chain and its index."""
    return [str(check) for check in verify() if check.state == "broken"]
