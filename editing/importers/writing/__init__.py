"""From what a page says to a post of this site."""
