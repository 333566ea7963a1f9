"""Word documents (WordprocessingML, ISO/IEC 29500): the parts of a package in the order in which they are printed.

``body`` walks over paragraphs and tables, ``inline`` over what stands within a paragraph; ``styles``, ``numbering``,
``fields``, ``notes`` and ``drawings`` say what Word works out itself. ``package`` and ``xml`` know the file alone.
"""
