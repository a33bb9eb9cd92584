"""Main penalties with their lengths, and bans with what they cover."""

import re
from collections.abc import Iterator

from desk.reading.lengths import LengthMention, find_lengths
from desk.reading.proposals import Proposal
from desk.reading.text import Sentence

I = re.IGNORECASE  # noqa: E741
KINDS = {
    "imprisonment": r"лишени(?:я|е|ю|ем)\sсвободы|тюрьмы|тюремного\sзаключения|колонии"
    r"|бас\sбостандығынан\sайыр\w{1,6}|(?:in\s)?prison(?!er)|imprisonment",
    "restriction-of-freedom": r"ограничени(?:я|е|ю|ем)\sсвободы|бас\sбостандығы(?:н|нан)\sшекте\w{1,4}"
    r"|restriction\sof\sfreedom",
    "community-service": r"общественны(?:м|х|е)\sработ(?:ам|ах|ы)?|қоғамдық\sжұмыс\w{0,8}|community\sservice",
    "correctional-work": r"исправительны(?:м|х|е)\sработ(?:ам|ах|ы)?|түзеу\sжұмыс\w{0,8}|correctional\s(?:work"
    r"|labour)",
    "suspended-sentence": r"suspended\ssentence",
}
KIND = re.compile("|".join(rf"(?P<{kind.replace('-', '_')}>(?:{words})(?!\w))" for kind, words in KINDS.items()), I)
SUSPENDED = re.compile(
    r"(?<!\w)условн(?:о|ым|ой|ое)(?![\w-])|шартты\s(?:түрде(?!\sмерзімінен)|деп\s)|suspended\ssentence", I
)
IMPOSED = re.compile(
    r"назнач|приговор|осужд|наказани|определи|жаза|кінәлі|шекте|получил|сотта|айыр|sentenced|handed|convicted"
    r"|лишени\w\sсвободы",
    I,
)
FINE = re.compile(
    r"(?P<word>штраф\w{0,3}|айыппұл\w{0,3})(?:\sв\sразмере"
    r"|\sв\sсумме)?\s(?P<sum>\d[\d ]{0,12})(?:\s?\([^()\n]{2,30}\))?\s"
    r"(?P<unit>МРП|месячн\w{1,3}\sрасч[её]тн\w{1,3}\sпоказател\w{1,3}|тенге|АЕК)"
    r"|(?P<sum_kk>\d[\d ]{0,12})(?:\s?\([^()\n]{2,30}\))?\s(?P<unit_kk>АЕК|айлық\sесептік\sкөрсеткіш"
    r"|теңге)(?:,?\s\(?яғни\s[\d ]{1,15}\sтеңге\)?)?(?:\s(?:мөлшерінде|көлемінде))?\sайыппұл",
    I,
)
REGIMES = (
    ("minimum", r"минимальной\sбезопасности|қауіпсіздігі\sбарынша\sтөмен"),
    ("medium", r"средней\sбезопасности|қауіпсіздігі\sорташа"),
    ("maximum", r"максимальной\sбезопасности|қауіпсіздігі\sбарынша\sжоғары"),
    ("emergency", r"чрезвычайной\sбезопасности|қауіпсіздігі\sтөтенше"),
    ("full", r"полной\sбезопасности|қауіпсіздігі\sтолық"),
)
FINAL = re.compile(r"окончательн|по\sсовокупности|түпкілікті", I)
SERVED = re.compile(r"мест\w{0,2}\s\Z|связанн\w{1,3}\sс\s\Z|альтернатив\w{0,8}\s\Z", I)
INSTEAD = re.compile(r"(?:вместо|орнына|(?<!\w)до|(?<!\w)от|up\sto)\s\Z", I)
"""What stands behind *instead of* is no longer the penalty; behind *up to* it is what the law allows."""
UP_TO = re.compile(r"\s(?:дейін)", I)
POSSIBLE = re.compile(
    r"гроз(?:ит|ят|ило)|санкци|предусматрива|наказыва(?:ется|ются)|может\sбыть|максимальн\w{2}\s(?:наказани|срок)|жоғарғы\sжаза|в\sслучае\s|заменя(?:ется|ются)|разъясни|ең\sауыр|төн(?:уі|іп)|көздел|мүмкін|faces?\s",
    I,
)
"""The sentence says what may be imposed, not what was."""


