"""What the rows and the keys of a document are called in sentences."""

from collections import Counter
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.wording.dates import as_written
from archive.wording.localize import article_number, short_name, word
from editions.schema import Document
from editions.schema.case import Charge
from law.country import country
from records.languages import IN_LANGUAGE

KEYS: dict[str, Promise] = {
    **IN_LANGUAGE,
    "about": _("what it is about"),
    "amount": _("amount"),
    "answer": _("answer"),
    "appealed": _("whether it was appealed"),
    "born": _("year of birth"),
    "by": _("who said or did it"),
    "changes": _("changes of its term"),
    "basis": _("how it is known"),
    "charges": _("articles"),
    "city": _("city or town"),
    "claims": _("what others said of dates"),
    "consent": _("consent"),
    "copy_served": _("day the copy was handed over"),
    "court": _("court"),
    "courts": _("courts"),
    "covers": _("what it covers"),
    "custody": _("custody and house arrest"),
    "date": _("date"),
    "died": _("date of death"),
    "ended_by": _("how it ended"),
    "ends": _("last day reported"),
    "events": _("events"),
    "exceptions": _("exceptions"),
    "former_ids": _("former addresses"),
    "from": _("first day"),
    "gender": _("gender"),
    "gravity": _("gravity"),
    "in_force": _("day of legal force"),
    "inclusion": _("why the case is in the archive"),
    "instance": _("instance"),
    "judge": _("judge"),
    "kind": _("kind"),
    "length": _("length"),
    "names": _("name"),
    "occupations": _("occupations"),
    "on": _("which ruling it reviews"),
    "other_names": _("other spellings"),
    "outcome": _("outcome"),
    "person": _("person"),
    "portrait": _("portrait"),
    "prior": _("earlier convictions"),
    "recognitions": _("recognitions"),
    "region": _("region"),
    "registered": _("day of registration with probation"),
    "reported_as": _("how it was reported"),
    "restrictions": _("restrictions"),
    "result": _("result"),
    "searched": _("day of the last search"),
    "sources": _("sources"),
    "starts": _("first day reported"),
    "summary": _("summary"),
    "tags": _("subjects"),
    "term": _("term"),
    "testimonies": _("testimonies"),
    "text": _("text"),
    "title": _("title"),
    "trial": _("trial"),
    "trials": _("trial"),
    "until": _("last day"),
    "value": _("date that was said"),
    "verdict": _("ruling"),
    "verdicts": _("rulings"),
    "verified": _("day of the last check"),
    "withheld": _("what is withheld"),
    "wording": _("wording"),
}


def key_name(key: str) -> str:
    """The words for a key; a key of a row or a list stays as it is."""
    return str(KEYS.get(key, key.replace("_", " ")))


def charge_name(charge: Charge) -> str:
    """“174(2)”; the code is named where it is not the present one, whose article of that number is another offence."""
    number = article_number(charge.article, charge.part)
    return number if charge.code == country().criminal_code else f"{number}, {word('codes', charge.code)}"


def row_names(document: Document) -> Mapping[str, str]:
    """Names of verdicts, charges, periods of custody and restrictions, by their ids.

    A restriction, also one that the law adds, has a number where a case has several of its kind.
    """
    case, outcomes = document.case, document.reckoning.restrictions
    names = {charge.id: charge_name(charge) for charge in case.charges}
    for verdict in case.verdicts:
        words = {"instance": word("instances", verdict.instance), "date": as_written(verdict.date)}
        names[verdict.id] = gettext("%(instance)s, %(date)s") % words
    names |= {period.id: short_name(period.kind) for period in case.custody}
    of_kind, seen = Counter(outcome.kind for outcome in outcomes), Counter[str]()
    for outcome in outcomes:
        seen[outcome.kind] += 1
        number = f" {seen[outcome.kind]}" if of_kind[outcome.kind] > 1 else ""
        names[outcome.id] = short_name(outcome.kind) + number
    return names
