"""What production may not start without."""

from collections.abc import Mapping

LENGTH_OF_A_SECRET = 50
KINDS_OF_CHARACTERS = 10
MAKE_A_SECRET = "make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'"  # noqa: S105


def check(environ: Mapping[str, str]) -> list[str]:
    """Everything that is missing or weak, each with its remedy; empty if the site may start."""
    problems = []
    secret = environ.get("SECRET_KEY", "").strip()
    if not secret:
        problems.append(f"SECRET_KEY is missing: {MAKE_A_SECRET}.")
    elif len(secret) < LENGTH_OF_A_SECRET or len(set(secret)) < KINDS_OF_CHARACTERS:
        weak = f"shorter than {LENGTH_OF_A_SECRET} characters, or too even"
        problems.append(f"SECRET_KEY is weak ({weak}): {MAKE_A_SECRET}.")
    elif secret.startswith("django-insecure-"):
        problems.append(f"SECRET_KEY is an example's: {MAKE_A_SECRET}.")
    hosts = [host.strip() for host in environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
    if not hosts or "*" in hosts:
        problems.append("ALLOWED_HOSTS must name the site's hosts: write them with commas between, no *.")
    if not environ.get("DATABASE_URL", "").strip():
        problems.append("DATABASE_URL is missing: the embedded server is for laptops; name a PostgreSQL 15 or newer.")
    if not environ.get("CONTENT_LICENCE", "").strip():
        problems.append("CONTENT_LICENCE is missing: name the licence of the archive's texts, such as CC-BY-4.0.")
    return problems
