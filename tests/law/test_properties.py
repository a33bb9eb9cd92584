"""What must hold for every case: ranges hold every reading, order is nothing, days count once."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from law.facts import Case
from law.lengths import Days, Length
from law.outcome import Outcome, Reckoning
from law.reckon import reckon
from law.states import state
from tests.law.strategies import LENGTHS, Story, cases, stories

settings.register_profile("law", deadline=None, max_examples=150)
settings.load_profile("law")


def _assert_holds(wide: Reckoning, narrow: Reckoning) -> None:
    """Every range of the one lies in the same range of the other."""
    for vague, sharp in zip(wide.verdicts, narrow.verdicts, strict=True):
        assert vague.in_force.contains(sharp.in_force), vague.id
    assert [found.id for found in wide.restrictions] == [found.id for found in narrow.restrictions]
    for vague, sharp in zip(wide.restrictions, narrow.restrictions, strict=True):
        _assert_outcome_holds(vague, sharp)
    assert _holds(wide.burden.days, narrow.burden.days)
    for part, other in zip(wide.burden.parts, narrow.burden.parts, strict=True):
        assert _holds(part.days, other.days), part.kind


def _assert_outcome_holds(vague: Outcome, sharp: Outcome) -> None:
    assert vague.open_ended == sharp.open_ended
    assert vague.binds_from.contains(sharp.binds_from), vague.id
    assert vague.counts_from.contains(sharp.counts_from), vague.id
    assert vague.ends.contains(sharp.ends), (vague.id, vague.ends, sharp.ends)
    for one, other in zip(vague.early, sharp.early, strict=True):
        assert one.date.contains(other.date), (vague.id, one.date, other.date)


def _holds(wide: Days, narrow: Days) -> bool:
    return wide.least <= narrow.least and (wide.most is None or (narrow.most is not None and narrow.most <= wide.most))


@given(stories())
def test_every_exact_day_in_the_range_gives_an_end_in_the_range(story: Story):
    sharp = reckon(story.exact)
    assume(not sharp.contradictions)

    _assert_holds(reckon(story.narrow), sharp)


@given(stories())
def test_a_narrower_fact_never_gives_a_wider_answer(story: Story):
    sharp = reckon(story.narrow)
    assume(not reckon(story.exact).contradictions)

    _assert_holds(reckon(story.wide), sharp)
