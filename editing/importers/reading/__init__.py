"""From the text of a saved file to what the page says, without a database."""
