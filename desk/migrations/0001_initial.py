import django.contrib.auth.models
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cases", "0001_initial"),
        ("inbox", "0001_initial"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RowChange",
            fields=[
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("model", models.CharField(max_length=30, verbose_name="table")),
                ("number", models.BigIntegerField()),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "label",
                    models.CharField(
                        choices=[("insert", "created"), ("update", "changed"), ("delete", "removed")],
                        max_length=10,
                        verbose_name="what happened",
                    ),
                ),
                ("path", models.TextField(verbose_name="by which path")),
                ("row", models.BigIntegerField(verbose_name="row")),
                ("subject", models.CharField(max_length=20, verbose_name="belongs to")),
                ("subject_id", models.BigIntegerField()),
                ("data", models.JSONField()),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "db_table": "desk_change",
                "ordering": ["-at", "-number"],
                "managed": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="DeskPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "permissions": [
                    ("write_own_drafts", "Write cases of one's own until they are published"),
                    ("submit_case", "Send a case for review"),
                    ("review_case", "Review cases of others"),
                    ("publish_case", "Publish what was approved"),
                    ("withdraw_case", "Withdraw a published case"),
                    ("restore_edition", "Restore a version as a draft"),
                    ("import_rows", "Import files"),
                    ("export_rows", "Export unpublished data"),
                    ("merge_rows", "Merge people and sources"),
                    ("answer_requests", "Decide on requests of people in the archive"),
                    ("read_audit", "Read who changed what"),
                ],
                "managed": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=200, verbose_name="what")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "export of unpublished data",
                "verbose_name_plural": "exports of unpublished data",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="UserSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("browser", models.CharField(max_length=40, verbose_name="browser")),
                ("began_at", models.DateTimeField(verbose_name="signed in")),
                ("seen_at", models.DateTimeField(verbose_name="last used")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="user_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-seen_at"],
            },
        ),
        migrations.CreateModel(
            name="KeptForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=400)),
                ("sealed", models.BinaryField()),
                ("kept_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_forms",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-kept_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(verbose_name="sent")),
                ("note", models.TextField(blank=True, verbose_name="note for the reviewer")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "verbose_name": "submission",
                "verbose_name_plural": "submissions",
                "ordering": ["-sent_at"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("approved", models.BooleanField(verbose_name="approved")),
                ("comment", models.TextField(blank=True, verbose_name="comment")),
                ("alone", models.BooleanField(default=False, verbose_name="reviewed by its own author")),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="review", to="desk.submission"
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
            },
        ),
        migrations.CreateModel(
            name="Submitted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="submitted",
                        to="cases.case",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="submitted", to="desk.submission"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="submission",
            name="cases",
            field=models.ManyToManyField(related_name="submissions", through="desk.Submitted", to="cases.case"),
        ),
        migrations.CreateModel(
            name="AskedByEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.PositiveBigIntegerField()),
                ("language", models.CharField(max_length=3)),
                ("checks", models.CharField(max_length=64)),
                ("questions", models.JSONField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("edition", "language"), name="asked_once_a_language")],
            },
        ),
        migrations.CreateModel(
            name="Capture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField(verbose_name="address")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("status", models.PositiveSmallIntegerField(null=True, verbose_name="answer of the server")),
                ("problem", models.CharField(blank=True, max_length=400, verbose_name="problem")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("content_type", models.CharField(blank=True, max_length=100, verbose_name="type")),
                ("size", models.BigIntegerField(null=True, verbose_name="bytes")),
                ("file", models.CharField(blank=True, max_length=200)),
                ("changed", models.BooleanField(default=False, verbose_name="changed since the last copy")),
                ("died_at", models.DateTimeField(null=True, verbose_name="found dead")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="captures",
                        to="records.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "copy of a source",
                "verbose_name_plural": "copies of sources",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["source", "-at"], name="capture_by_source")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), ("sha256__regex", "^[0-9a-f]{64}$"), _connector="OR"),
                        name="capture_digest_or_none",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case_id", models.CharField(max_length=60, verbose_name="case")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("take-out", "take testimonies, portrait and birth year out, at once"),
                            ("noindex", "keep its pages from search engines, at once"),
                            ("withhold", "withhold the page for the time being, at once"),
                            ("correct", "correct it (in the form, then review)"),
                            ("reply", "a reply beside the fact (an event “statement” in the form, then review)"),
                            ("initials", "initials in place of the name: new ids, nothing of the old versions stays"),
                            ("withhold-open", "withhold: the page says so, with a neutral reason"),
                            ("withhold-silent", "withhold in silence: like an unknown address"),
                            ("remove", "remove: withheld in silence, and every text erased"),
                            ("refuse", "leave it as it is"),
                        ],
                        max_length=20,
                        verbose_name="decision",
                    ),
                ),
                (
                    "initials",
                    models.CharField(blank=True, help_text="Such as M. B.", max_length=20, verbose_name="initials"),
                ),
                ("why", models.TextField(verbose_name="why, for the desk")),
                ("at", models.DateTimeField(verbose_name="proposed")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="inbox.message",
                        verbose_name="request",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["-at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("act", "initials"), _negated=True),
                            models.Q(("initials", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="decision_names_the_initials",
                        violation_error_message="Write the initials that take the name's place.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionOutcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="done")),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outcome", to="desk.decision"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "note",
                    models.CharField(
                        help_text="A name that you will recognise; nobody else.",
                        max_length=200,
                        verbose_name="for whom",
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=30, verbose_name="role")),
                ("made_at", models.DateTimeField(verbose_name="made")),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="used")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ["-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", False), ("role", "")),
                            models.Q(models.Q(("role", ""), _negated=True), ("account", None)),
                            _connector="OR",
                        ),
                        name="invitation_for_a_role_or_an_account",
                        violation_error_message="Choose a role for a new account, or the account that lost its password.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("used_at", None), ("withdrawn_at", None), _connector="OR"),
                        name="invitation_used_or_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.BigIntegerField(unique=True, verbose_name="edition")),
                ("case_id", models.CharField(max_length=60, verbose_name="case")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "harm",
                    models.CharField(
                        choices=[("no", "No"), ("weighed", "It can, and it was weighed: see the note")],
                        max_length=10,
                        verbose_name="can this harm",
                    ),
                ),
                ("harm_note", models.TextField(blank=True, verbose_name="how it was weighed")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="desk.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "publication",
                "verbose_name_plural": "publications",
                "ordering": ["-edition"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("harm", "no"), models.Q(("harm_note", ""), _negated=True), _connector="OR"),
                        name="publication_harm_is_explained",
                        violation_error_message="Say how the harm was weighed.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("signed-in", "signed in"),
                            ("failed", "wrong password"),
                            ("idle", "signed out after idle time"),
                            ("ended", "session ended by its owner"),
                            ("invited", "invitation made"),
                            ("joined", "invitation used"),
                            ("password", "password changed"),
                        ],
                        max_length=10,
                        verbose_name="what",
                    ),
                ),
                ("browser", models.CharField(blank=True, max_length=40, verbose_name="browser")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-in",
                "verbose_name_plural": "sign-ins",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["user", "-at"], name="sign_in_by_account")],
            },
        ),
        migrations.CreateModel(
            name="DraftOwner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("case", "Case"), ("person", "Person"), ("source", "Source")], max_length=10
                    ),
                ),
                ("row", models.BigIntegerField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "row"), name="draft_has_one_owner")],
            },
        ),
        migrations.AddConstraint(
            model_name="submitted",
            constraint=models.UniqueConstraint(fields=("submission", "case"), name="case_once_per_submission"),
        ),
        migrations.CreateModel(
            name="SentDigest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                (
                    "submitted",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sent_digest", to="desk.submitted"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Saver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.BigIntegerField()),
                ("table_name", models.CharField(max_length=63)),
                ("row_id", models.BigIntegerField()),
                ("subject", models.CharField(max_length=20)),
                ("subject_id", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["subject", "subject_id"], name="saver_by_subject")],
            },
        ),
        migrations.CreateModel(
            name="ConsumedSaver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case_number", models.BigIntegerField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consumed_savers",
                        to="desk.publication",
                    ),
                ),
                (
                    "saver",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="desk.saver"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case_number", "saver"), name="saver_consumed_once_per_case")
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("auth.user",),
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="AccountRole",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("auth.user_groups",),
        ),
    ]
