"""Whether what is told is so, and how probable it is that we read it rightly."""
