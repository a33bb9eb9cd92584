from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("danger", "The page puts somebody in danger"),
                            (
                                "take-out",
                                "Take out my testimony, portrait or year of birth, or keep the page from search engines",
                            ),
                            ("correction", "Something is wrong"),
                            ("reply", "I want to reply beside a fact"),
                            ("removal", "Initials instead of the name, or removal"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("case_id", models.CharField(blank=True, max_length=60, verbose_name="case")),
                ("text", models.TextField(max_length=5000, verbose_name="message")),
                ("language", models.CharField(max_length=2, verbose_name="language")),
                ("received_at", models.DateTimeField(verbose_name="received")),
                ("due_at", models.DateTimeField(verbose_name="answer due")),
                ("answer", models.TextField(blank=True, max_length=5000, verbose_name="answer")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                ("code_digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("form_token", models.CharField(editable=False, max_length=64, unique=True)),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
                "ordering": ("due_at", "pk"),
                "indexes": [models.Index(fields=["received_at"], name="message_by_receipt")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="message_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at__isnull", True), models.Q(("answer", ""), _negated=True), _connector="OR"
                        ),
                        name="message_answered_with_words",
                        violation_error_message="Write the answer: the reader sees it by the code.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_at__gt", models.F("received_at"))), name="message_due_after_receipt"
                    ),
                ],
            },
        ),
    ]
