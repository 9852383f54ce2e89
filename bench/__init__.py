"""Scripts that measure and print figures; nothing here is a test (docs/features/search.md)."""
