"""The filtered set as files: tables, documents, feeds, calendars. One list of columns for all of them."""
