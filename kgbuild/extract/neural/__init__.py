"""The learned encoder and what it says of names and ties, as numbers."""
