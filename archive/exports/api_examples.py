"""Examples of the API to copy. Each is run by a test; R's where R and its package jsonlite are (.ci/run).

None names a case: whoever may be withheld tomorrow stands in no text of ours.
"""

CURL = 'curl -s "{site}/api/v1/cases/?kind=public-activity-ban&on=2023-01-01"'
PYTHON = """import json
from urllib.request import urlopen

address = "{site}/api/v1/restrictions/?kind=public-activity-ban&state=in-force&on=2024-01-01"
while address:
    with urlopen(address) as response:
        page = json.load(response)
    for row in page["results"]:
        print(row["name_en"], row["begins_earliest"], row["last_day_latest"])
    address = page["next"]
"""
R = """library(jsonlite)
address <- "{site}/api/v1/cases/?region=KZ-75&limit=200"
page <- fromJSON(paste(readLines(address, warn = FALSE, encoding = "UTF-8"), collapse = ""))
print(page$results[, c("case_id", "name_en", "sentence")])
"""
MOST_ROWS, ROWS = 200, 50
"""Of a page of the API at most, and where the address does not say."""
EXAMPLES = (("curl", CURL), ("Python", PYTHON), ("R", R))


def examples(site: str) -> list[tuple[str, str]]:
    """The examples for a site's own address, without a slash at its end."""
    return [(name, text.replace("{site}", site)) for name, text in EXAMPLES]
