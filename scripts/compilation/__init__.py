"""The converter: from a raw compilation to MyST chapters.

The stages are pure. Only `pipeline` reads the source and only `output` writes; the files of the
editor are read, through `config`, by what loads them (`bookfile`, `emend`, `structure`, `wording`,
`slogans.load`). Nothing prints.
"""
