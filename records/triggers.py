"""Triggers in migrations, added without the cost that pgtrigger's own operation has."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState
from pgtrigger import compiler, migrations


class AddTrigger(migrations.AddTrigger):
    """Adds one compiled trigger.

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
        schema_editor.execute(self.trigger.install_sql, params=None)
