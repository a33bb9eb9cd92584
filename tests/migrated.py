"""A database that is migrated once, to be copied by every test run until a migration changes."""

import hashlib
import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from config.embedded import USER, Server

ROOT = Path(__file__).resolve().parent.parent
MADE_BY = ("*/migrations/*.py", "records/*.py", "desk/accounts/roles.py", "config/settings.py")
"""The files that say what migrating comes to: the migrations and what they import."""
PACKAGES = ("Django", "django-allauth", "django-pghistory", "django-pgtrigger")


def template(server: Server) -> str:
    """The name of the migrated database, which is made if there is none of the present migrations."""
    name = f"migrated_{fingerprint()}"
    with psycopg.connect(host=str(server.socket_folder), user=USER, dbname="postgres", autocommit=True) as main:
        main.execute("SELECT pg_advisory_lock(20160122)")  # of several workers one migrates, the others wait
        names = [row[0] for row in main.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated_%'")]
        if name not in names:
            for old in names:
                main.execute(f"DROP DATABASE {old}")
            main.execute("CREATE DATABASE migrated_new")
            migrate(server, "migrated_new")
            main.execute(f"ALTER DATABASE migrated_new RENAME TO {name}")
    return name


def fingerprint() -> str:
    digest = hashlib.sha256(" ".join(importlib.metadata.version(package) for package in PACKAGES).encode())
    for file in sorted(file for pattern in MADE_BY for file in ROOT.glob(pattern)):
        digest.update(f"{file.relative_to(ROOT)} ".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def migrate(server: Server, name: str) -> None:
    """Migrates a database in a process of its own, so that this one is connected to no template."""
    url = f"postgresql://{USER}@/{name}?host={server.socket_folder}"
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, check=True)
