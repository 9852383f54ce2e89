"""Settings, one file an environment."""
