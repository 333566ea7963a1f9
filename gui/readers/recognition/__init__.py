"""What makes lines, tables and pictures the parts of a press release, whatever format they come from.

Only :mod:`gui.readers.structure` puts these together. First the furniture of the page is set aside, boxes are opened
and lines joined to paragraphs, each with the kind that its first characters tell; then the front of the release is
taken apart (release line, headline, contact table), the summary, and the body. Every rule leaves behind its evidence.
"""
