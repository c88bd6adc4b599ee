"""A workspace: what was read from a folder of documents, kept in a folder `NAME.tieout` and opened again at once.

It is a Corpus, so that every rule, page and comparison that reads documents can read a workspace instead. Everything
in it is derived: the documents themselves stay where they are.
"""
