"""Score readings against gold: what was found, what is right, how sure the figures are."""
