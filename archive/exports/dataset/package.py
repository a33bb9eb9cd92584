"""What describes a release to people and programs: data package, Datasette's metadata, citation."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from archive.exports.about import About
from archive.exports.codebook import allowed
from archive.exports.columns import Column, Table
from archive.exports.documents import dumped
from archive.exports.tables import INNER
from records.json_dict import JSONDict


def datapackage(folder: Path, about: About, tables: Mapping[str, Table]) -> str:
    """A Frictionless data package of the CSV files: keys, codes, size and digest of each."""
    package = {
        "name": "shekteu",
        "profile": "tabular-data-package",
        "title": about.source,
        "description": f"{about.as_of} {about.note}",
        "version": about.stamp,
        "created": f"{about.known}T00:00:00+05:00",
        "licenses": [{"name": "other", "title": about.licence}],
        "resources": [resource(folder, table) for table in tables.values()],
    }
    return dumped(package, indent=2) + "\n"


def resource(folder: Path, table: Table) -> JSONDict:
    content = (folder / f"{table.name}.csv").read_bytes()
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": str(table.description),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {"resource": reference.table, "fields": list(reference.key)},
                }
                for reference in table.references
                # Frictionless takes a key of two columns, one of them empty, for a row that is missing; SQL does not.
                if all(column.required for column in table.columns if column.name in reference.columns)
            ],
        },
    }


def field(column: Column) -> JSONDict:
    """A column. The constraint of codes is for single values; of a list each item is one of ``codes``."""
    described: JSONDict = {"name": column.name, "type": column.type, "description": str(column.description)}
    constraints: JSONDict = {"required": True} if column.required else {}
    codes = allowed(column)
    if column.type == "list":
        described |= {"delimiter": INNER, "itemType": "string"}
        described |= {"codes": codes} if codes else {}
    elif codes:
        constraints["enum"] = codes
    return described | ({"constraints": constraints} if constraints else {})


def datasette(about: About, tables: Mapping[str, Table]) -> str:
    """Datasette's metadata: titles, licence, facets, a description of every column."""
    described = {
        name: {
            "description": str(table.description),
            "columns": {column.name: str(column.description) for column in table.columns},
            "facets": [
                {"array": column.name} if column.type == "list" else column.name
                for column in table.columns
                if column.codes
            ][:MOST_FACETS],
        }
        for name, table in tables.items()
    }
    head = {"title": about.source, "license": about.licence, "source": "Shekteu", "description": about.note}
    return dumped({**head, "databases": {"shekteu": {"tables": described}}}, indent=2) + "\n"


MOST_FACETS = 5
"""Datasette counts each of them on every page."""


LICENCE_ID = re.compile(r"[A-Za-z0-9.+-]+\Z")
"""What may be an identifier of SPDX; anything else is told in words by the other files."""


def citation(about: About) -> str:
    """How to cite the release (CITATION.cff)."""
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use these data, cite them as below, with the day and the last change.",
        "type": "dataset",
        "title": about.source,
        "abstract": f"{about.as_of} {about.note}",
        "version": about.stamp,
        "date-released": about.on,
    }
    if LICENCE_ID.match(about.licence):
        lines["license"] = about.licence
    text = "".join(f"{key}: {dumped(words)}\n" for key, words in lines.items())
    return f'{text}authors:\n  - name: "Shekteu"\nkeywords:\n  - "Kazakhstan"\n  - "restricted freedom"\n'
