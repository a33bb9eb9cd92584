"""The five roles as groups, with the permissions that `desk.roles` says."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

from desk.roles import ROLES

APPS = ("auth", "records", "people", "cases", "restrictions", "desk")


def grant(apps: Apps, schema_editor: object) -> None:
    """Make the groups; each has exactly the permissions of its role."""
    for name in APPS:
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, role in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        found = [Permission.objects.get(content_type__app_label=app, codename=code)
                 for app, code in (permission.split(".") for permission in role.permissions)]  # fmt: skip
        group.permissions.set(found)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_accounts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("records", "0001_initial"),
        ("people", "0001_initial"),
        ("cases", "0001_initial"),
        ("restrictions", "0001_initial"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
