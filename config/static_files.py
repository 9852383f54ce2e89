"""What collectstatic leaves behind: the parts of the joined style sheet, which nobody asks for."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFiles(StaticFilesConfig):
    """Django's static files, without the parts (decision 0004); their addresses are the sheet's."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "core/css/*"]
