"""The rules of the house as tests. Each proves itself on a planted offender."""
