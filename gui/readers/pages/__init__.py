"""Pages of a PDF, which know only where glyphs and rules stand: words, lines, tables and paragraphs are found again.

``source`` opens the file and fills the plain data of ``page`` (with ``glyphs`` and ``drawing``, which alone speak to
PDFium); ``tables`` and ``layout`` find frames and what stands in them, ``lines`` and ``words`` the order of reading,
``furniture`` and ``flow`` what goes on from page to page. All lengths are points, measured from the lower left.
"""
