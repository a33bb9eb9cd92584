import os
import sys

from django.core.wsgi import get_wsgi_application

from records.memory import settle

A_TURN = 0.0005
"""Seconds after which a thread that computes lets the others of its worker go on. A page that is kept needs some ten
turns, so that beside a dear query Python's own five thousandths would make it ten times as slow."""

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("STATEMENT_SECONDS", "20")  # before the settings are read
application = get_wsgi_application()
settle()
sys.setswitchinterval(A_TURN)
