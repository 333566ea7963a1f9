"""Documents that come back from colleagues: what was changed in them, and taking it over.

``document`` reads what stands in the file (in a process of its own), ``bilingual`` and ``finished`` find out what that
means for the project, ``taking`` makes edits of what a person accepts, ``sending`` keeps what goes out.
"""
