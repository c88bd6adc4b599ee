"""Names that must never leave: found however they are written, and refused at every door.

It knows no rule, no workspace and no page; those ask it.
"""
