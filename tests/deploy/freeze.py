"""The database of a release, as a file from which later ones must find the way up:

    DJANGO_SETTINGS_MODULE=config.settings python -m tests.deploy.freeze tests/deploy/frozen/1.0.0.sql.gz

All in it is invented: what is frozen can never be taken back.
"""

import gzip
import json
import shutil
import sys
import tempfile
from pathlib import Path

import django

from tests.deploy.machine import Cluster
from tests.deploy.test_recovery import manage

CASES = 8


def main(target: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="shekteu-freeze-"))
    cluster = Cluster(folder)
    try:
        cluster.init()
        cluster.start()
        cluster.prepare()
        fill(cluster)
        where = f"--host={cluster.folder / 'socket'}"
        dump = cluster.run("pg_dump", where, "--no-owner", "--no-privileges", "shekteu")
        target.write_bytes(gzip.compress(dump.encode(), mtime=0))
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def fill(cluster: Cluster) -> None:
    """Invented cases, published, one of them corrected, one withdrawn; a seal."""
    django.setup()
    from tests.invented.archives.publishing import archive_file  # models come with it

    manage(cluster, "migrate", "--verbosity=0")
    file = cluster.folder / "archive.json"
    file.write_text(json.dumps(archive_file(CASES, 1)))
    publish = ("import_archive", str(file), "--publish", "--reason")
    manage(cluster, *publish, "First publication")
    plain = archive_file(CASES, 1)
    plain["cases"][0]["title"] = {"en": "An invented correction"}
    file.write_text(json.dumps(plain))
    manage(cluster, *publish, "Corrected", "--update")
    withdraw = "from django.utils.timezone import now; from editions.publish import withdraw; "
    words = f"withdraw({plain['cases'][1]['id']!r}, {{'en': 'Correction'}}, now())"
    manage(cluster, "shell", "-v0", "-c", withdraw + words)
    manage(cluster, "seal")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
