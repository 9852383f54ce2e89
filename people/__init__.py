"""People and speakers, their roles through time, organisations, and what people said."""
