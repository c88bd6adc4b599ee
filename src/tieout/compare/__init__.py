"""One thing counted by several sources: figures of different documents side by side, each relation typed.

    from tieout.compare.find import comparisons
    found = comparisons(corpus, publications)      # any Corpus: files, a workspace

A Comparison says how the figures of two or more documents relate (`relation`), whether they can both stand (`verdict`)
and why, in one plain line each. It is also a Tie (`Comparison.tie`). Use `select.about` for those of some figures,
`select.asked` for a measure, place and period, `originals.originals` to count independent originals.

It knows no workspace: who published what is handed in as Publications.
"""
