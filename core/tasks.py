"""Work that no reader and no editor should wait for."""

from django.apps import apps
from django.tasks import task

from core import renditions


@task()
def make_renditions(picture_id: int) -> int:
    """Make every size of a picture; return how many there are. Safe to run again."""
    picture = apps.get_model("core.SiteImage").objects.filter(pk=picture_id).first()
    return renditions.make(picture) if picture else 0
