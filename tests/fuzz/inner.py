"""Changes within files whose outside stays whole, so that they come as far as the reader's own code."""

from __future__ import annotations

import copy
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.fuzz.mutators import LARGEST, several
from tests.makers.office import zip_of

_MOST_ELEMENTS = 20_000
_PNG = b"\x89PNG\r\n\x1a\n"
_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**400, 1e308, "", " ", "\x00", "\ud800", "a" * 5_000, [], {}, [[[[[]]]]], {"": {"": ""}},
    "2026-02-31", "9" * 5_000, "De 1 à 1e999 €", "=SUM(A1:A9)", {"@type": "JobPosting", "title": [None]}, [1] * 3_000,
)  # fmt: skip
_ATTRIBUTES = ("", "0", "-1", "99999999", "1e9", "none", "true", "#x", "../../x", "http://127.0.0.1:9/x", "a" * 3_000)


def zip_mutant(data: bytes, dice: random.Random) -> bytes:
    """An entry changed, gone, renamed or in the place of another, in a container that is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(entries, key=lambda entry: not entry.endswith(".xml"))[: max(1, len(entries) // 2)])
    if dice.random() < 0.5:  # where the words are
        name = next((n for n in entries if n in ("word/document.xml", "content.xml", "xl/worksheets/sheet2.xml")), name)
    content = entries[name]
    assert isinstance(content, bytes)
    act = dice.random()
    if act < 0.6:
        entries[name] = xml_mutant(content, dice)
    elif act < 0.8:
        entries[name] = several(content, dice)
    elif act < 0.87:
        del entries[name]
    elif act < 0.94:
        entries[dice.choice(sorted(entries))] = content
    else:
        entries[dice.choice(("word/media/a.png", "META-INF/manifest.xml", "a" * 300, "é\u202e.xml"))] = content
    return zip_of(entries, stored=("mimetype",))


def xml_mutant(data: bytes, dice: random.Random) -> bytes:
    """XML that is still well-formed: elements doubled, gone, within themselves; other words and attributes."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return several(data, dice)
    for _ in range(dice.choice((1, 2, 8, 30))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        _change(dice.choice(elements), dice.choice(elements), dice)
        if root.xpath("count(//*)") > _MOST_ELEMENTS:
            break
    written: bytes = etree.tostring(root)
    return written if len(written) < 10 * LARGEST else data


def _change(element: Any, other: Any, dice: random.Random) -> None:  # noqa: ANN401 - lxml has no types
    copied = copy.deepcopy(element)
    match dice.randrange(7):
        case 0 if element.getparent() is not None:
            element.getparent().remove(element)
        case 1:
            for _ in range(dice.choice((1, 1, 200))):
                other.append(copy.deepcopy(copied))
        case 2:
            _nest(element, dice.choice((1, 30, 300)))
        case 3 | 4 if element.attrib:
            element.set(dice.choice(sorted(element.attrib)), dice.choice(_ATTRIBUTES))
        case 5:
            element.tag = other.tag
        case _:
            element.text = dice.choice(
                ("", " ", "9" * 400, "a" * 20_000, "\u202eabc\u2028", "\U000e0041" * 30, "- : |")
            )


def _nest(element: Any, depth: int) -> None:  # noqa: ANN401 - lxml has no types
    for _ in range(depth):
        inner = etree.SubElement(element, element.tag, dict(element.attrib))
        inner.text = "x"
        element = inner


def json_mutant(data: bytes, dice: random.Random) -> bytes:
    """JSON that is still well-formed, with other values, keys and depths."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    try:
        value = json.loads(lines[at])
    except ValueError:
        return several(data, dice)
    for _ in range(dice.choice((1, 2, 8))):
        nodes = [[value], *_containers(value)]
        node: Any = dice.choice(nodes)
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            continue
        key = dice.choice(keys)
        twice = [copy.deepcopy(node[key]), copy.deepcopy(node[key])] if len(nodes) < 50 else ""
        node[key] = copy.deepcopy(dice.choice((*_VALUES, twice)))
        if isinstance(node, dict) and dice.random() < 0.3:
            node[dice.choice(("description", "title", "a" * 300, "", "\u202e", "\ud800 e\u0301"))] = node.pop(key)
    lines[at] = json.dumps(value).encode()
    return b"\n".join(lines)


def _containers(value: object) -> Iterator[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict | list):
        yield value
    for each in inner:
        yield from _containers(each)


def png_mutant(data: bytes, dice: random.Random) -> bytes:
    """A PNG whose chunks have true checksums, whatever else is wrong with them."""
    if not data.startswith(_PNG):
        return several(data, dice)
    chunks = list(_chunks(data))
    at = dice.randrange(len(chunks))
    kind, content = chunks[at]
    act = dice.random()
    if act < 0.4:
        chunks[at] = (kind, several(content, dice))
    elif act < 0.6:
        size = struct.pack(">II", *(dice.choice((0, 1, 7_000, 70_000, 2**31 - 1)) for _ in range(2)))
        chunks[0] = (b"IHDR", size + chunks[0][1][8:])
    elif act < 0.8:
        del chunks[at]
    else:
        chunks.insert(at, (dice.choice((b"tEXt", b"iCCP", b"eXIf", b"acTL", b"IDAT", b"PLTE")), content[:2_000]))
    return _PNG + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
