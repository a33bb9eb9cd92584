"""What a case states of a restriction beside its days, in the words of the tables."""

from collections.abc import Iterator

from archive.index.indexing.facet_values import article_names
from records.json_dict import JSONDict

AS_STATED = ("term", "length", "regime", "amount")
SEARCHED = ("registered", "starts", "ends")


def stated_facts(case: JSONDict, restriction_id: str, verdict_id: str | None) -> JSONDict:
    """The facts of one restriction. What the law adds by itself has those of its verdict alone."""
    row: JSONDict = next((row for row in case["restrictions"] if row["id"] == restriction_id), {})
    verdict: JSONDict = next((row for row in case["verdicts"] if row["id"] == verdict_id), {})
    registered = row.get("registered")
    return {
        "verdict": verdict_id,
        "court": verdict.get("court"),
        "articles": articles_behind(case, row.get("charges", []), verdict_id),
        **{name: row.get(name) for name in AS_STATED},
        "length_otherwise": next(
            (basis["otherwise"] for basis in row.get("basis", []) if basis["field"] == "length"), None
        ),
        "registered": registered if isinstance(registered, str) else None,
        "searched": list(searched(row, SEARCHED)),
        "changes": [change_in_words(change) for change in row.get("changes", [])],
    }


def articles_behind(case: JSONDict, charge_ids: list[str], verdict_id: str | None) -> list[str]:
    """The articles of conviction that a source ties to a restriction; else all of its verdict."""
    tied = [
        charge
        for charge in case["charges"]
        if (charge["id"] in charge_ids if charge_ids else charge["verdict"] in (None, verdict_id))
    ]
    return article_names({"charges": tied}) if verdict_id else []


def searched(row: JSONDict, fields: tuple[str, ...]) -> Iterator[str]:
    """“registered:2026-11-22” for each fact that somebody looked for on that day without finding it."""
    for field in fields:
        if isinstance(fact := row.get(field), dict):
            yield f"{field}:{fact['unknown']}"


def change_in_words(change: JSONDict) -> str:
    """“extended date:2024-02~ by:P6M”: the kind of change, then what is recorded of it."""
    parts = [f"{name}:{change[name]}" for name in ("date", "by", "from", "until", "to") if change.get(name)]
    return " ".join([change["kind"], *parts])
