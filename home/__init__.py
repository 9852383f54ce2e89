"""The home page and standard pages."""
