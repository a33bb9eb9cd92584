"""Bans, the record, the list, supervision: what outlasts the main penalty (CC 50, 79, AML 12, AS 2)."""

from tests.law.building import (
    ban,
    case,
    change,
    charge,
    custody,
    freedom,
    listing,
    prison,
    report,
    restriction,
    ruling,
    supervision,
    suspended,
    verdict,
)
from tests.law.tables.rows import Row

BOKAI, ILYASHEV, YENSEBEK = "bokai-2016", "ilyashev-2020", "yensebek-2025"
SOON = verdict("2021-01-10", "2021-03-01")
SERVED = prison("P2Y", "full", starts="2021-03-01", ends="2023-03-01")
FREEDOM = freedom("P2Y", registered="2021-03-10")
BOKAI_CASE = (
    verdict("2016-11-28", appealed=True),
    ruling("2017-01-20"),
    charge("174", "2"),
    custody("2016-06-01"),
    prison("P5Y", ends="2021-02-04"),
    ban("P3Y"),
)


def after(*charges: object, **more: object) -> object:
    return case(SOON, SERVED, *charges, **more)


ROWS = (
    Row("ban-start", "beside prison: binds from force", case(*BOKAI_CASE), "ban.binds_from", "2017-01-20", BOKAI),
    Row("ban-start", "beside prison: counts from release", case(*BOKAI_CASE), "ban.counts_from", "2021-02-04", BOKAI),
    Row(
        "ban-start",
        "beside restriction of freedom: from force",
        case(verdict("2020-06-22"), ruling("2020-09-15"), freedom("P3Y"), ban("P5Y")),
        "ban.counts_from",
        "2020-09-15",
        ILYASHEV,
    ),
    Row(
        "ban-start",
        "beside a suspended sentence: from force",
        case(SOON, suspended(), ban()),
        "ban.counts_from",
        "2021-03-01",
    ),
    Row("ban-start", "beside a fine: from force", case(SOON, restriction("fine"), ban()), "ban.ends", "2023-03-01"),
    Row("ban-start", "main penalty not recorded: from force or later", case(SOON, ban()), "ban.ends", "[2023-03-01..]"),
    Row("ban", "a fixed length, beside prison", case(*BOKAI_CASE), "ban.ends", "2024-02-04", BOKAI),
    Row(
        "ban",
        "a fixed length, beside restriction of freedom",
        case(verdict("2020-06-22"), ruling("2020-09-15"), freedom("P3Y"), ban("P5Y")),
        "ban.ends",
        "2025-09-15",
        ILYASHEV,
    ),
    Row(
        "ban",
        "for the term of the main penalty",
        case(SOON, FREEDOM, ban(None, term="main-penalty")),
        "ban.ends",
        "2023-03-10",
    ),
    Row("ban", "for life", case(SOON, FREEDOM, ban(None, term="life")), "ban.ends", ""),
    Row("record", "after prison, medium gravity: three years", after(charge("380", "1")), "record.ends", "2026-03-01"),
    Row("record", "after prison, grave: six years", after(charge("174", "1")), "record.ends", "2029-03-01"),
    Row(
        "record", "after prison, especially grave: eight years", after(charge("174", "3")), "record.ends", "2031-03-01"
    ),
    Row(
        "record",
        "after prison, grave against life: eight years",
        after(charge("272", "2", against_life=True)),
        "record.ends",
        "2031-03-01",
    ),
    Row(
        "record",
        "after prison, especially grave against life: ten years",
        after(charge("174", "3", against_life=True)),
        "record.ends",
        "2033-03-01",
    ),
    Row("record", "a milder penalty: when it is served", case(SOON, FREEDOM), "record.ends", "2023-03-10"),
    Row(
        "record",
        "a suspended sentence: with probation control",
        case(SOON, suspended("P3Y", registered="2021-03-10")),
        "record.ends",
        "2024-03-10",
    ),
    Row("record", "from force", case(SOON, FREEDOM), "record.binds_from", "2021-03-01"),
    Row("record", "prison for life: no end", case(SOON, prison(None, term="life")), "record.ends", ""),
    Row("record", "gravity not known: open", after(charge("250", None)), "record.ends", ""),
    Row(
        "record",
        "one gravity known, one not: at least the known",
        after(charge("174", "1"), charge("250", None, id="ch2")),
        "record.ends",
        "[2029-03-01..]",
    ),
    Row(
        "record",
        "restriction of freedom that ended in prison: served, or years after prison",
        case(
            SOON,
            charge("405", "1"),
            freedom("P2Y", registered="2021-03-10", changes=(change("replaced", "2022-03-10", to="prison"),)),
            prison("P1Y", verdict="v2"),
            ruling("2022-03-10", "replaced", instance="enforcement"),
        ),
        "record.ends",
        "[2023-03-10..2029-03-10]",
    ),
    Row("gravity", "to two years: minor", after(charge("402", "2")), "record.ends", "2026-03-01"),
    Row("gravity", "to five years: medium", after(charge("274", "3")), "record.ends", "2026-03-01"),
    Row("gravity", "to twelve years: grave", after(charge("272", "1")), "record.ends", "2029-03-01"),
    Row("gravity", "above twelve years: especially grave", after(charge("179", "3")), "record.ends", "2031-03-01"),
    Row("gravity", "as a source states it", after(charge("250", None, gravity="minor")), "record.ends", "2026-03-01"),
    Row("record-additional", "a ban beside prison", case(*BOKAI_CASE), "record.ends", "2030-02-04", BOKAI),
    Row(
        "record-additional",
        "a ban beside restriction of freedom",
        case(SOON, FREEDOM, ban("P5Y")),
        "record.ends",
        "2026-03-01",
    ),
    Row("record-additional", "a ban that ends first", case(SOON, FREEDOM, ban("P1Y")), "record.ends", "2023-03-10"),
    Row(
        "record-early",
        "released on parole: from what was really served",
        case(SOON, charge("272", "1"), prison("P4Y", starts="2021-03-01", ends="2022-09-01", ended_by="parole")),
        "record.ends",
        "2028-09-01",
    ),
    Row("record-life", "beside a ban for life: no end", case(SOON, SERVED, ban(None, term="life")), "record.ends", ""),
    Row(
        "record-several",
        "two gravities under one sentence: the longer clock",
        after(charge("174", "1"), charge("274", "2", id="ch2")),
        "record.ends",
        "2029-03-01",
    ),
    Row(
        "record-several",
        "a new crime interrupts: as it was, or anew after the new penalty",
        after(charge("380", "1")),
        "record.ends",
        "[2026-03-01..2029-06-01]",
        others=(case(verdict("2024-05-01", "2024-06-01"), freedom("P2Y", registered="2024-06-01"), id="later"),),
    ),
    Row(
        "record-several",
        "a later verdict while the penalty runs: the rest may be in it",
        case(SOON, FREEDOM),
        "freedom.ends",
        "[2022-06-01..2023-03-10]",
        others=(case(verdict("2022-05-01", "2022-06-01"), prison("P2Y", starts="2022-06-01"), id="later"),),
    ),
    Row("list-in", "nobody confirms it: no start", case(SOON, charge("174", "1"), FREEDOM), "listing.binds_from", ""),
    Row(
        "list-in",
        "told, day not known: at the latest when first said",
        case(*BOKAI_CASE, listing(told=True), report("list", "[2025-05-01..2025-06-30]")),
        "list.binds_from",
        "[..2025-06-30]",
        BOKAI,
    ),
    Row("list-in", "day reported", case(*BOKAI_CASE, listing(starts="2018-05-01")), "list.binds_from", "2018-05-01"),
    Row("list-out", "with the record", case(*BOKAI_CASE, listing(starts="2018-05-01")), "list.ends", "2030-02-04"),
    Row(
        "list-out",
        "expected only: still with the record",
        case(SOON, charge("174", "1"), FREEDOM),
        "listing.ends",
        "2023-03-10",
    ),
    Row(
        "supervision-start",
        "from release",
        case(*BOKAI_CASE, supervision("P3Y")),
        "supervision.binds_from",
        "2021-02-04",
        BOKAI,
    ),
    Row(
        "supervision",
        "three years and six months more",
        case(
            *BOKAI_CASE,
            supervision("P3Y", starts="[2021-02-04,2021-02-18]", changes=(change("extended", "2024-02~", "P6M"),)),
        ),
        "supervision.ends",
        "[2024-08-04..2024-08-18]",
        BOKAI,
    ),
    Row(
        "supervision",
        "start named by the order",
        case(*BOKAI_CASE, supervision("P1Y", starts="2021-03-05")),
        "supervision.ends",
        "2022-03-05",
    ),
)
