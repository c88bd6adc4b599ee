"""Measurements: how well figures, ties and findings meet labels made by reading, and how fast."""
