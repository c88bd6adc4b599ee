"""Rules over several documents: what one says held against what the others say."""
