"""Word documents (.docx, .docm): what a reader of the page sees, in document order.

python-docx opens the package and finds its parts; the paragraphs are walked here, as its own iteration leaves out text
boxes, content controls, footnotes and tracked insertions.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml.etree import _Element as Element

from assistant.domain import Notice
from assistant.readers.archive import open_archive
from assistant.readers.blocks import Block, heading, table, text_of
from assistant.readers.content import Content, Unreadable
from assistant.readers.word_styles import Look, Styles
from assistant.text import fold

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DAMAGED = "a damaged Word file: open it in Word or LibreOffice and save it again"
_TRANSPARENT = {qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
_BOXES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_PRINTED_LINKS = ("http://", "https://", "mailto:")

# Documents with macros and templates have types of their own and the same text; python-docx has this table for such.
for _kind in ("ms-word.document.macroEnabled", "openxmlformats-officedocument.wordprocessingml.template"):
    PartFactory.part_type_for[f"application/vnd.{_kind}.main+xml"] = DocumentPart


def read(data: bytes, name: str) -> list[Content]:
    """The one posting of a Word document; Unreadable for a bomb, a damaged or a protected file."""
    del name
    open_archive(data)
    try:
        reader = _Reader(Package.open(io.BytesIO(data)).main_document_part)
        blocks = reader.document()
    except Unreadable:
        raise
    except Exception as error:  # python-docx and the XML below it raise what they like on a damaged package
        raise Unreadable(_DAMAGED) from error
    notices = (Notice("hidden_text"),) if reader.hid_text else ()
    return [Content(text_of(blocks), notices=notices)]


class _Reader:
    """Walks one document; `hid_text` says whether anything was left out that no reader of the page sees."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._styles = Styles(part.styles.element)
        self._notes = _notes(part)
        self.hid_text = False

    def document(self) -> list[Block]:
        """The body, then the lines of page headers and footers that the body does not have, each once."""
        body = list(self._blocks(self._part.element.body, {}))
        seen = {fold(block.text) for block in body}
        margins = [block for element in _margins(self._part) for block in self._blocks(element, {})]
        for block in margins:
            if (key := fold(block.text)) not in seen and any(map(str.isalpha, key)):
                seen.add(key)
                body.append(block)
        return body

    def _blocks(self, parent: Element, look: Look) -> Iterator[Block]:
        """The blocks of a body, cell, text box, note, header or footer; `look` is what its surroundings give."""
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, look)
            elif element.tag == qn("w:tbl"):
                yield from table([[list(self._blocks(*cell)) for cell in row] for row in self._rows(element, look)])
            elif element.tag in _DELETED:
                self.hid_text = True
            elif element.tag in _TRANSPARENT:
                yield from self._blocks(element, look)
            elif (content := _chosen(element)) is not None:
                yield from self._blocks(content, look)

    def _rows(self, element: Element, look: Look) -> Iterator[list[tuple[Element, Look]]]:
        """The cells of each row, with the look that the table and the cell give them."""
        look = self._styles.of_table(element, look)
        for row in _children(element, qn("w:tr")):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                self.hid_text = True
                continue
            yield [(cell, self._styles.of_cell(cell, look)) for cell in _children(row, qn("w:tc"))]

    def _paragraph(self, element: Element, look: Look) -> Iterator[Block]:
        """A paragraph as a block, then the text boxes anchored in it and the footnotes that it names."""
        look = self._styles.of_paragraph(element, look)
        if look.get("contents"):
            return
        later: list[Block] = []
        runs = list(self._runs(element, look, later))
        text = "".join(words for words, _ in runs).strip()
        if look.get("level"):
            yield heading(text, int(look["level"])) if text else Block("")
        elif look.get("listed"):
            yield Block(text, "item")
        else:
            yield Block(text, bold=all(bold for words, bold in runs if words.strip()))
        yield from later

    def _runs(self, parent: Element, look: Look, later: list[Block]) -> Iterator[tuple[str, bool]]:
        """The words of a paragraph with whether they are bold; boxes and notes are put aside in `later`."""
        for element in parent:
            if element.tag == qn("w:r"):
                yield from self._run(element, self._styles.of_run(element, look), later)
            elif element.tag == qn("w:hyperlink"):
                yield from self._link(element, look, later)
            elif element.tag in _TRANSPARENT:
                yield from self._runs(element, look, later)
            elif element.tag in _DELETED:
                self.hid_text = True
            elif (content := _chosen(element)) is not None:
                yield from self._runs(content, look, later)

    def _run(self, run: Element, look: Look, later: list[Block]) -> Iterator[tuple[str, bool]]:
        for element in run:
            if element.tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                kind = "footnote" if element.tag == qn("w:footnoteReference") else "endnote"
                note = self._notes.pop(
                    (kind, element.get(qn("w:id")) or ""), None
                )  # a note may name others, and itself
                later += self._blocks(note, {}) if note is not None else ()
            elif element.tag in _BOXES or str(element.tag).startswith(_CHOICES):
                chosen = _chosen(element)
                for box in _boxes(element if chosen is None else chosen):
                    later += self._blocks(box, self._styles.of_box(box, look))
            elif words := (element.text or "" if element.tag == qn("w:t") else _BREAKS.get(element.tag, "")):
                if look.get("hidden"):
                    self.hid_text = self.hid_text or bool(words.strip())
                else:
                    yield words, bool(look.get("bold"))

    def _link(self, element: Element, look: Look, later: list[Block]) -> Iterator[tuple[str, bool]]:
        """A link's words, with its target where they are another: « postuler ici (https://…) »."""
        runs = list(self._runs(element, look, later))
        yield from runs
        relation = self._part.rels.get(element.get(qn("r:id")) or "")
        target = str(relation.target_ref) if relation is not None and relation.is_external else ""
        words = "".join(part for part, _ in runs).strip()
        address = target.removeprefix("mailto:").split("?")[0] if target.startswith("mailto:") else target
        if target.startswith(_PRINTED_LINKS) and words and not _is_same(words, address):
            yield f" ({address})", bool(look.get("bold"))


