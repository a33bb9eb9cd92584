from django.db import migrations

from records.references import inner_reference


class Migration(migrations.Migration):
    dependencies = [("restrictions", "0001_initial"), ("cases", "0002_inner_references")]

    operations = [
        inner_reference("restrictions_restriction", "verdict", "cases_verdict"),
        inner_reference("restrictions_change", "verdict", "cases_verdict"),
        inner_reference("restrictions_change", "restriction", "restrictions_restriction"),
    ]
