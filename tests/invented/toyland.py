"""A country that does not exist: one rule, two kinds of restriction. What the archive needs of any country."""

from datetime import date
from pathlib import Path
from types import MappingProxyType

from law import burden, claims
from law.dates import UNKNOWN, DateRange
from law.facts import Case, Charge, Restriction
from law.kazakhstan import KAZAKHSTAN
from law.lengths import Length
from law.outcome import Burden, Input, Outcome, Penalty, Reckoning, Step, VerdictOutcome
from law.rulebook import Rule, RuleBook
from law.vocabularies import Article, ArticlePart, BanScope, Region, RestrictionKind, Translations, Vocabularies


def _texts(text: str) -> Translations:
    return Translations({"en": text, "ru": f"{text} (ru)", "kk": f"{text} (kk)"})


def _kind(id_: str, order: int, name: str, **more: object) -> RestrictionKind:
    return RestrictionKind(
        **{
            "id": id_,
            "order": order,
            "pretrial": False,
            "ban": False,
            "once": False,
            "length": "court",
            "listed": False,
            "probation": False,
            "own_start": False,
            "forbids": True,
            "longest_years": None,
            "office_bars": None,
            "rules": ("term",),
            "changed_by": None,
            "longer_rules": (),
            "longer": None,
            "slug": id_,
            "names": _texts(name),
            "short": _texts(name),
            "meaning": _texts(f"{name}, as the court orders it."),
            **more,
        }
    )


TERM = Rule(
    id="term",
    version=1,
    law="TC",
    article="1",
    title=_texts("The term"),
    text=_texts("A term runs from the day of the verdict and ends when its length is over."),
    url="https://example.org/toyland",
    valid_from=date(1900, 1, 1),
    valid_until=None,
    read=((date(1900, 1, 1), None),),
    unread=(),
    certainty="A",
    note=None,
)
TOWER = _kind("tower", 1, "The tower", penalty="main", group="custody", burden="behind-bars")
SILENCE = _kind("silence", 2, "The vow of silence", penalty="additional", ban=True, group="ban", burden="banned")
TREASON = Article(
    code="TL-TC",
    article="7",
    names=_texts("Laughing at the king"),
    extremist=False,
    extremist_parts=None,
    terrorist=False,
    marks_certainty=None,
    parts=MappingProxyType({None: ArticlePart(None, None, 3, "minor", "A", None)}),
    names_certainty="A",
)


class Toyland(Vocabularies, RuleBook):
    """One rule: a term runs from the verdict and ends when its length is over."""

    code = "TL"
    criminal_code = "TL-TC"
    rule_book_version = "once upon a time"
    rules = MappingProxyType({"term": TERM})
    kinds = MappingProxyType({"tower": TOWER, "silence": SILENCE})
    readings = MappingProxyType({"strict": frozenset()})
    starts_without = MappingProxyType({})
    ban_scopes = MappingProxyType({"songs": BanScope("songs", _texts("songs"), _texts("singing where others hear it"))})
    regions = MappingProxyType({"TL-1": Region("TL-1", _texts("The hills"), _texts("Hills"), None, (), 1, 1)})
    office_bars = MappingProxyType({})
    articles = MappingProxyType({("TL-TC", "7"): TREASON})

    def __init__(self) -> None:
        nowhere = Path("/nowhere")
        Vocabularies.__init__(self, nowhere)
        RuleBook.__init__(self, nowhere)

    def words(self, vocabulary: str) -> MappingProxyType[str, Translations]:
        """The words of the format, genders and results and the like, are the same in every country."""
        return KAZAKHSTAN.words(vocabulary)

    def total(self, cases: tuple[tuple[Case, Reckoning], ...]) -> burden.BurdenTotal:
        return burden.total(
            burden.DateSpan(self.kinds[one.kind].burden, one.binds_from, one.ends, last_day=one.last_day)
            for _case, reckoning in cases
            for one in reckoning.restrictions
        )

    def record_years_after_prison(self, charge: Charge) -> None:
        return None

    def reckon(self, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
        days = {verdict.id: verdict.date.value for verdict in case.verdicts}
        restrictions = tuple(_outcome(row, days.get(row.verdict, UNKNOWN)) for row in case.restrictions)
        total = burden.total(
            burden.DateSpan(self.kinds[one.kind].burden, one.binds_from, one.ends, last_day=one.last_day)
            for one in restrictions
        )
        pronounced = tuple(Penalty(row.id, row.kind, row.term, row.length) for row in case.restrictions)
        whole = Burden(
            pronounced[0].length, pronounced, total.begins, total.until, total.days, total.parts, total.last_day
        )
        return Reckoning(
            self.rule_book_version,
            edition,
            whole,
            tuple(VerdictOutcome(id_, day, "A", "computed", False, (), ()) for id_, day in days.items()),
            (),
            restrictions,
            claims.compare(case.claims, restrictions, whole),
            (),
        )


def _outcome(row: Restriction, begins: DateRange) -> Outcome:
    ends = begins.plus(row.length or Length())
    step = Step(
        "term", 1, "A", "add-length", (Input("start", begins), Input("length", row.length, row.id)), ends, row.sources
    )
    last_day = ends.shift(-1)
    outcome = Outcome(
        *(row.id, row.kind, "ordered", False, row.verdict, begins, begins, ends),
        steps=(step,),
        last_day=last_day,
        planning_day=last_day.latest,
    )
    return outcome._replace(likely=outcome.as_likely())


TOYLAND = Toyland()
