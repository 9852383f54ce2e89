"""Search: an engine of its own, on the database that is there anyway (docs/features/search.md)."""