def _is_same(words: str, address: str) -> bool:
    bare = fold(address).split("://")[-1].removeprefix("www.").rstrip("/")
    return bare in fold(words) or (
        len(words) > 6 and "." in words and fold(words).split("://")[-1].rstrip("/.… ") in bare
    )


def _chosen(element: Element) -> Iterable[Element] | None:
    """What stands in a content control, or the first of alternatives; None for any other element.

    Of alternatives every writer gives the text twice, so the fallback counts only where there is nothing else. What a
    content control shows until it is filled in is no text.
    """
    if element.tag == qn("w:sdt"):
        empty = element.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
        return () if empty else element.find(qn("w:sdtContent"))
    if element.tag == f"{_CHOICES}AlternateContent":
        return next(iter(element), ())
    return None


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The children with `tag`, also those in content controls and insertions."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif (content := element if element.tag in _TRANSPARENT else _chosen(element)) is not None:
            yield from _children(content, tag)


def _boxes(parent: Element) -> Iterator[Element]:
    """The outermost text boxes in a drawing, once each: a box in a box comes with the blocks of the outer one."""
    for element in parent:
        if element.tag == qn("w:txbxContent"):
            yield element
        else:
            chosen = _chosen(element)
            yield from _boxes(element if chosen is None else chosen)


def _notes(part: DocumentPart) -> dict[tuple[str, str], Element]:
    """The footnotes and endnotes by kind and number."""
    found = {}
    for kind, relation in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        for blob in (rel.target_part.blob for rel in part.rels.values() if rel.reltype == relation):
            for note in parse_xml(blob):
                if note.get(qn("w:type")) in (None, "normal"):
                    found[kind, note.get(qn("w:id")) or ""] = note
    return found


def _margins(part: DocumentPart) -> Iterable[Element]:
    """The page headers and then the footers of the document, each part once."""
    for relation in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        used = (rel for rel in part.rels.values() if rel.reltype == relation and not rel.is_external)
        yield from {str(rel.target_part.partname): rel.target_part.element for rel in used}.values()
