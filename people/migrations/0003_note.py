from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_audit"),
    ]

    operations = [
        migrations.AlterField(
            model_name="personnote",
            name="risk",
            field=models.TextField(blank=True, verbose_name="risk to the person or a source"),
        ),
        migrations.AlterField(
            model_name="personnoteaudit",
            name="risk",
            field=models.TextField(blank=True, verbose_name="risk to the person or a source"),
        ),
    ]
