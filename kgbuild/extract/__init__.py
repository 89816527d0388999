"""Article → Reading: what it mentions and what it says. The only home of spaCy."""
