"""A production machine in a folder: Debian's PostgreSQL and nginx with the files of deploy/, gunicorn between them."""

import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
HOST, ONION = "archive.example", "invented.onion"
CONTACT = "Invented & Sons; $(id) `id`"
"""What no shell may read."""
PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/nowhere"))
CREATE = "CREATE DATABASE {} OWNER shekteu TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
PATIENCE = 90
START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.set_inheritable(3, True); "
    "os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid())); os.execv(sys.argv[2], sys.argv[2:])"
)
"""Hands the socket over as systemd does."""


def missing() -> str:
    """What this machine lacks to be one for production."""
    if os.getuid() != 0:
        return "starting servers as their own users needs root"
    lacking = [name for name in ("nginx", "openssl") if not shutil.which(name)]
    return f"no {lacking[0]} here" if lacking else "" if PROGRAMS.exists() else "no PostgreSQL of Debian here"


def wait_for(answers: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def mounted(folder: Path) -> bool:
    """Makes a folder a disk of its own, in memory, which can run full; says whether that is allowed here."""
    command = ["mount", "-t", "tmpfs", "-o", "size=2g", "shekteu", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class Cluster:
    """A PostgreSQL of its own, with the settings of deploy/postgresql.conf."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.wal = folder, folder / "data", folder / "wal"
        folder.chmod(0o755)
        for path in (self.data, self.wal, folder / "socket"):
            path.mkdir(mode=0o700, exist_ok=True)
            shutil.chown(path, "postgres")

    def run(self, program: str, *words: str) -> str:
        command = [str(PROGRAMS / program), *words]
        done = subprocess.run(command, user="postgres", cwd="/", capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
        return done.stdout

    def init(self) -> None:
        self.run("initdb", "--auth=trust", "--no-locale", "--encoding=UTF8", f"--pgdata={self.data}")
        settings = (DEPLOY / "postgresql.conf").read_text().replace("/srv/wal", str(self.wal))
        settings += f"\nunix_socket_directories = '{self.folder / 'socket'}'\n"
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(settings)
        for line in re.findall(
            r"^(?:sed|printf) .*/main/pg_\w+\.conf$", (ROOT / "docs/deploy.md").read_text(), re.MULTILINE
        ):
            words = line.replace("/etc/postgresql/15/main", str(self.data)).replace(
                "'shekteu shekteu %s", "'shekteu root %s"
            )
            subprocess.run(["/bin/sh", "-c", words], check=True)

    def start(self) -> None:
        self.run("pg_ctl", "start", "--wait", f"--pgdata={self.data}", f"--log={self.wal.parent / 'socket' / 'log'}")

    def stop(self) -> None:
        subprocess.run(
            [PROGRAMS / "pg_ctl", "stop", "--mode=immediate", f"--pgdata={self.data}"],
            user="postgres", cwd="/", capture_output=True, check=False,
        )  # fmt: skip

    def is_running(self) -> bool:
        """Whether it takes connections; after a crash it comes back by itself, or has given up."""
        command = [PROGRAMS / "pg_isready", f"--host={self.folder / 'socket'}"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def sql(self, statement: str, database: str = "postgres") -> str:
        where = f"--host={self.folder / 'socket'}"
        return self.run("psql", where, database, "-v", "ON_ERROR_STOP=1", "-Atqc", statement).strip()

    def url(self, role: str, database: str = "shekteu") -> str:
        return f"postgresql://{role}@/{database}?host={self.folder / 'socket'}"

    def prepare(self) -> None:
        """The two roles, and a database of the owner's."""
        self.sql("CREATE ROLE shekteu LOGIN CREATEDB")
        self.sql("CREATE ROLE shekteu_site LOGIN")
        self.sql(CREATE.format("shekteu"))


class Site:
    """Gunicorn with an environment and a folder of its own, behind a socket that outlives it as systemd's does."""

    def __init__(self, folder: Path, environ: dict[str, str], address: str | tuple[str, int]) -> None:
        self.folder, self.log, self.address = folder, folder / "gunicorn", address
        (folder / "metrics").mkdir(parents=True)
        self.environ = environ | {"PROMETHEUS_MULTIPROC_DIR": str(folder / "metrics")}
        self.listen()

    def listen(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX if isinstance(self.address, str) else socket.AF_INET)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(self.address)
        self._socket.listen(2048)

    def start(self) -> None:
        gunicorn = [sys.executable, "-m", "gunicorn", "--workers", "2", "config.wsgi"]
        command = [sys.executable, "-c", START, str(self._socket.fileno()), *gunicorn]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self.environ, pass_fds=[self._socket.fileno()], stderr=log
            )

    def workers(self) -> set[int]:
        return {child.pid for child in psutil.Process(self._process.pid).children()}

    def reload(self) -> None:
        self._process.send_signal(signal.SIGHUP)

    def restart(self) -> None:
        """`systemctl restart`: the old one finishes, the socket stays."""
        self.stop()
        self.start()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)

    def die(self) -> None:
        """The whole machine is gone, in the midst of what it does: nobody listens any more."""
        self._socket.close()
        for process in (psutil.Process(self._process.pid), *psutil.Process(self._process.pid).children()):
            process.kill()
        self._process.wait(PATIENCE)

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: Any = None) -> "Answer":
        """One request to the application itself, as somebody on its machine."""
        with socket.socket(self._socket.family) as raw:
            raw.settimeout(PATIENCE)
            raw.connect(self.address)
            return ask(raw, path, {"Host": HOST, **(headers or {})}, method, body)

    def close(self) -> None:
        if self._process.poll() is None:
            self.stop()
        self._socket.close()


