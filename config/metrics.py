"""What the site's watchers read, in Prometheus' text: counts over all workers, and nothing of any visitor.

Under gunicorn PROMETHEUS_MULTIPROC_DIR names the folder that the workers share (deploy/systemd/shekteu.service).
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY

from config.backups.making import last_backup
from limits.readers import is_ours

SECONDS = (0.005, 0.02, 0.1, 0.5, 2, 10)
ANSWERS = Counter("shekteu_answers", "Answers by kind of page and status", ["page", "status"])
DURATION = Histogram("shekteu_answer_seconds", "How long an answer took", buckets=SECONDS)


def counted(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Counts answers by the name of the address's pattern: no case, no word of a search, no reader."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = get_response(request)
        DURATION.observe(time.perf_counter() - started)
        page = request.resolver_match.view_name if request.resolver_match else "kept or unknown"
        ANSWERS.labels(page or "other", str(response.status_code)).inc()
        return response

    return answer


@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """For who asks this machine itself: whoever comes through the proxy, or from elsewhere, finds nothing."""
    if "X-Forwarded-For" in request.headers or not is_ours(request.META.get("REMOTE_ADDR", "")):
        raise Http404
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    text = generate_latest(registry) + generate_latest(StateCollector())
    return HttpResponse(text, content_type=CONTENT_TYPE_LATEST)


class StateCollector:
    """How the archive is at the moment it is asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield gauge("disk_free_bytes", "Room for files", shutil.disk_usage(settings.VAR.parent).free)
        yield from age("backup", "Since the last backup from this machine", last_backup(settings.VAR))
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_database_size(current_database())")
                yield gauge("database_bytes", "Size of the database", cursor.fetchone()[0])
                cursor.execute("SELECT max(published_at) FROM editions_chainentry WHERE kind = 'sealed'")
                yield from age("seal", "Since the last seal of a day", cursor.fetchone()[0])
        except DatabaseError:
            yield gauge("database_up", "Whether the database answers", 0)
        else:
            yield gauge("database_up", "Whether the database answers", 1)
        if settings.REPLICAS:
            yield from replicas()


def gauge(name: str, text: str, number: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"shekteu_{name}", text, value=number)


def replicas() -> Iterator[GaugeMetricFamily]:
    """Each replica, and how much of the primary's log it has yet to do."""
    up = GaugeMetricFamily("shekteu_replica_up", "Whether a replica answers", labels=["replica"])
    behind = GaugeMetricFamily("shekteu_replica_behind_bytes", "Log that a replica has yet to do", labels=["replica"])
    primary = log_position(DEFAULT_DB_ALIAS, "pg_current_wal_lsn()")
    for alias in settings.REPLICAS:
        position = log_position(alias, "pg_last_wal_replay_lsn()")
        up.add_metric([alias], 0 if position is None else 1)
        if position is not None and primary is not None:
            behind.add_metric([alias], max(0, primary - position))
    yield from (up, behind)


def log_position(alias: str, function: str) -> int | None:
    """Bytes of the log since the cluster was made; None if the server does not answer, or is not what was said."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(f"SELECT ({function} - '0/0'::pg_lsn)::bigint")  # one of two words of ours
            position: int | None = cursor.fetchone()[0]
    except DatabaseError:
        return None
    return position


def age(name: str, text: str, moment: datetime | None) -> Iterator[GaugeMetricFamily]:
    """Seconds since a moment; nothing if there was none."""
    if moment:
        yield gauge(f"{name}_age_seconds", text, (timezone.now() - moment).total_seconds())
