"""A production machine in a folder: Debian's PostgreSQL and nginx with the files of deploy/, gunicorn between them."""

import http.client
import os
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

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
HOST, ONION = "archive.example", "invented.onion"
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

    def start(self) -> None:
        self.run("pg_ctl", "start", "--wait", f"--pgdata={self.data}", f"--log={self.wal.parent / 'socket' / 'log'}")

    def stop(self) -> None:
        subprocess.run(
            [PROGRAMS / "pg_ctl", "stop", "--mode=immediate", f"--pgdata={self.data}"],
            user="postgres", cwd="/", capture_output=True, check=False,
        )  # fmt: skip

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


class Machine:
    """The whole: what the tests talk to."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="shekteu-deploy-"))
        self.folder.chmod(0o755)
        (self.folder / "postgres").mkdir()
        self.cluster = Cluster(self.folder / "postgres")
        self.var, self.run_folder, self.logs = self.folder / "var", self.folder / "run", self.folder / "logs"
        for path in (self.var, self.run_folder, self.logs, self.folder / "metrics", self.folder / "tls"):
            path.mkdir()
        self.http, self.https = free_port(), free_port()
        self._socket = socket.socket(socket.AF_UNIX)
        self._servers: dict[str, subprocess.Popen[bytes]] = {}

    def environ(self, role: str = "shekteu") -> dict[str, str]:
        return os.environ | {
            "DEBUG": "0",
            "SECRET_KEY": "invented, and as long as a secret of production has to be: 0123456789",
            "ALLOWED_HOSTS": f"{HOST},{ONION}",
            "DATABASE_URL": self.cluster.url(role),
            "CONTENT_LICENCE": "CC-BY-SA-4.0",
            "SHEKTEU_VAR": str(self.var),
            "BEHIND_PROXY": "1",
            "PROMETHEUS_MULTIPROC_DIR": str(self.folder / "metrics"),
        }

    def manage(self, *words: str, role: str = "shekteu") -> str:
        environ = {name: text for name, text in self.environ(role).items() if name != "PROMETHEUS_MULTIPROC_DIR"}
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{words[0]}: {done.stdout}{done.stderr}"
        return done.stdout

    def set_up(self) -> None:
        """What docs/deploy.md says, in its order."""
        self.cluster.init()
        self.cluster.start()
        self.cluster.prepare()
        self.manage("migrate", "--verbosity=0")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        self.manage("import_archive", "fixtures/kazakhstan.json", "--publish", "--reason", "First publication")
        self.manage("seal")
        grants = (ROOT / "docs" / "database-role.md").read_text().split("```sql\n")[1].split("```")[0]
        self.cluster.sql(grants, "shekteu")
        self._socket.bind(str(self.run_folder / "http.sock"))
        self._socket.listen(2048)
        self.start_site()
        self.start_proxy()

    def start_site(self) -> None:
        gunicorn = [sys.executable, "-m", "gunicorn", "--workers", "2", "config.wsgi"]
        command = [sys.executable, "-c", START, str(self._socket.fileno()), *gunicorn]
        with (self.logs / "gunicorn").open("ab") as log:
            self._servers["site"] = subprocess.Popen(
                command, cwd=ROOT, env=self.environ("shekteu_site"), pass_fds=[self._socket.fileno()], stderr=log
            )

    def reload_site(self) -> None:
        self._servers["site"].send_signal(signal.SIGHUP)

    def restart_site(self) -> None:
        """`systemctl restart`: the old one finishes, the socket stays."""
        self._servers["site"].terminate()
        self._servers["site"].wait(PATIENCE)
        self.start_site()

    def start_proxy(self) -> None:
        tls = self.folder / "tls"
        certificate = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        certificate += ["-subj", f"/CN={HOST}", "-keyout", str(tls / "key.pem"), "-out", str(tls / "fullchain.pem")]
        subprocess.run(["openssl", *certificate], check=True, capture_output=True)
        (self.folder / "locations.conf").write_text((DEPLOY / "nginx-locations.conf").read_text())
        (self.folder / "shekteu.conf").write_text(self._proxy_settings())
        (self.folder / "nginx.conf").write_text(
            f"user root; daemon off; pid {self.run_folder}/nginx.pid; events {{ worker_connections 1024; }}\n"
            f"http {{ include /etc/nginx/mime.types; include {self.folder}/shekteu.conf; }}\n"
        )
        command = ["nginx", "-e", str(self.logs / "nginx"), "-c", str(self.folder / "nginx.conf")]
        with (self.logs / "nginx.out").open("ab") as log:
            self._servers["proxy"] = subprocess.Popen(command, stderr=log)
        wait_for(lambda: self._answers(), "nginx and gunicorn do not answer")

    def _proxy_settings(self) -> str:
        """deploy/nginx.conf with the places and ports of this machine."""
        text = (DEPLOY / "nginx.conf").read_text()
        places = {
            "/srv/shekteu/deploy/nginx-locations.conf": str(self.folder / "locations.conf"),
            "/etc/ssl/shekteu": str(self.folder / "tls"),
            "/run/shekteu": str(self.run_folder),
            "/var/cache/nginx/shekteu": str(self.folder / "cache"),
            "/var/log/nginx": str(self.logs),
            "listen 80": f"listen 127.0.0.1:{self.http}",
            "listen 443": f"listen 127.0.0.1:{self.https}",
        }
        for ours, theirs in places.items():
            text = text.replace(ours, theirs)
        return "\n".join(line for line in text.splitlines() if "listen [::]" not in line)

    def _answers(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET", body: Any = None) -> "Answer":
        """One request over TLS through the proxy."""
        context = ssl.create_default_context(cafile=str(self.folder / "tls" / "fullchain.pem"))
        context.check_hostname = False
        raw = socket.create_connection(("127.0.0.1", self.https), timeout=PATIENCE)
        with context.wrap_socket(raw, server_hostname=HOST) as secure:
            return ask(secure, path, {"Host": HOST, **(headers or {})}, method, body)

    def directly(self, path: str) -> "Answer":
        """One request to the application itself, as somebody on this machine."""
        with socket.socket(socket.AF_UNIX) as raw:
            raw.connect(str(self.run_folder / "http.sock"))
            return ask(raw, path, {"Host": HOST})

    def over_tor(self, path: str) -> "Answer":
        """One request as tor hands it over: the number of the circuit first."""
        with socket.socket(socket.AF_UNIX) as raw:
            raw.connect(str(self.run_folder / "onion.sock"))
            raw.sendall(b"PROXY TCP6 fc00:dead:beef:4dad::1:2 ::1 65535 80\r\n")
            return ask(raw, path, {"Host": ONION})

    def stop(self) -> None:
        for server in self._servers.values():
            server.terminate()
        for server in self._servers.values():
            server.wait(PATIENCE)
        self._socket.close()
        self.cluster.stop()
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
