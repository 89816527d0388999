"""Sentences and their words: layout, parse, clauses, dates; what every stage looks at."""
