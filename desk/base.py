"""What all forms of the desk share."""

from django.contrib import admin


class DeskAdmin(admin.ModelAdmin):
    """A form of the desk, with the desk's look."""

    class Media:
        css = {"all": ["desk/desk.css"]}
