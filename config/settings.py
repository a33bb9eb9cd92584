"""The site's settings: one file, read from the environment by small helpers. docs/deploy.md lists the variables."""

import os
from pathlib import Path

import pghistory
from django.core.exceptions import ImproperlyConfigured

from config.database import databases
from config.desk_path import desk_path
from config.environment import flag, networks, number, text, words
from config.production import check
from config.storage import storage
from records import languages

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(text("SHEKTEU_VAR") or BASE_DIR / "var").resolve()
TESTING_SECRET = "not-a-secret: this key is only for a laptop"  # noqa: S105

DEBUG = flag("DEBUG", default=True)
SECRET_KEY = text("SECRET_KEY") or (TESTING_SECRET if DEBUG else "")
ALLOWED_HOSTS = words("ALLOWED_HOSTS") or (["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
# The ports that the site is asked at, if they are not the usual ones; on a laptop any.
SITE_PORTS = [] if DEBUG else words("SITE_PORTS") or ["80", "443"]
# The onion service of the same site, such as http://….onion, and where to tell of a weakness (security.txt).
ONION = text("ONION").rstrip("/")
SECURITY_CONTACTS = words("SECURITY_CONTACTS")
CSRF_TRUSTED_ORIGINS = [f"https://{'*' if host.startswith('.') else ''}{host}" for host in ALLOWED_HOSTS if not DEBUG]
# Under which licence the archive's texts may be copied: the publisher's choice, empty on a laptop.
CONTENT_LICENCE = text("CONTENT_LICENCE")
# Who answers reporters, and within how many hours; empty: the site says that nobody is named.
PRESS_CONTACT, PRESS_HOURS = text("PRESS_CONTACT"), number("PRESS_HOURS", default=0)
LEDGER_KEY = text("SHEKTEU_LEDGER_KEY")
"""32 random bytes in Base64: signs the ledger of each day (Ed25519). Empty: it is not signed."""
# The public keys of age that backups are encrypted to.
BACKUP_RECIPIENTS = words("SHEKTEU_BACKUP_RECIPIENT")
DESK_PATH = desk_path(text("DESK_PATH"), languages.LANGUAGES)
if not DEBUG and (problems := check(os.environ)):
    raise ImproperlyConfigured("The site does not start in production:\n" + "\n".join(problems))

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "config",
    "limits",
    "records",
    "people",
    "cases",
    "restrictions",
    "editions",
    "archive",
    "desk",
    "inbox",
]

MIDDLEWARE = [
    "config.metrics.counted",
    "config.headers.own_headers",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.tracking.without_tracking",
    "archive.index.kept.kept_pages",
    "config.replicas.Replicas",
    "csp.middleware.CSPMiddleware",
    "config.styles.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "config.limits.largest_request",
    "config.limits.FairShare",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "desk.accounts.middleware.DeskMiddleware",
    "desk.audit.middleware.AuditMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.not_found.own_not_found",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["desk.templatetags.typist"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Rendered pages are kept for all workers; not while somebody works on the templates.
KEEP_PAGES = flag("KEEP_PAGES", default=not DEBUG)

# Rows
DATABASES = databases(os.environ, VAR, pooled=not DEBUG)
REPLICAS = [alias for alias in DATABASES if alias != "default"]
DATABASE_ROUTERS = ["config.replicas.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The module that makes editions searchable: `editions` calls it and may not import it.
EDITION_INDEX = "archive.edition_door"
# The module that shows the desk what readers would see: `desk` may not import it either.
PREVIEW = "archive.pages.case.preview"

# The audit: triggers write every change of a row beside it, with who and by which path. Nothing there ever changes.
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="audit")
PGHISTORY_APPEND_ONLY = True

# What all workers count together (limits/). On a laptop nobody is counted.
CACHES = {
    "default": {"BACKEND": "limits.cache.SharedCache"},
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
# The addresses of our own proxies, as networks: X-Forwarded-For is believed of them alone.
TRUSTED_PROXIES = networks("TRUSTED_PROXIES") or ["127.0.0.0/8", "::1/128"]
# What one reader may ask in a minute of what is not kept, and how many exports are made at once, for all. 0: no limit.
READER_RATE = number("READER_RATE", default=0 if DEBUG else 600)
EXPORTS_AT_ONCE = number("EXPORTS_AT_ONCE", default=0 if DEBUG else 2)

# Languages and time
LANGUAGE_CODE = languages.SOURCE_LANGUAGE
# As the pages offer them: the archive file's order, the other way round.
LANGUAGES = [(code, languages.name_in_sentence(code)) for code in reversed(languages.LANGUAGES)]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "desk" / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
# Readers choose by the address alone; editors choose by a cookie that no other page gets.
LANGUAGE_COOKIE_PATH = f"/{DESK_PATH}/"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = not DEBUG
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
MEDIA_URL = "/media/"
STORAGES = {
    "default": storage(os.environ),
    "staticfiles": {
        "BACKEND": "config.static_files.PlainFiles" if DEBUG else "config.static_files.HashedFiles",
    },
}

# Uploads at the desk. A request larger than all of them is refused before it is read.
MEGABYTE = 1024 * 1024
LARGEST_REQUEST = 32 * MEGABYTE
PORTRAIT_LARGEST = 10 * MEGABYTE
PORTRAIT_PIXELS = 50_000_000
PAPER_LARGEST = 25 * MEGABYTE
PAPER_PAGES = 500
# What reading one paper may take, in a process of its own, and how many are read at once by all workers.
PAPERS_AT_ONCE = 2
PAPER_SECONDS = 60
PAPER_MEMORY = 1024 * MEGABYTE

# How the pages of sources are fetched: what we say who we are, and through which proxy.
SOURCES_AGENT = text("SOURCES_AGENT") or "ShekteuArchive/1.0 (keeps a copy of cited sources)"
SOURCES_PROXY = text("SOURCES_PROXY")

# Accounts: only editors have one
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
]

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "desk.accounts.adapter.DeskAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Attempts at the door are counted by desk.accounts.waiting; codes of the second factor by account, wherever from.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Shekteu"
# On a laptop a passkey works on http://localhost; elsewhere only over https.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
# Who does nothing for this long is signed out.
DESK_IDLE_SECONDS = 30 * 60
# Only where the desk is one person: their own approval counts, and is marked for ever as such.
ONE_PERSON_DESK = flag("ONE_PERSON_DESK", default=False)
CSRF_FAILURE_VIEW = "desk.accounts.account.csrf_failure"

# What a browser may do with a page
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
# A well-documented case has more fields than the 1,000 that Django takes from a form by default: Bokai’s has.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = not DEBUG and flag("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY", default=False) else None
SECURE_HSTS_SECONDS = 0 if DEBUG else 31_536_000
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Reports of errors name the address of the page, never the visitor's
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"short": {"()": "config.logs.ShortWhileAway"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["short"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # Anybody can ask for what is not there, with a wrong host or a bad form; a line for each would fill the disk.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["console"], "level": "CRITICAL", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["archive.api.renderer.Renderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "archive.api.schema.Description",
    "EXCEPTION_HANDLER": "archive.api.problems.handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Shekteu",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # The description has tests of its own.
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
    "ENUM_NAME_OVERRIDES": {
        "Certainty": "archive.api.answers.CERTAINTY",
        "CertaintyOfACount": "archive.api.answers.OF_A_COUNT",
        "ChangeKind": "archive.api.answers.CHANGE_KINDS",
        "ChartId": "archive.charts.statistics.CHARTS",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "archive.api.components.with_named_types",
    ],
    "DESCRIPTION": "People in Kazakhstan under restricted freedom, as known to this archive. Dates are calculated "
    "from the law and its sources; they are no court's decision.",
}
