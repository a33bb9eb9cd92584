"""The case page: one published document, said for one day. Pure; texts come in the active language."""
