"""Keep what was read and judged, and the graph's rows beside it, in one SQLite file."""
