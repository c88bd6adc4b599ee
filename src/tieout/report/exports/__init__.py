"""What leaves a workspace for other tools: tables, lists of sources, annotations, entities. Every format goes out
through `export.py`, the one place where protected names are looked for.
"""
