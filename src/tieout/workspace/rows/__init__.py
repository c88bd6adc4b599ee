"""The tables of a workspace: which columns each has, and the rows that a document gives for it."""
