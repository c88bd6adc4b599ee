"""The page of a site that says what changed since an older workspace."""
