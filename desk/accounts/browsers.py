"""A browser's name, coarse enough to tell one's own sessions apart and nothing more."""

FAMILIES = {"Edg/": "Edge", "OPR/": "Opera", "YaBrowser/": "Yandex", "Firefox/": "Firefox", "Chrome/": "Chrome"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS"}


def browser_name(user_agent: str) -> str:
    """`Firefox, Windows`; `?` for what is not known."""
    family = next((name for mark, name in FAMILIES.items() if mark in user_agent), None)
    if family is None and "Safari/" in user_agent:
        family = "Safari"
    system = next((name for mark, name in SYSTEMS.items() if mark in user_agent), None)
    if system is None and "Linux" in user_agent:
        system = "Linux"
    return ", ".join([family or "?", *([system] if system else [])])
