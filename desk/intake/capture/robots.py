"""What a site asks of robots."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from desk.intake.capture.addresses import FetchError
from desk.intake.capture.fetching import AGENT, Fetcher

LARGEST = 512 * 1024


def allows(fetcher: Fetcher, url: str) -> bool:
    """Whether the site's robots.txt lets us fetch the page; yes where there is none or it cannot be read."""
    split = urlsplit(url)
    try:
        found = fetcher.fetch(f"{split.scheme}://{split.netloc}/robots.txt")
    except FetchError:
        return True
    if found.status in (401, 403):
        return False
    rules = RobotFileParser()
    rules.parse(found.body[:LARGEST].decode("utf-8", "replace").splitlines() if found.status == 200 else [])
    return rules.can_fetch(AGENT.partition("/")[0], url)
