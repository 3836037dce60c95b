"""The zip containers of Word, OpenDocument and Excel files, held against limits before anything in them is read."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree
from lxml.etree import _Element as Element

from assistant.readers.content import Unreadable

LARGEST = 50_000_000  # bytes of all entries together, unpacked
MOST_ENTRIES = 2_000
HIGHEST_RATIO = 100  # of the unpacked size to the packed one
_SMALL = 1_000_000  # bytes; an entry below this may be packed as tightly as it likes
_ENCRYPTED = 0x1  # flag of an entry
_XML = (".xml", ".rels")
_TOO_LARGE = "unpacks to more than {} MB: save it again without its pictures, or as plain text (.txt)"
_DAMAGED = "a damaged file: open it and save it again"


class Archive:
    """A container whose directory keeps the limits and whose XML declares no entities; entries are read by name."""

    def __init__(self, entries: zipfile.ZipFile) -> None:
        """Wrap an open zip file that was checked; `open_archive` makes one out of bytes."""
        self._entries = entries
        self.names = frozenset(entries.namelist())

    def xml(self, name: str) -> Element:
        """The root of an XML entry; Unreadable where it is missing or broken."""
        if name not in self.names:
            raise Unreadable(_DAMAGED)
        # The parser keeps its own limits too: 256 levels, 10 MB a text.
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(_bytes(self._entries, name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(_DAMAGED) from error


def open_archive(data: bytes) -> Archive:
    """The entries of a container, or Unreadable for a bomb, a damaged or encrypted one, and one that declares a DTD.

    The sizes that the directory states can be relied on: unpacking an entry stops there, and its checksum fails where
    there was more.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable(_DAMAGED) from error
    _check_directory(entries.infolist(), len(data))
    for name in entries.namelist():
        if name.lower().endswith(_XML):
            _check_prolog(_bytes(entries, name))
    return Archive(entries)


def _check_directory(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"holds more than {MOST_ENTRIES:,} files: save it again, or as plain text (.txt)")
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise Unreadable(_TOO_LARGE.format(LARGEST // 1_000_000))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unreadable("protected by a password: save a copy without it")
    if sum(entry.compress_size for entry in entries) > packed:
        raise Unreadable(_DAMAGED)  # entries that overlap
    if any(e.file_size > max(_SMALL, HIGHEST_RATIO * e.compress_size) for e in entries):
        raise Unreadable(f"packed more than {HIGHEST_RATIO} to 1, as no document is: save it as plain text (.txt)")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or any(_is_harmful(name) for name in names):
        raise Unreadable("holds files with forged names: do not open it, and ask its sender for a PDF")


def _is_harmful(name: str) -> bool:
    """Whether a name leads out of its container. None is ever used as a path, but an honest writer makes none such."""
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name


def _check_prolog(xml: bytes) -> None:
    """Refuse a DTD, and with it every entity; without its zero bytes UTF-16 reads like the rest."""
    if b"<!DOCTYPE" in xml.replace(b"\x00", b"") or b"<!ENTITY" in xml.replace(b"\x00", b""):
        raise Unreadable("its XML declares entities (a DTD), as no honest document does: ask its sender for a PDF")


def _bytes(entries: zipfile.ZipFile, name: str) -> bytes:
    try:
        return entries.read(name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Unreadable(_DAMAGED) from error
