"""The rule book by subject, as /law/ lists it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from law.rulebook import Rule

SUBJECTS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "offences": (_("Offences"), ("gravity", "extremist", "terrorist")),
    "force": (
        _("From verdict to force"),
        ("appeal-time", "in-force", "orders", "counting", "days-off", "to-probation"),
    ),
    "presumptions": (
        _("What we presume until somebody reports otherwise"),
        (
            "in-force-by-six-months",
            "in-force-with-the-ruling",
            "penalty-unchanged",
            "registered-within-45-days",
            "custody-until-the-verdict",
            "regime-by-law",
        ),
    ),
    "prison": (
        _("Prison"),
        ("prison", "prison-end", "release-day", "early-release-day", "parole", "minor-parole", "probation-control"),
    ),
    "home": (
        _("Restriction of freedom and suspended sentence"),
        (
            "restriction",
            "restriction-start",
            "restriction-end",
            "restriction-breach",
            "suspended",
            "suspended-early",
            "suspended-longer",
            "minor-control",
            "deferred-sentence",
        ),
    ),
    "changed": (_("When another penalty takes its place"), ("replacement", "sentence-reviewed")),
    "other-penalties": (_("Fine, correctional work, arrest"), ("fine", "correctional-work", "arrest")),
    "credit": (
        _("Credit for time before the verdict"),
        ("credit-prison", "credit-prison-before-2020", "credit-restriction", "credit-house-arrest", "credit-days"),
    ),
    "bans": (_("Bans"), ("ban", "ban-start")),
    "supervision": (_("Administrative supervision"), ("supervision-start", "supervision")),
    "record": (
        _("Criminal record"),
        (
            "record",
            "record-additional",
            "record-early",
            "record-life",
            "record-several",
            "record-lifted",
            "minor-record",
        ),
    ),
    "list": (_("The financing list"), ("list-in", "list-out", "list-effect")),
    "mercy": (_("Amnesty and pardon"), ("amnesty", "pardon")),
}
"""Subject -> its title and its rules. A rule that no subject names stands under *Other rules*."""


class RuleSubject(NamedTuple):
    id: str
    title: Any
    rules: tuple[Rule, ...]


def by_subject(rules: Iterable[Rule]) -> list[RuleSubject]:
    """All rules under their subjects, in the order of the table above; empty subjects are left out."""
    left = {rule.id: rule for rule in rules}
    subjects = []
    for id_, (title, names) in SUBJECTS.items():
        subjects.append(RuleSubject(id_, title, tuple(left.pop(name) for name in names if name in left)))
    subjects.append(RuleSubject("other", _("Other rules"), tuple(left.values())))
    return [subject for subject in subjects if subject.rules]


def subject_of(rule: Rule) -> RuleSubject:
    """The subject that the rule stands under, with that rule alone."""
    return by_subject([rule])[0]
