"""Triggers in migrations: added without the cost that pgtrigger's own operation has, and without its switch."""

import re

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState
from pgtrigger import compiler, migrations

SWITCH = re.compile(r"IF \(\S+_pgtrigger_should_ignore\(TG_NAME\) IS TRUE\) THEN.*?END IF;\s+END IF;\s+", re.DOTALL)
"""What lets a session silence a trigger of pgtrigger by a variable of its own."""


class AddTrigger(migrations.AddTrigger):
    """Adds one compiled trigger, which no session can silence.

    pgtrigger builds the model and all that relate to it anew for each trigger, which took a third of the time
    that a new database takes. No later operation asks a model for its triggers, so their state alone is kept.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        assert isinstance(self.trigger, compiler.Trigger)  # as migrations hold them
        schema_editor.execute(without_switch(self.trigger.install_sql), params=None)


def without_switch(sql: str) -> str:
    """The trigger without what heeds `pgtrigger.ignore`. Raises ValueError if pgtrigger writes that in another way."""
    plain, switches = SWITCH.subn("", sql)
    if switches != 1:
        raise ValueError("pgtrigger writes its triggers in another way now: see what silences them")
    return plain
