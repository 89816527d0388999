"""Measure kgbuild: ``python -m bench [PART...]`` writes bench/results.md."""
