"""Makes .venv with the pinned packages: `python3 config/install.py run|s3|laptop|dev`.

Plain standard library, and readable by an old Python, which has to be able to say that it is too old.
"""

import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
OLDEST = (3, 11)
LOCKS = {"run": ("run", "s3", "laptop", "dev"), "s3": ("s3", "dev"), "laptop": ("laptop", "dev"), "dev": ("dev",)}
"""Each with those that hold all of it: production, production with its files in a bucket, a laptop with its own
PostgreSQL, and who works on the code."""


def main(wanted: str) -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            f"Shekteu needs Python 3.11 or newer, and {sys.executable} is {version()}. "
            "Install one and say which: make run PYTHON=/path/to/python3.11"
        )
    if installed(wanted):
        return
    started = time.monotonic()
    make_venv()
    install(wanted)
    with STAMP.open("a") as file:
        file.write(stamp(wanted))
    print(f"Packages are installed ({time.monotonic() - started:.0f} s)", flush=True)


def version() -> str:
    return ".".join(str(number) for number in sys.version_info[:2])


def lock(wanted: str) -> Path:
    return ROOT / "requirements" / f"{wanted}.txt"


def stamp(wanted: str) -> str:
    """The line that stands for this lock file in this folder: a virtual environment does not survive a move."""
    return f"{wanted} {hashlib.sha256(lock(wanted).read_bytes()).hexdigest()} {VENV}\n"


def installed(wanted: str) -> bool:
    """Whether .venv works and has these packages, or more: a laptop has all that production has."""
    if not STAMP.exists() or not PYTHON.exists() or subprocess.call([str(PYTHON), "-c", ""]) != 0:
        return False
    stamps = STAMP.read_text()
    return any(stamp(more) in stamps for more in LOCKS[wanted])


def make_venv() -> None:
    if PYTHON.exists() and STAMP.exists() and f" {VENV}\n" in STAMP.read_text():
        return
    refuse_read_only()
    print(f"Making a virtual environment in .venv with Python {version()}", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        sys.exit(
            "The virtual environment could not be made (see above). On Debian and Ubuntu: "
            "apt-get install python3-venv, then try again."
        )


def refuse_read_only() -> None:
    """Says which folder cannot be written to: venv's own words would send people to look for a package."""
    for folder in (ROOT, VENV):
        try:
            if folder == ROOT or folder.exists():
                tempfile.TemporaryFile(dir=str(folder)).close()
        except OSError as error:
            sys.exit(
                f"{folder} cannot be written to ({error.strerror}), and the packages are kept in it. "
                "Copy the project into a folder of yours, such as your home folder, and try again there."
            )


def install(wanted: str) -> None:
    print(f"Installing the pinned packages of requirements/{wanted}.txt (a minute or so)", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--progress-bar", "off"]
    command += ["--quiet", "--only-binary", ":all:", "--require-hashes", "-r", str(lock(wanted))]
    if subprocess.call(command) != 0:
        sys.exit(
            "The packages could not be installed (see above). Without a network: put the wheels into a folder and "
            "say PIP_NO_INDEX=1 PIP_FIND_LINKS=/the/folder make run. Behind a proxy: set HTTPS_PROXY."
        )


if __name__ == "__main__":
    main(sys.argv[1])
