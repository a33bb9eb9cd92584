"""Whether facts stand on sources, whether they fit each other, whether enough is said."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from desk.review.checks.finding import Finding
from desk.review.checks.texts import PARTS, facts
from desk.review.entry_names import entry_names
from editions.contradictions import AGAINST_THE_CODE, in_words
from editions.files import file_names
from editions.schema import Document
from editions.schema.person import Portrait
from records import stored
from records.languages import LANGUAGES
from records.licences import LICENCES

ORIGINAL_LANGUAGES = ("kk", "ru")
STALE = timedelta(days=365)


def without_source(document: Document) -> list[str]:
    """The facts that no source carries, by name."""
    bare: list[str] = []
    if any(not row.sources for part in PARTS for row in getattr(document.case, part)):
        bare += [fact.where for fact in facts(document) if not fact.record["sources"]]
    recognitions = document.person.recognitions
    bare += [_("recognition by %(name)s") % {"name": row.by} for row in recognitions if not row.sources]
    portrait = document.person.portrait
    return [*bare, _("portrait")] if portrait and not portrait.sources else bare


def blocking(document: Document) -> Iterator[Finding]:
    """What keeps a case from readers until it is settled."""
    for where in without_source(document):
        yield Finding("no-source", True, where, _("no source: cite one, or remove the fact"))
    if not document.case.inclusion:
        words = _("no reason for inclusion: choose the criterion and its source")
        yield Finding("no-inclusion", True, _("case"), words)
    if document.sources and not any(source.language in ORIGINAL_LANGUAGES for source in document.sources):
        words = _("no source in Kazakh or Russian: read one in the original language and cite it")
        yield Finding("no-original", True, _("sources"), words)
    if document.person.portrait:
        yield from incomplete_portrait(document.person.portrait)
    yield from contradicting(document, "contradiction", blocks=True)


def incomplete_portrait(portrait: Portrait) -> Iterator[Finding]:
    """A picture without credit, licence or words for who cannot see it is not shown."""
    needed = {_("credit"): portrait.credit, _("what it shows"): portrait.alt}
    if portrait.licence and LICENCES[portrait.licence].needs_terms:
        needed[_("terms")] = portrait.terms
    for field, texts in needed.items():
        missing = [language for language in LANGUAGES if language not in texts]
        if missing:
            words = _("“%(what)s” is missing in: %(languages)s") % {"what": field, "languages": ", ".join(missing)}
            yield Finding("portrait", True, _("portrait"), words)
    if not portrait.licence:
        yield Finding("portrait", True, _("portrait"), _("no licence: say under which terms it may be shown"))


def warning(document: Document, on: date) -> Iterator[Finding]:
    """What readers would be better off without, but may see."""
    groups = {source.group or source.publisher or source.id for source in document.sources}
    if len(groups) == 1:
        words = _("everything stands on one source: look for a second")
        yield Finding("one-source", False, _("sources"), words)
    if absent := [name for name in sorted(file_names(document)) if not stored.exists(stored.CLEANED, name)]:
        words = _("%(number)s of its files are not here: upload the picture or paper again, or copy the file %(name)s")
        yield Finding("no-file", False, _("files"), words % {"number": len(absent), "name": absent[0]})
    yield from contradicting(document, "against-the-code", blocks=False)
    verified = document.case.verified
    if verified is None:
        yield Finding("unverified", False, _("case"), _("nobody has noted when it was verified"))
    elif date.fromisoformat(verified) < on - STALE:
        words = _("verified on %(day)s, over a year ago: check it anew")
        yield Finding("unverified", False, _("case"), words % {"day": verified})
    yield from untranslated(document)
    yield from differing_claims(document)


def contradicting(document: Document, code: str, blocks: bool) -> Iterator[Finding]:
    """What cannot all be true (`blocks`), or what the code does not know in that form, by the names of the entries."""
    names = {id_: name for (_part, id_), name in entry_names(document).items()}
    for contradiction in document.reckoning.contradictions:
        if (contradiction.code not in AGAINST_THE_CODE) == blocks:
            where = ", ".join(names.get(id_, id_) for id_ in contradiction.about)
            yield Finding(code, blocks, where, in_words(contradiction.code))


def differing_claims(document: Document) -> Iterator[Finding]:
    """What somebody said of a restriction's time that is not what we compute."""
    differing = [claim for claim in document.reckoning.claims if claim.result == "differs"]
    names = entry_names(document) if differing else {}
    for claim in differing:
        words = _("differs from our reading by %(days)s days: check both once more")
        yield Finding("claim-differs", False, names["claims", claim.id], words % {"days": claim.days})


def untranslated(document: Document) -> Iterator[Finding]:
    """Title and summary where a language lacks them, and a title that is in none."""
    for where, texts in ((_("title"), document.case.title), (_("summary"), document.case.summary)):
        missing = [language for language in LANGUAGES if texts and language not in texts]
        if missing:
            words = _("not translated into: %(languages)s") % {"languages": ", ".join(missing)}
            yield Finding("untranslated", False, where, words)
    if not document.case.title:
        yield Finding("untranslated", False, _("title"), _("has no title in any language"))
