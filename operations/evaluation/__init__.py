"""Measures the site's search against a collection of judged questions (docs/features/search.md)."""
