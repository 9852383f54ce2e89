"""What keeps the site running: background work, demonstration content, the first administrator."""
