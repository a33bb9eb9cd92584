from django.db import migrations

from records.references import inner_reference


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        inner_reference("cases_charge", "verdict", "cases_verdict"),
        inner_reference("cases_verdict", "on", "cases_verdict"),
        inner_reference("cases_custodybasis", "custody", "cases_custody"),
    ]
