"""`make run`: everything between an installed package and a page in the browser, in one process."""

import os
import shlex
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command, get_commands
from django.db import OperationalError

from config.embedded import ServerError, release_all
from config.start import start_database
from config.translations import compile_translations

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
REASON = "First publication of this archive's founding cases"
ALSO = (
    ("ru", "Первая публикация дел, с которых начинается архив"),
    ("kk", "Мұрағаттың алғашқы істерінің бірінші жариялануы"),
)


def main() -> None:
    """Sets the site up and serves it until Ctrl-C, TERM or HUP; then stops the database too."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(0))
    port = _port(os.environ.get("PORT") or "8000")
    _free(port)
    try:
        start_database()
        run(port)
    except OperationalError as error:
        sys.exit(f"The database does not answer: {error}\nStart it, or unset DATABASE_URL to use the embedded one.")
    except (ServerError, ImproperlyConfigured, CommandError) as error:
        sys.exit(str(error))
    except PermissionError as error:
        remedy = "make it writable, or copy the project into a folder of yours and try again there"
        sys.exit(f"{error.filename} cannot be written to ({error.strerror}): {remedy}.")
    finally:
        release_all()


def run(port: int) -> None:
    """Migrates, loads, compiles and serves."""
    django.setup()
    _say("Bringing the database up to date")
    call_command("migrate", verbosity=0, interactive=False, skip_checks=False)
    _load()
    compile_translations()
    _serve(port)


def _say(line: str) -> None:
    print(line, flush=True)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        sys.exit(f"PORT is {text!r}: write a number from 1 to 65535, such as PORT=8001 make run.")
    return int(text)


def _free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            sys.exit(f"Port {port} is for root only: take a higher one, such as PORT=8001 make run.")
        except OSError:
            sys.exit(f"Port {port} is in use: stop what uses it, or take another: PORT={port + 1} make run.")


def _load() -> None:
    """Loads the founding cases into an empty archive; never touches one with rows."""
    if "import_archive" not in get_commands() or not FIXTURES.exists():
        return
    from cases.models import Case

    if Case.objects.exists():
        return
    _say(f"Loading {FIXTURES.relative_to(ROOT)}")
    call_command("import_archive", str(FIXTURES), publish=True, reason=REASON, also=ALSO)


def account_command(environ: Mapping[str, str], port: int) -> str:
    """The whole command that makes the first account: the folder and the database that this site uses go with it."""
    given = [f"{name}={shlex.quote(environ[name])}" for name in ("SHEKTEU_VAR", "DATABASE_URL") if environ.get(name)]
    site = f"--site http://127.0.0.1:{port}"
    return " ".join(["cd", shlex.quote(str(ROOT)), "&&", *given, ".venv/bin/python manage.py first_account", site])


def _serve(port: int) -> None:
    _say(f"\nShekteu is on http://127.0.0.1:{port}/  (Ctrl-C stops it)")
    desk = f"http://127.0.0.1:{port}/{settings.DESK_PATH}/"
    _say(f"An editor's account, in another shell: {account_command(os.environ, port)}\nThe desk: {desk}\n")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"  # docs/deploy.md says how to serve it to the world
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, skip_checks=True)


if __name__ == "__main__":
    main()
