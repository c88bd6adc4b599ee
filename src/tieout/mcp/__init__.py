"""A local server for assistants (Model Context Protocol): a few tools that read one workspace and change nothing.

What a document says is given as data in fields of its own, never as a word of ours. Loaded by `tieout mcp` alone.
"""
