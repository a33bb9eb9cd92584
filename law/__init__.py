"""The law's calendar: plain values in, an explained outcome out.

Nothing here knows a database, a request, a language or today.
"""
