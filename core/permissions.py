"""What the groups of a new site may do, beside what Wagtail gives them; used by migrations."""

from collections.abc import Mapping
from functools import partial

from django.db import migrations

# Permissions hang on these; Django makes them only after all migrations.
DEPENDENCIES = [
    ("wagtailcore", "0098_apitoken"),
    ("contenttypes", "0002_remove_content_type_name"),
    ("auth", "0012_alter_user_first_name_max_length"),
]


def granting(app_label: str, granted: Mapping[str, Mapping[str, list[str]]]):
    """Return the operation that gives groups permissions: {group: {model: actions}}.

    A site without such a group is left alone.
    """
    give = partial(_give, app_label=app_label, granted=granted)
    return migrations.RunPython(give, migrations.RunPython.noop)


def _give(apps, _schema_editor, app_label: str, granted: Mapping[str, Mapping[str, list]]) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    for group in apps.get_model("auth", "Group").objects.filter(name__in=granted):
        for model, actions in granted[group.name].items():
            kind, _made = content_types.get_or_create(app_label=app_label, model=model)
            name = apps.get_model(app_label, model)._meta.verbose_name
            for action in actions:
                permission, _made = permissions.get_or_create(
                    content_type=kind,
                    codename=f"{action}_{model}",
                    defaults={"name": f"Can {action} {name}"},
                )
                group.permissions.add(permission)
