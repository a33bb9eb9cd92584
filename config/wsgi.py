import os

from django.core.wsgi import get_wsgi_application

from records.memory import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("STATEMENT_SECONDS", "20")  # before the settings are read
application = get_wsgi_application()
settle()
