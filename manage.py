#!/usr/bin/env python
import os
import sys

import pghistory
from django.core.management import execute_from_command_line

from config.embedded import ServerError
from config.start import needs_database, start_database


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        if needs_database(sys.argv[1:]):
            start_database()
    except ServerError as error:
        sys.exit(str(error))
    with pghistory.context(path=f"manage.py {' '.join(sys.argv[1:2])}"):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
