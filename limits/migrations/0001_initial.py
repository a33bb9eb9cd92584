from django.db import migrations, models

NOT_IN_BACKUPS = "".join(
    f"ALTER TABLE limits_{table} SET UNLOGGED;" for table in ("allowance", "hourlysecret", "sharedvalue")
)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Allowance",
            fields=[
                ("key", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("used", models.PositiveIntegerField()),
                ("ends_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="HourlySecret",
            fields=[
                ("hour", models.DateTimeField(primary_key=True, serialize=False)),
                ("secret", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="SharedValue",
            fields=[
                ("key", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("content", models.JSONField()),
                ("ends_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RunSQL(NOT_IN_BACKUPS, migrations.RunSQL.noop),
    ]
