"""The first account: a name, the administrator's role, and a link."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from tests.desk.invented_accounts import account

pytestmark = pytest.mark.django_db


def test_first_account_opens_by_its_link_and_may_let_others_in(monkeypatch: pytest.MonkeyPatch) -> None:
    account("other", "administrator")  # so that the role's group is there
    monkeypatch.setattr("builtins.input", lambda prompt: "founder")
    out = StringIO()

    call_command("first_account", site="https://archive.invented", stdout=out)

    founder = User.objects.get(username="founder")
    link = re.search(r"https://archive.invented(/desk/account/join/\S+)", out.getvalue())
    assert link and founder.has_perm("desk.add_invitation") and not founder.is_superuser
    password = "a long invented password 7"
    client = Client()
    joined = client.post(link[1], {"new_password1": password, "new_password2": password})
    assert joined.status_code == 302 and User.objects.get(username="founder").check_password(password)
    assert client.get(link[1]).status_code == 410


@pytest.mark.parametrize("name", ["", "other", "no spaces", "x" * 200])
def test_first_account_when_the_name_is_none(name: str) -> None:
    account("other", "administrator")

    with pytest.raises(CommandError):
        call_command("first_account", name=name or " ", stdout=StringIO())
    assert User.objects.count() == 1
