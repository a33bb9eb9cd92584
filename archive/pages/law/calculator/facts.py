"""What was entered, as a document that is never stored. Nobody is named in it."""

from archive.pages.law.calculator.choices import OTHER
from archive.pages.law.calculator.fields import length
from archive.pages.law.calculator.form import CalculatorForm
from editions.document import build_unstored
from editions.schema import Case, Document, Person
from records.json_dict import JSONDict

VERDICT, RULING, PENALTY, BAN, SUPERVISION, LISTING = "verdict", "ruling", "penalty", "ban", "supervision", "list"
YES = {"yes": True, "no": False}


def document(form: CalculatorForm) -> Document:
    """What a valid form describes, in the shape of a published case: the same pages can show it."""
    case = Case.model_validate(case_record(form)).to_dict()
    person = Person.model_validate(
        {"id": "calculator", "names": {"en": "-"}, "born": form.verdict.cleaned_data["born"]}
    ).to_dict()
    return build_unstored(case, person)


def case_record(form: CalculatorForm) -> JSONDict:
    """The case that a valid form describes, in the shape of the archive file."""
    values = form.verdict.cleaned_data
    return {
        "id": "calculator",
        "person": "calculator",
        "charges": _charges(form.charges.cleaned_data, values["committed"]),
        "custody": _custody(form.custody.cleaned_data),
        "verdicts": _verdicts(values),
        "restrictions": _restrictions(values),
    }


def _charges(rows: list[JSONDict], committed: str | None) -> list[JSONDict]:
    chosen = dict.fromkeys((row["article"], row["number"], row["gravity"]) for row in rows if row.get("article"))
    return [{**_charge(number, *choice), "committed": committed} for number, choice in enumerate(chosen, start=1)]


def _charge(number: int, article: str, other: str, gravity: str) -> JSONDict:
    """An article with its part, or one that the rule book lacks with the gravity as entered."""
    charge = {"id": f"charge-{number}", "outcome": "convicted", "verdict": VERDICT}
    if article == OTHER:
        return {**charge, "article": other, "gravity": gravity or None}
    name, _dot, part = article.partition(".")
    return {**charge, "article": name, "part": part or None}


def _custody(rows: list[JSONDict]) -> list[JSONDict]:
    known = [row for row in rows if row.get("begins")]
    return [
        {"id": f"custody-{number}", "kind": row["kind"], "from": row["begins"], "until": row["until"]}
        for number, row in enumerate(known, start=1)
    ]


def _verdicts(values: JSONDict) -> list[JSONDict]:
    first = {
        "id": VERDICT,
        "instance": "first",
        "result": "convicted",
        "date": values["verdict_date"],
        "appealed": True if values["ruling_date"] else YES.get(values["appealed"]),
        "in_force": values["in_force"],
        "copy_served": values["copy_served"],
    }
    if not values["ruling_date"]:
        return [first]
    ruling = {"id": RULING, "on": VERDICT, "instance": "appeal", "result": "upheld", "date": values["ruling_date"]}
    return [first, ruling]


def _restrictions(values: JSONDict) -> list[JSONDict]:
    rows = [_penalty(values), _ban(values), _supervision(values), _listing(values)]
    return [row for row in rows if row is not None]


def _penalty(values: JSONDict) -> JSONDict:
    prison = values["penalty"] == "imprisonment"
    return {
        "id": PENALTY,
        "kind": values["penalty"],
        "verdict": VERDICT,
        "length": length(values["years"], values["months"], values["days"]),
        "regime": (values["regime"] or None) if prison else None,
        "registered": None if prison else values["registered"],
        "ends": values["released"],
        "ended_by": (values["release"] or "served") if values["released"] else None,
        "reduced_share": values["reduced_share"],
    }


def _ban(values: JSONDict) -> JSONDict | None:
    term = values["ban"]
    if not term:
        return None
    years = length(values["ban_years"], values["ban_months"]) if term == "length" else None
    return {
        "id": BAN,
        "kind": "public-activity-ban",
        "verdict": VERDICT,
        "term": "length" if term == "unknown" else term,
        "length": years,
    }


def _supervision(values: JSONDict) -> JSONDict | None:
    term = length(values["supervision_years"], values["supervision_months"])
    if term is None:
        return None
    return {"id": SUPERVISION, "kind": "administrative-supervision", "verdict": VERDICT, "length": term}


def _listing(values: JSONDict) -> JSONDict | None:
    """A row of its own only where the person says that they are listed; else the law's answer stands."""
    if values["listed"] != "yes":
        return None
    return {"id": LISTING, "kind": "financial-monitoring-list", "verdict": VERDICT, "told": True}
