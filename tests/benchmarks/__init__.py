"""Measurements of speed, memory and quality: `python -m tests.benchmarks`."""
