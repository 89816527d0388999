"""What pronouns, descriptions and offices without a body take up."""
