extensions = ["myst_parser", "addresses"]
myst_enable_extensions = ["colon_fence"]
myst_footnote_transition = False
smartquotes = False
