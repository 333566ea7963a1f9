"""Why text is set aside, in the same words by all readers, and how it is written down then."""

from gui.document.errors import note
from gui.readers.raw import Raw, RawAside, RawPicture, RawTable

PAGE_NUMBER = note("It is a page number.")
TOO_SMALL = note("Its letters are too small to be read.")
HEADER_OR_FOOTER = note("A header or footer of the page.")
DELETED = note("Deleted in a tracked change.")


def wording(raw: Raw) -> str:
    """All text of a line, table or aside as plain text: a line for each row, tabs between cells; none of a picture."""
    if isinstance(raw, RawPicture):
        return ""
    if isinstance(raw, RawTable):
        return "\n".join("\t".join(cell.whole for cell in row) for row in raw.rows)
    return raw.text if isinstance(raw, RawAside) else raw.text.text
