"""Turn a pile of news into a knowledge graph that a person can trust."""

__version__ = "0.1.0"
