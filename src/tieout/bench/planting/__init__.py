"""Planting mistakes: kinds of relations, numbers drawn for them, slips that break them, and words to say them in."""
