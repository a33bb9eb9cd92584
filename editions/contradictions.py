"""The contradictions that a reckoning found, in an editor's words."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from editions.schema import Document
from law.outcome import Contradiction

WORDS = {
    "two-main-penalties": noop("one verdict sets two main penalties: give each its own verdict, or correct the kind"),
    "ends-before-start": noop("it ends before it begins: correct one of the two dates"),
    "longer-than-the-code-allows": noop("it is longer than the code allows: check the length against the source"),
    "released-before-in-force": noop("its reported end lies before the verdict was in force: check both dates"),
    "released-before-sentenced": noop("its reported end lies before the verdict: check both dates"),
    "in-force-after-death": noop("the person had died before it took force: check both dates"),
    "supervision-without-prison": noop(
        "supervision follows only after prison: add the prison term or correct the kind"
    ),
    "custody-longer-than-term": noop("the time in custody is longer than the penalty: check the spells and the length"),
    "supervision-beyond-record": noop("supervision lasts longer than the criminal record: check its length and start"),
    "resumed-without-pause": noop(
        "its term resumes without having been suspended: add the pause, without its day if nobody reports it"
    ),
    "changed-after-its-end": noop("a change is dated after its term was over: check the day and the length"),
    "ruling-before-verdict": noop("the ruling is older than the verdict it decides on: check both dates"),
    "in-force-before-verdict": noop("it is in force before it was read: check both dates"),
    "replaced-by-nothing": noop(
        "it ended by being replaced, but nothing took its place: add the change with the id of the new penalty"
    ),
    "order-without-effect": noop(
        "the order changes no penalty: say how the penalty ended, or add the change with the id of the order"
    ),
    "switch-without-source": noop(
        "an appeal pending or a verdict cancelled changes what is likely: add the day and the source"
    ),
    "ban-as-only-penalty": noop("an adult is never sentenced to a ban alone: add the main penalty (Criminal Code 40)"),
    "suspended-although-excluded": noop(
        "the code excludes a suspended sentence for this crime or with recidivism: check the kind and the article "
        "(Criminal Code 63(6))"
    ),
    "emergency-without-life": noop(
        "since March 2023 emergency security is for those in for life: check the regime (Criminal Code 46(5))"
    ),
    "amnesty-although-excluded": noop(
        "no amnesty reaches an extremist or terrorist crime: check how it ended (Criminal Code 78(2))"
    ),
}
AGAINST_THE_CODE = (
    "ban-as-only-penalty",
    "suspended-although-excluded",
    "emergency-without-life",
    "amnesty-although-excluded",
    "changed-after-its-end",
)
"""Read in one edition of the code only, or known by our calculation alone, and a court may have done it all the same:
named, never refused."""


def contradictions(document: Document) -> list[str]:
    """What cannot all be true in the document's facts, a line each; empty: it may be published."""
    return cannot_be(document.case.id, document.reckoning.contradictions)


def all_of(case_id: str, entries: Iterable[Contradiction]) -> list[str]:
    """Everything that does not fit in the facts of a case, a line each: what is refused and what is only named."""
    return [_line(case_id, entry) for entry in entries]


def cannot_be(case_id: str, entries: Iterable[Contradiction]) -> list[str]:
    """Those of a reckoning's contradictions that keep a case from readers, a line each."""
    return [_line(case_id, entry) for entry in entries if entry.code not in AGAINST_THE_CODE]


def against_the_code(case_id: str, entries: Iterable[Contradiction]) -> list[str]:
    """What the code does not know in that form, a line each, with its article and what to do."""
    return [_line(case_id, entry) for entry in entries if entry.code in AGAINST_THE_CODE]


def _line(case_id: str, contradiction: Contradiction) -> str:
    return f"{case_id} ({', '.join(contradiction.about)}): {in_words(contradiction.code)}"


def in_words(code: str) -> str:
    """What a contradiction says and what to do about it; a code without words stands for itself."""
    return gettext(WORDS[code]) if code in WORDS else code
