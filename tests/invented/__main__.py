"""`python -m tests.invented`: an invented archive, for measuring and for trying out."""

import argparse
import json
import os
import sys
from pathlib import Path

import django


def main() -> None:
    """Writes the invented archive as a file, or publishes it in the database that DATABASE_URL names."""
    parser = argparse.ArgumentParser(prog="python -m tests.invented", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, metavar="N", help="between 1 and 1,000,000")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("target", help="a folder for synthetic.json, or the word database: the one DATABASE_URL names")
    options = parser.parse_args()
    if not 1 <= options.cases <= 1_000_000:
        parser.error("--cases must be between 1 and 1,000,000.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.utils import timezone

    from tests.invented.archives.publishing import NotEmpty, archive_file, publish

    if options.target == "database":
        try:
            count = publish(options.cases, options.seed, timezone.now(), os.cpu_count() or 1)
        except NotEmpty as error:
            sys.exit(str(error))
        sys.stdout.write(f"{count} invented cases published.\n")
        return
    path = Path(options.target) / "synthetic.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(archive_file(options.cases, options.seed), ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"{options.cases} invented cases written to {path}.\n")


if __name__ == "__main__":
    main()
