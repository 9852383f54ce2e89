"""The blog: posts in which participants tell what they learned."""
