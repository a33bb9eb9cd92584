"""How to read a release, in lines to copy; a test runs each of them."""

DUCKDB = """SELECT kind, count(*) FILTER (WHERE state = 'in-force') AS surely,
       count(*) FILTER (WHERE state = 'likely-in-force') AS likely
FROM read_parquet('restrictions.parquet')
WHERE standing <> 'expected' GROUP BY kind ORDER BY kind;
"""
PANDAS = """import pandas

frame = pandas.read_json("restrictions.jsonl", lines=True)
print(frame.groupby("kind")["state"].value_counts())
"""
SQLITE = """SELECT article.value, count(*) FROM cases, json_each(cases.articles) AS article
GROUP BY article.value ORDER BY count(*) DESC;
"""
READING = (("DuckDB", DUCKDB), ("pandas", PANDAS), ("SQLite", SQLITE))