class Proxy:
    """Debian's nginx with the files of deploy/: places and ports are this machine's, and what a test changes."""

    def __init__(self, folder: Path, changes: dict[str, str]) -> None:
        self.folder, self.http, self.https = folder, free_port(), free_port()
        folder.mkdir(exist_ok=True)
        places = {
            "/srv/shekteu/deploy/nginx-locations.conf": str(folder / "locations.conf"),
            "/run/shekteu/onion.sock": str(folder / "onion.sock"),
            "/var/lib/nginx/shekteu": str(folder / "cache"),
            "/var/log/nginx": str(folder),
            "listen 80": f"listen 127.0.0.1:{self.http}",
            "listen 443": f"listen 127.0.0.1:{self.https}",
        }
        for source, target in (("nginx-locations.conf", "locations.conf"), ("nginx.conf", "shekteu.conf")):
            text = (DEPLOY / source).read_text()
            for ours, theirs in (changes | places).items():
                text = text.replace(ours, theirs)
            text = "\n".join(line for line in text.splitlines() if "listen [::]" not in line)
            (folder / target).write_text(text)
        (folder / "nginx.conf").write_text(
            f"user root; daemon off; pid {folder}/pid; events {{ worker_connections 1024; }}\n"
            f"http {{ include /etc/nginx/mime.types; include {folder}/shekteu.conf; }}\n"
        )
        command = ["nginx", "-e", str(folder / "nginx"), "-c", str(folder / "nginx.conf")]
        with (folder / "nginx.out").open("ab") as log:
            self._server = subprocess.Popen(command, stderr=log)
        wait_for((folder / "pid").exists, f"nginx does not start: {(folder / 'nginx.out').read_text()}")

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)


