"""Gunicorn's settings: `gunicorn --config deploy/gunicorn.py config.wsgi`. The socket comes from systemd."""

import os

from prometheus_client.multiprocess import mark_process_dead

workers = int(os.environ.get("WORKERS", "3"))
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 30
# A worker that has answered so much begins anew, not all at once: what leaks, leaks a little.
max_requests, max_requests_jitter = 20_000, 5_000
# Each worker loads the code of its own: a reload takes the new one.
preload_app = False
# Nobody's address is kept.
accesslog = None
errorlog = "-"
control_socket_disable = True


def child_exit(server: object, worker: object) -> None:
    """What a worker counted stays counted."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        mark_process_dead(worker.pid)  # type: ignore[attr-defined]
