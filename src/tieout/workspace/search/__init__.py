"""Searching a workspace: ranked quotes for words in English or Spanish, from an index kept in the workspace.

The index is derived and private as the rest of a workspace; it holds nothing that a protected name stands in.
"""
