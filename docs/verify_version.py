"""Whether a version of a case is the one that a ledger was sealed with; docs/chain.md explains it.

python verify_version.py ledger.json case.json       (case.json: /en/cases/<id>.json)
"""

import hashlib
import json
import sys
import unicodedata
from pathlib import Path

BLOCKS = ("steps", "early", "likely")


def sha256(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def parts_of(path, value):
    if isinstance(value, list) and any(row is None or isinstance(row, dict) for row in value):
        for place, row in enumerate(value):
            if row is not None:
                here, blocks = f"{path}.{row.get('id', place)}", BLOCKS if path.startswith("reckoning.") else ()
                yield here, {key: inner for key, inner in row.items() if key not in blocks}
                yield from ((f"{here}.{key}", row[key]) for key in blocks if row.get(key) not in (None, "", [], {}))
    elif path == "case.withheld" or value not in (None, "", [], {}):
        yield path, value


def digest(document):
    parts = dict(parts_of("rule_book", document["rule_book"]))
    for name in ("case", "person", "reckoning"):
        for key, value in document[name].items():
            parts.update(parts_of(f"{name}.{key}", value))
    for name in ("sources", "courts", "trials", "occupations", "tags"):
        parts.update(parts_of(name, document[name]))
    leaves = dict(document.get("leaves", {}))
    for path in parts.keys() - leaves.keys():
        leaves[path] = sha256([path, document["salts"][path], parts[path]])
    return sha256([document["format"], sorted(map(list, leaves.items()))])


def problems(ledger, case):
    version, document = case["edition"], case["document"]
    named = [version["key"], document["case"]["id"], version["version"], version["published_at"], version["digest"]]
    if digest(document) != version["digest"]:
        yield "the document does not have the digest that the version names"
    if sha256(ledger["lines"]) != ledger["root"]:
        yield "the lines of the ledger do not have its root"
    if sha256(named) not in ledger["lines"]:
        yield "the ledger has no line for this version"


if __name__ == "__main__":
    found = list(problems(*(json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])))
    print("\n".join(found) or "This is the version that the ledger was sealed with.")
    sys.exit(bool(found))
