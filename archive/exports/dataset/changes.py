"""What changed since the release before, and what was openly withdrawn."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.exports.columns import CASE_ID, Table, id_, plain, texts
from archive.exports.dataset.places import DiskPlace, ReleasePlace, place_of
from archive.index.models import WrittenRelease
from editions.models import Edition
from editions.reasons import SILENT
from records.json_dict import JSONDict

CASES_FILE = "cases.jsonl"
WITHDRAWN = Table(
    "withdrawn",
    _("One row for each case that was openly withdrawn. Delete it from copies of earlier releases."),
    (
        id_("case_id", _("The case’s id, as in its address.")),
        plain("withdrawn_on", "date", _("The day on which it was withdrawn, in Almaty."), required=True),
        *texts("reason", _("The reason that readers are given")),
    ),
    ("case_id",),
)
CHANGES = Table(
    "changes",
    _("One row for each case that is new, changed or openly withdrawn since the release before."),
    (
        CASE_ID,
        plain("change", "string", _("What happened to it: added, changed or withdrawn."), required=True),
        plain("release_before", "date", _("The day of the release before; empty: there is none.")),
        plain("version_before", "integer", _("Its version in the release before.")),
        plain("version", "integer", _("Its version in this release.")),
        *texts("reason", _("The reason of the newest version or of the withdrawal")),
    ),
    ("case_id",),
)


def withdrawn_rows() -> Iterator[JSONDict]:
    """Open withdrawals that stand. Of what is withheld in silence nothing is said, not even that it was."""
    newest = Edition.objects.newest_per_case().filter(kind=Edition.Kind.WITHDRAWN).exclude(reason=SILENT)
    for case_id, moment, reason in newest.order_by("case_id").values_list("case_id", "published_at", "reason"):
        if case_id:
            yield {"case_id": case_id, "withdrawn_on": timezone.localdate(moment), "reason": reason}


def release_before(place: ReleasePlace, day: date) -> WrittenRelease | None:
    """The newest release beside this one of an earlier day."""
    earlier = WrittenRelease.objects.filter(folder__startswith=f"{place.parent}/", day__lt=day)
    for row in earlier.order_by("-day", "folder"):
        beside = place_of(row.folder)
        if beside.parent == place.parent and CASES_FILE in {file.name for file in beside.files()}:
            return row
    return None


def change_rows(folder: Path, before: WrittenRelease | None, day: date) -> Iterator[JSONDict]:
    """Compares the cases of two releases by the chain's own keys of them, so that a new id is no new case."""
    old = versions_in(place_of(before.folder)) if before else {}
    new = versions_in(DiskPlace(folder))
    reasons = dict(
        Edition.objects.filter(key__in=[row["version_key"] for row in new.values()]).values_list("key", "reason")
    )
    since = {"release_before": before.day if before else None}
    for case_key, row in sorted(new.items(), key=lambda pair: pair[1]["case_id"]):
        version_before = old[case_key]["version"] if case_key in old else None
        if version_before != row["version"]:
            change = "changed" if case_key in old else "added"
            versions = {"version_before": version_before, "version": row["version"]}
            yield {
                "case_id": row["case_id"],
                "change": change,
                **since,
                **versions,
                "reason": reasons[row["version_key"]],
            }
    for row in withdrawn_rows():
        if before and before.day < row["withdrawn_on"] <= day:
            nothing = {"version_before": None, "version": None}
            yield {"case_id": row["case_id"], "change": "withdrawn", **since, **nothing, "reason": row["reason"]}


def versions_in(place: ReleasePlace) -> dict[str, JSONDict]:
    """The rows of a release's cases by what the chain knows the case by."""
    with place.open(CASES_FILE) as file:
        rows = {row["version_key"]: row for row in map(json.loads, file)}
    keys = Edition.objects.filter(key__in=list(rows)).values_list("key", "case_key")
    return {case_key: rows[key] for key, case_key in keys}
