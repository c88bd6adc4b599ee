"""Records other than figures: laws, acts, emergencies, recommendations, obligations, groups, gaps, statements."""
