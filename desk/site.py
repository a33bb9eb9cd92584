"""The desk: the admin site of the archive's editors."""

from django.contrib.admin import AdminSite
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """Where editors enter cases. Its path is `settings.DESK_PATH`."""

    site_title = _("Shekteu desk")
    site_header = _("Shekteu: the editors' desk")
    index_title = _("Records")


site = DeskSite()
site.register(User, UserAdmin)
site.register(Group, GroupAdmin)
