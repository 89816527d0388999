"""Say which names are one entity."""
