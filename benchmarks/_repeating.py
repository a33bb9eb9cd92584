"""A large index in a minute: the rows of a few thousand published cases, repeated under other numbers and ids."""

from typing import Any

OWN = 4_000
"""Cases that are published as any others, with their documents. Of the repeated ones only the index has rows."""
ENTRIES = {
    "edition": "edition + %(editions)s * again",
    "case_key": "md5(case_key || %(editions)s || again)",
    "key": "md5(key || %(editions)s || again)",
    "case_id": "'synthetic-' || lpad((right(case_id, 6)::int + %(cases)s * again)::text, 6, '0')",
    "person_id": "'synthetic-person-' || lpad((right(person_id, 6)::int + %(cases)s * again)::text, 6, '0')",
}
OF_ENTRIES = {"entry_id": "entry_id + %(editions)s * again"}
IN_CHAIN = {
    "number": "number + %(editions)s * again",
    "key": "md5(key || %(editions)s || again)",
    "case_key": "md5(case_key || %(editions)s || again)",
    "case_id": ENTRIES["case_id"],
    "previous": "md5(previous || %(editions)s || again) || md5(again || previous)",
    "hash": "md5(hash || %(editions)s || again) || md5(again || hash)",
}
TEXTS = {
    "edition_id": "edition_id + %(editions)s * again",
    "person": ENTRIES["person_id"].replace("person_id", "person"),
}


def repeat(cases: int, with_chain: bool = False) -> None:
    """Brings the index from the cases that are published to so many, or nearly. Names, texts, days and counts stay those of the first.

    With the chain, which does not verify, and whose texts stay those of the first too.
    """
    from django.db import connection, transaction
    from django.db.models import Max

    from archive.index.edition_index import analyze
    from archive.index.models import CourtName, Entry, IndexState, Period
    from editions.models import ChainEntry, EditionText

    own = Entry.objects.count()
    numbers = {
        "cases": own,
        "editions": Entry.objects.aggregate(most=Max("edition"))["most"],
        "times": cases // own - 1,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        # Filled in one go afterwards, which is many times as fast.
        cursor.execute("DROP INDEX entry_words")
        of_chain = ((ChainEntry, IN_CHAIN), (EditionText, TEXTS)) if with_chain else ()
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model, changed in ((Entry, ENTRIES), (Period, OF_ENTRIES), (CourtName, OF_ENTRIES), *of_chain):
            cursor.execute(repeated(model, changed), numbers)
        cursor.execute("CREATE INDEX entry_words ON archive_entry USING gin (words)")
        IndexState.objects.begin_anew()
    analyze()


def repeated(model: Any, changed: dict[str, str]) -> str:
    """The statement that adds a model's rows again and again, with what is ``changed``."""
    columns = [field.column for field in model._meta.concrete_fields if field.column != "id"]
    expressions = ", ".join(changed.get(column, column) for column in columns)
    table = model._meta.db_table
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {expressions} FROM {table}, generate_series(1, %(times)s) again"
