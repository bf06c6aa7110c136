"""Pictures for tests, as small as can be."""

from __future__ import annotations

import struct
import zlib


def png(grey: int) -> bytes:
    """Return a PNG picture of one pixel of this grey, 0 to 255."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, grey]))),
        (b"IEND", b""),
    )
    written = (struct.pack(">I", len(data)) + name + data + _checksum(name + data) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _checksum(content: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(content))
