"""What changed between two editions of a report, or two workspaces, and which sentences of a draft it touches.

`editions(old, new)` compares two documents, `workspaces(old, new)` two workspaces, `resting(draft, old, changed)` finds
the sentences of a draft that rest on what is gone or different now.
"""
