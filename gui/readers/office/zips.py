"""What a damaged or encrypted zip makes the standard library raise."""

import struct
import zipfile
import zlib

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""All that :mod:`zipfile` was seen to raise where it opens an archive or reads a member."""
