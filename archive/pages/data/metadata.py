"""What search engines for data read of /data/: schema.org Dataset."""

import json
from collections.abc import Callable, Sequence
from pathlib import PurePath

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from archive.exports.dataset.release import Release
from archive.exports.definitions import TABLES
from archive.pages.case.metadata import NOT_IN_SCRIPTS
from records.json_dict import JSONDict
from records.languages import LANGUAGES

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def json_ld(releases: Sequence[Release], absolute: Callable[[str], str]) -> SafeString:
    """The archive as a data set; its files are those of the newest release, else the live tables."""
    here = absolute(reverse("archive:data"))
    creator = {"@type": "Organization", "name": "Shekteu", "url": absolute("/")}
    described: JSONDict = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": here,
        "url": here,
        "name": _("Shekteu, a public archive of people in Kazakhstan under restricted freedom"),
        "description": " ".join(str(table.description) for table in TABLES.values()),
        "creator": creator,
        "publisher": creator,
        "license": settings.CONTENT_LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": list(LANGUAGES),
        "spatialCoverage": {"@type": "Country", "name": "Kazakhstan"},
        "variableMeasured": [column.name for column in TABLES["restrictions"].columns],
        "version": releases[0].name if releases else "",
        "dateModified": releases[0].day.isoformat() if releases else "",
        "distribution": [*(files_of(releases[0], absolute) if releases else live_files(absolute))],
    }
    text = json.dumps({name: field for name, field in described.items() if field}, ensure_ascii=False)
    return mark_safe("".join(NOT_IN_SCRIPTS.get(sign, sign) for sign in text))  # noqa: S308


def files_of(release: Release, absolute: Callable[[str], str]) -> list[JSONDict]:
    files = [(file, MEDIA_TYPES.get(PurePath(file.name).suffix)) for file in release.files]
    return [
        {
            "@type": "DataDownload",
            "name": file.name,
            "contentUrl": absolute(reverse("archive:release-file", args=[release.name, file.name])),
            "encodingFormat": media_type,
            "contentSize": f"{file.size} B",
            "sha256": file.digest,
        }
        for file, media_type in files
        if media_type
    ]


def live_files(absolute: Callable[[str], str]) -> list[JSONDict]:
    return [
        {
            "@type": "DataDownload",
            "name": f"{name}.csv",
            "contentUrl": absolute(reverse(f"archive:{name}-csv")),
            "encodingFormat": "text/csv",
        }
        for name in TABLES
    ]
