"""Ties that the model sees, and that words, names or the rules' reading rule out."""
