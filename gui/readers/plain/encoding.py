"""Which encoding the bytes of a text file are in."""

import codecs

from gui.document.errors import ReadError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
"""Bytes looked at to see whether a file without a byte order mark is UTF-16."""

_MOST_CONTROLS = 0.01
"""Text has hardly any control characters; more of them than this share means that it is not text."""


def decode(name: str, data: bytes) -> str:
    """The text in ``data``: UTF-8, UTF-16 (with a byte order mark, or evidently), or CP949.

    Raises:
        ReadError: the file is not text, or in none of these encodings.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(name, _decode_as(name, data, encoding))
    encoding_without_mark = _utf16_without_mark(data)
    if encoding_without_mark:
        return _checked(name, _decode_as(name, data, encoding_without_mark))
    for encoding in ("utf-8", "cp949"):
        try:
            return _checked(name, data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if _looks_binary(data):
        raise _not_text(name)
    raise _unknown_encoding(name)


def _decode_as(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown_encoding(name) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows itself by zero bytes at every other place: spaces, digits and line ends have a zero high byte."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < len(sample) / 20 or min(even, odd) > max(even, odd) / 10:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = sample.decode(encoding, errors="strict" if len(sample) == len(data) else "ignore")
    except UnicodeDecodeError:
        return None
    return encoding if _mostly_readable(text) else None


def _mostly_readable(text: str) -> bool:
    readable = sum(character.isspace() or character.isascii() or "가" <= character <= "힣" for character in text)
    return readable > len(text) * 0.7 and _is_text(text)


def _checked(name: str, text: str) -> str:
    if not _is_text(text):
        raise _not_text(name)
    return text


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\r\v\f\x1a" for character in sample)
    return "\0" not in sample and controls <= max(1, len(sample) * _MOST_CONTROLS)


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return 0 in sample or sum(byte < 32 and byte not in b"\t\n\r\v\f" for byte in sample) > len(sample) * _MOST_CONTROLS


def _not_text(name: str) -> ReadError:
    return ReadError("{name} is not a text file. Open the release itself, saved as Markdown or plain text.", name=name)


def _unknown_encoding(name: str) -> ReadError:
    return ReadError(
        "The characters of {name} are in no encoding that this program knows (UTF-8, UTF-16, CP949). "
        "Save the file as UTF-8 and open it again.",
        name=name,
    )
