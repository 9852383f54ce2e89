"""The engine: from words to ranked documents. It knows fields and passages, and no page type."""
