"""What editors get beyond Wagtail: the importer of legacy pages."""
