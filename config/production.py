"""What production may not start without."""

from collections.abc import Mapping

LENGTH_OF_A_SECRET = 50
KINDS_OF_CHARACTERS = 10
MAKE_A_SECRET = "make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'"  # noqa: S105


def check(environ: Mapping[str, str]) -> list[str]:
    """Everything that is missing or weak, each with its remedy; empty if the site may start."""
    problems = []
    if problem := _secret(environ.get("SECRET_KEY", "").strip()):
        problems.append(problem)
    hosts = [host.strip() for host in environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
    if not hosts or "*" in hosts:
        problems.append("ALLOWED_HOSTS must name the site's hosts: write them with commas between, no *.")
    if not environ.get("DATABASE_URL", "").strip():
        problems.append("DATABASE_URL is missing: the embedded server is for laptops; name a PostgreSQL 15 or newer.")
    if not environ.get("CONTENT_LICENCE", "").strip():
        problems.append("CONTENT_LICENCE is missing: name the licence of the archive's texts, such as CC-BY-4.0.")
    return problems


def _secret(secret: str) -> str:
    if not secret:
        return f"SECRET_KEY is missing: {MAKE_A_SECRET}."
    if len(secret) < LENGTH_OF_A_SECRET or len(set(secret)) < KINDS_OF_CHARACTERS:
        return f"SECRET_KEY is weak (shorter than {LENGTH_OF_A_SECRET} characters, or too even): {MAKE_A_SECRET}."
    if secret.startswith("django-insecure-"):
        return f"SECRET_KEY is an example's: {MAKE_A_SECRET}."
    return ""
