"""The tools, one a file: a function that takes the Desks and gives the function that the assistant calls.

A tool reads, answers in plain records, and says in one line when there is nothing.
"""
