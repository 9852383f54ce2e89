"""Demonstration content: written by `manage.py demo`, marked as such, taken away on request.

The words are files in words/, in a small notation that `reading` explains; `bodies` turns them
into blocks, `pages` into pages; `records` remembers what was written.
"""