def read_penalty(sentences: list[Sentence]) -> Iterator[Proposal]:
    """The main penalties: where one is final, that one; of several that are called so, the last."""
    imposed = [penalty for sentence in sentences for penalty in _penalties(sentence)]
    text = sentences[0].text
    finals = list(FINAL.finditer(text, sentences[0].start))
    behind = ([group for group in imposed if group[0].start > final.start()] for final in reversed(finals))
    imposed = next((groups for groups in behind if groups), imposed)
    final = finals[-1] if finals else None
    if {group[0].values[0] for group in imposed} - {"community-service"}:
        # in the news a hundred hours of forced labour beside another penalty are *public works*
        imposed = [group for group in imposed if group[0].values != ("community-service",)]
    suspended = next((match for sentence in sentences if (match := SUSPENDED.search(*sentence))), None)
    for group in imposed:
        for proposal in group:
            is_suspended = suspended and proposal.values == ("imprisonment",)
            yield proposal._replace(values=("suspended-sentence",)) if is_suspended else proposal
    if suspended and not imposed:
        yield from _only_suspended(sentences, suspended)
    # of several fines and regimes too: what is final stands behind the word
    yield from _fines_and_regimes([sentence for sentence in sentences if not final or sentence.end > final.start()])


def _penalties(sentence: Sentence) -> Iterator[list[Proposal]]:
    """Each kind with the length beside it."""
    if not IMPOSED.search(sentence.words) or (
        POSSIBLE.search(sentence.words) and "көзделген қылмыс" not in sentence.words
    ):
        return
    lengths = find_lengths(*sentence)
    for match in KIND.finditer(*sentence):
        if SERVED.search(sentence.text[max(sentence.start, match.start() - 25) : match.start()]):
            continue
        kind = str(match.lastgroup).replace("_", "-")
        length = _beside(sentence.text, match, lengths)
        if kind in ("imprisonment", "restriction-of-freedom", "suspended-sentence") and length is None:
            continue
        start, end = match.span()
        if length:
            start, end = min(start, length.start), max(end, length.end)
        if INSTEAD.search(sentence.text[max(sentence.start, start - 10) : start]) or (
            length and UP_TO.match(sentence.text, length.end)
        ):
            continue
        group = [Proposal("penalty-kind", (kind,), start, end)]
        yield group + ([Proposal("penalty-length", (length.value,), start, end)] if length else [])


BEFORE_KIND = re.compile(r"(?:\s(?:мерзімге|мерзімі|of|in|шартты\sтүрде)){0,2}\s?\Z", I)
AFTER_KIND = re.compile(r"(?:\s(?:условно|жазасы|жазасын))?(?:,?\s?(?:сроком|на\sсрок))?(?:\s(?:на|в|for))?\s\Z", I)


def _beside(text: str, match: re.Match[str], lengths: list[LengthMention]) -> LengthMention | None:
    """The length that belongs to a kind: right before it, else right behind."""
    for length in lengths:
        if length.end <= match.start() <= length.end + 40 and BEFORE_KIND.match(text[length.end : match.start()]):
            return length
    for length in lengths:
        if match.end() <= length.start <= match.end() + 40 and AFTER_KIND.match(text[match.end() : length.start]):
            return length
    return None


SHORTLY = re.compile(r"(?:\s(?:лишени\w\sсвободы|бас\sбостандығынан\sайыр\w{1,6}))?\s?\Z", I)


def _only_suspended(sentences: list[Sentence], match: re.Match[str]) -> Iterator[Proposal]:
    """*Үш жылға шартты түрде соттады*: the kind is in the word."""
    sentence = next(sentence for sentence in sentences if sentence.start <= match.start() < sentence.end)
    for length in find_lengths(*sentence):
        if length.end <= match.start() and SHORTLY.match(sentence.text[length.end : match.start()]):
            yield Proposal("penalty-kind", ("suspended-sentence",), length.start, match.end())
            yield Proposal("penalty-length", (length.value,), length.start, match.end())


TO_VICTIMS = re.compile(
    r"фонд\w{0,3}\s(?:компенсаци|потерпевш)|жәбірленушілерге\sөтемақы|процессуальн\w{2,3}\sиздерж", I
)
"""What every convict pays into a fund is no fine."""


def _fines_and_regimes(sentences: list[Sentence]) -> Iterator[Proposal]:
    for sentence in sentences:
        is_fine = not TO_VICTIMS.search(sentence.words) and not POSSIBLE.search(sentence.words)
        for match in FINE.finditer(*sentence) if is_fine else ():
            unit = match["unit"] or match["unit_kk"]
            short = "МРП" if unit.lower().startswith("месячн") else "АЕК" if unit.startswith("айлық") else unit
            amount = f"{(match['sum'] or match['sum_kk']).strip()} {short}"
            yield Proposal("penalty-kind", ("fine",), *match.span())
            yield Proposal("penalty-amount", (amount,), *match.span())
        for regime, pattern in REGIMES:
            if named := re.compile(pattern, I).search(*sentence):
                yield Proposal("penalty-regime", (regime,), *named.span())


