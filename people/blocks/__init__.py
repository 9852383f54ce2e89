"""Blocks about people: quotations, and people themselves."""
