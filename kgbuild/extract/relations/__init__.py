"""Which ties the sentences of an article tell, by rules and by the model."""
