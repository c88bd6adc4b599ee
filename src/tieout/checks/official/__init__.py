"""Figures of a text against official tables: which question a figure answers, and what each table says to it."""