class Machine:
    """The whole: what the tests talk to."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="shekteu-deploy-"))
        self.is_disk = mounted(self.folder)
        self.folder.chmod(0o755)
        (self.folder / "postgres").mkdir()
        self.cluster = Cluster(self.folder / "postgres")
        self.var, self.tls = self.folder / "var", self.folder / "tls"
        for path in (self.var, self.tls):
            path.mkdir()
        self._started: list[Site | Proxy] = []

    def environ(self, role: str = "shekteu") -> dict[str, str]:
        return os.environ | self.variables(role)

    def variables(self, role: str) -> dict[str, str]:
        return {
            "DEBUG": "0",
            "SECRET_KEY": "invented, and as long as a secret of production has to be: 0123456789",
            "ALLOWED_HOSTS": f"{HOST},{ONION}",
            "DATABASE_URL": self.cluster.url(role),
            "CONTENT_LICENCE": "CC-BY-SA-4.0",
            "SHEKTEU_VAR": str(self.var),
            "BEHIND_PROXY": "1",
        }

    def manage(
        self, *words: str, role: str = "shekteu", environ: dict[str, str] | None = None, may_fail: bool = False
    ) -> str:
        """What the command says; an assertion that it works, unless it may fail."""
        command = [sys.executable, "manage.py", *words]
        environ = {name: text for name, text in (environ or self.environ(role)).items() if "PROMETHEUS" not in name}
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
        assert may_fail or done.returncode == 0, f"{words[0]}: {done.stdout}{done.stderr}"
        return done.stdout + (done.stderr if may_fail else "")

    def set_up(self) -> None:
        """What docs/deploy.md says, in its order."""
        self.cluster.init()
        self.cluster.start()
        self.cluster.prepare()
        self.update()
        self.manage("import_archive", "fixtures/kazakhstan.json", "--publish", "--reason", "First publication")
        self.manage("seal")
        self.make_certificate()
        self.site = Site(self.folder / "site", self.environ("shekteu_site"), str(self.folder / "http.sock"))
        self.start_site(self.site)
        self.proxy = self.start_proxy("proxy", {})
        wait_for(self._answers, "nginx and gunicorn do not answer")

    def update(self) -> str:
        """Runs deploy/update as root would. Returns what it asks of systemd, which is not here."""
        (self.folder / "environment").write_text(
            f'# Invented.\nPRESS_CONTACT="{CONTACT}"\n'
            + "".join(f"{name}={text}\n" for name, text in self.variables("shekteu_site").items())
        )
        programs = self.folder / "programs"
        programs.mkdir(exist_ok=True)
        for name in ("make", "systemctl"):
            (programs / name).write_text(f'#!/bin/sh\necho {name} "$@" >> {programs}/said\n[ "$1" != is-active ]\n')
            (programs / name).chmod(0o755)
        self.of_root = os.environ | {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "SHEKTEU_ENVIRONMENT": str(self.folder / "environment"),
            "SHEKTEU_USER": "root",
            "OWNER_URL": self.cluster.url("shekteu"),
        }
        done = subprocess.run([DEPLOY / "update"], env=self.of_root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return (programs / "said").read_text()

    def start_site(self, site: Site) -> None:
        site.start()
        self._started.append(site)

    def start_proxy(self, name: str, changes: dict[str, str]) -> Proxy:
        places = {"/etc/ssl/shekteu": str(self.tls), "/run/shekteu/http.sock": str(self.folder / "http.sock")}
        proxy = Proxy(self.folder / name, changes | places)
        self._started.append(proxy)
        return proxy

    def make_certificate(self) -> None:
        certificate = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        certificate += ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
        certificate += ["-keyout", str(self.tls / "key.pem"), "-out", str(self.tls / "fullchain.pem")]
        subprocess.run(["openssl", *certificate], check=True, capture_output=True)

    def _answers(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def connect(self, reader: int = 1, proxy: Proxy | None = None) -> ssl.SSLSocket:
        """A connection over TLS, of one of the readers that this machine can be."""
        context = ssl.create_default_context(cafile=str(self.tls / "fullchain.pem"))
        address = ("127.0.0.1", (proxy or self.proxy).https)
        raw = socket.create_connection(address, timeout=PATIENCE, source_address=(f"127.0.0.{reader}", 0))
        return context.wrap_socket(raw, server_hostname=HOST)

    def get(
        self,
        path: str,
        headers: dict[str, str] | None = None,
        method: str = "GET",
        body: Any = None,
        proxy: Proxy | None = None,
    ) -> "Answer":
        """One request over TLS through the proxy."""
        with self.connect(proxy=proxy) as secure:
            return ask(secure, path, {"Host": HOST, **(headers or {})}, method, body)

    def over_tor(self, path: str) -> "Answer":
        """One request as tor hands it over: the number of the circuit first."""
        with socket.socket(socket.AF_UNIX) as raw:
            raw.connect(str(self.proxy.folder / "onion.sock"))
            raw.sendall(b"PROXY TCP6 fc00:dead:beef:4dad::1:2 ::1 65535 80\r\n")
            return ask(raw, path, {"Host": ONION})

    def logs(self) -> dict[str, str]:
        """What gunicorn, nginx and PostgreSQL wrote down."""
        files = [self.site.log, *self.proxy.folder.glob("*nginx*"), self.proxy.folder / "shekteu.log"]
        files.append(self.cluster.folder / "socket" / "log")
        return {
            path.name: path.read_text(errors="replace") for path in files if path.suffix != ".conf" and path.exists()
        }

    def stop(self) -> None:
        for server in reversed(self._started):
            server.close()
        self.cluster.stop()
        if self.is_disk:
            subprocess.run(["umount", "--lazy", self.folder], check=True)
        shutil.rmtree(self.folder, ignore_errors=True)


class Answer:
    """An answer that was read to its end."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    connection: socket.socket, path: str, headers: dict[str, str], method: str = "GET", body: bytes | None = None
) -> Answer:
    client = http.client.HTTPConnection("unused")
    client.sock = connection
    client.request(method, path, body=body, headers=headers)
    return Answer(client.getresponse())
