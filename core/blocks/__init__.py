"""What a body is built of: one block a file, composed in body.py."""
