"""The contradictions that a reckoning found, in an editor's words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from editions.schema import Document

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
    "ruling-before-verdict": noop("the ruling is older than the verdict it decides on: check both dates"),
    "in-force-before-verdict": noop("it is in force before it was read: check both dates"),
}


def contradictions(document: Document) -> list[str]:
    """What cannot all be true in the document's facts, a line each; empty: it may be published."""
    return [
        f"{document.case.id} ({', '.join(contradiction.about)}): {in_words(contradiction.code)}"
        for contradiction in document.reckoning.contradictions
    ]


def in_words(code: str) -> str:
    """What a contradiction says and what to do about it; a code without words stands for itself."""
    return gettext(WORDS[code]) if code in WORDS else code