DEPRIVED = re.compile(
    r"(?:лишени[ея]\sправа\s(?P<of_noun>[^.;\n]{0,200}))|лиш(?:ением|ить|[её]н\w?"
    r"|ил\w?)(?:\s[^.;\n]{0,60})?\sправа\s(?P<of>[^.;\n]{0,200})"
    r"|(?P<of_kk>[^.;\n]{0,120}?)(?:айналысу|атқару)\sқұқығынан\s(?P<then>[^.;\n]{0,60})айыр\w{1,6}"
    r"|banned\s[^.;\n]{0,30}from\s(?P<of_en>public\sactivity)(?P<then_en>[^.;\n]{0,40})",
    I,
)
PUBLIC = re.compile(r"общественно-политическ|общественн(?:ой|ую)\sдеятельност|политической\sдеятельност|қоғамдық-саяси"
r"|қоғамдық\sқызмет"
                    r"|саяси\sқызмет|public\sactivity", I)  # fmt: skip
FORBIDDEN = re.compile(r"запре(?:тить|щено|тил\w?|щ[её]н\w?|том)(?!\w)|тыйым\sсал\w{1,6}|may\snot|banned\s", I)
COVERS = {
    "interviews": r"интервью|сұхбат|interviews?",
    "posts": r"социальн\w{1,3}\sсет\w{1,3}|соц\.?\s?сет\w{1,3}|әлеуметтік\sжелі|social\s(?:media|network)",
    "media-work": r"журналист|средств\w{0,3}\sмассовой\sинформации|(?<!\w)СМИ(?!\w)|публицист"
    r"|бұқаралық\sақпарат|(?<!\w)БАҚ|journalis",
    "teaching": r"преподава|педагоги[чк]|сабақ\sбер|оқытушы|(?<!\w)teach",
    "books": r"(?<!\w)книг|(?<!\w)кітап|books",
    "petitions": r"петици|petition",
    "charity": r"благотворител|қайырымдыл|charit",
    "volunteering": r"волонт[её]р|ерікті|volunteer",
    "assemblies": r"митинг|собрани(?:ях|й|я)|публичных\sмероприяти|пикет|жиналыс|жария\sіс-шара|rallies"
    r"|assemblies|public\sevents",
    "parties": r"парти(?:й|ях|и|ями)(?!\w)|саяси\sпартия|political\sparties",
    "associations": r"общественн\w{1,3}\sобъединени|қоғамдық\sбірлестік|public\sassociations",
    "grants": r"(?<!\w)грант|grants",
}
COVER = re.compile("|".join(rf"(?P<{word.replace('-', '_')}>{words})" for word, words in COVERS.items()), I)


def read_bans(sentence: Sentence) -> Iterator[Proposal]:
    """The rights that the court took away, for how long, and what was forbidden by name."""
    if POSSIBLE.search(sentence.words):
        return
    for match in DEPRIVED.finditer(*sentence):
        kind = "public-activity-ban" if PUBLIC.search(match[0]) else "profession-ban"
        yield Proposal("ban-kind", (kind,), *match.span())
        yield from _length_of_ban(
            sentence, match.start(), match.end(), match.end("of_kk") if match["of_kk"] else match.start()
        )
        yield from _covers(sentence, match.start(), match.end())
    matches = list(FORBIDDEN.finditer(*sentence))
    edges = [sentence.start, *(match.end() for match in matches)]
    for match, before, after in zip(matches, edges, [*edges[2:], sentence.end], strict=False):
        start, end = (before, match.end()) if match[0][0] in "тТ" else (match.start(), after)
        covers = list(_covers(sentence, start, end))
        public = None if match[0].startswith("banned") else PUBLIC.search(sentence.text, start, end)
        if public:
            yield Proposal("ban-kind", ("public-activity-ban",), *public.span())
        if covers or public:
            yield from _length_of_ban(sentence, before, after, match.start())
        yield from covers


def _length_of_ban(sentence: Sentence, start: int, end: int, cue: int) -> Iterator[Proposal]:
    """The first length behind the word that forbids, else the last before it."""
    lengths = find_lengths(sentence.text, start, end)
    behind = [length for length in lengths if length.start >= cue]
    before = [length for length in lengths if length.end <= cue and not KIND.search(sentence.text, length.end, cue)]
    if length := next(iter(behind), None) or next(iter(reversed(before)), None):
        yield Proposal("ban-length", (length.value,), length.start, length.end)


def _covers(sentence: Sentence, start: int, end: int) -> Iterator[Proposal]:
    for match in COVER.finditer(sentence.text, start, end):
        yield Proposal("ban-covers", (str(match.lastgroup).replace("_", "-"),), *match.span())
