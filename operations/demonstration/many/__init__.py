"""Very many posts, for measuring: composed from a vocabulary of our own, the same for a seed."""
