"""Which words are names, of what kind, and which names are one thing's."""
