"""Bilingual files that come back from other tools: XLIFF, Excel, CSV.

``files`` parses the file (in a process of its own), ``resegmented`` finds our segments in the units of an XLIFF,
``reading`` makes of it the rows that :mod:`gui.workspace.corrections` compares, so that the rules are those of the Word
table; ``states`` are what only these formats bring along. ``tmx`` is the way out to translation memories.
"""
