"""The report as an author writes it: a skeleton, the evidence for each question, and the document that is handed over.

The author writes the prose, in Markdown, and cites records and sources of a workspace; Tieout writes notes, lists and
annexes. Nothing in it stands without a source.
"""
