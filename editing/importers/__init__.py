"""The importer: from pages saved from an old site to posts (docs/features/importing.md)."""
