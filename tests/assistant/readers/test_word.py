"""Word documents: what a reader of the page sees, in its order, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from assistant.domain import Notice
from assistant.facts import facts_of
from assistant.readers import word
from assistant.readers.content import Content
from assistant.reading import posting_of
from tests.makers.office import (
    DELETED,
    INSTRUCTION,
    add_deletion,
    add_hidden,
    add_text_box,
    append_xml,
    docx_of,
    entry_of,
    saved,
    with_entry,
)
from tests.support import SEED_NAMES, seed_text


def read(fill: Callable[[Document], object]) -> Content:
    """What is read of a document that `fill` fills."""
    document = docx.Document()
    fill(document)
    (content,) = word.read(saved(document), "a.docx")
    return content


def stated(text: str) -> set[tuple[str, str, str]]:
    facts = facts_of(posting_of("seeds", "a", Content(text)))
    return {(fact.field, str(fact.value), fact.modality) for fact in facts}


@pytest.mark.parametrize("name", SEED_NAMES)
def test_a_seed_states_the_same(name: str) -> None:
    (content,) = word.read(docx_of(seed_text(name)), name)
    assert stated(content.text) == stated(seed_text(name))
    assert content.notices == (Notice("hidden_text"),)
    assert "Japanese" not in content.text


def test_macros_change_nothing() -> None:
    data = docx_of("Poste : comptable", traps=False)
    types = entry_of(data, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert word.read(with_entry(data, "[Content_Types].xml", types), "a.docm")[0].text == "Poste : comptable"


def test_headings_lists_and_bold_lines() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Comptable", 0)
        document.add_heading("Missions", 2)
        document.add_paragraph("Tenir les comptes", style="List Bullet")
        document.add_paragraph("- Payer", style="List Number")
        document.add_paragraph().add_run("Profil").bold = True
        document.add_paragraph("Un ").add_run("bon").bold = True
        document.add_paragraph().add_run("Une phrase entière en gras.").bold = True

    assert read(fill).text == (
        "# Comptable\n\n## Missions\n\n- Tenir les comptes\n- Payer\n\n**Profil**\n\nUn bon\n\n"
        "Une phrase entière en gras."
    )


TABLES = [
    ([["Une seule cellule"]], "Une seule cellule"),
    ([["Lieu", "Rabat"], ["Durée :", "6 mois"]], "Lieu : Rabat\nDurée : 6 mois"),
    ([["Langue", "Niveau", "Usage"], ["Arabe", "C1", ""]], "Langue | Niveau | Usage\nArabe | C1"),
    ([["", "Seule"], ["", ""]], "Seule"),
    ([["une " * 150, "autre " * 150]], f"{('une ' * 150).strip()}\n\n{('autre ' * 150).strip()}"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "text"), TABLES)
def test_tables(rows: list[list[str]], text: str) -> None:
    def fill(document: Document) -> None:
        made = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(rows, made.rows, strict=True):
            for words, cell in zip(row, cells.cells, strict=True):
                cell.text = words

    assert read(fill).text == text


def test_a_key_over_a_list() -> None:
    def fill(document: Document) -> None:
        key, value = document.add_table(1, 2).rows[0].cells
        key.text, value.text = "Missions", "Vous devrez :"
        value.add_paragraph("former", style="List Bullet")

    assert read(fill).text == "Missions :\n\nVous devrez :\n\n- former"


def test_text_boxes_come_once() -> None:
    content = read(lambda document: add_text_box(document, "Date limite : 3 mars 2026"))
    assert content.text == "Date limite : 3 mars 2026"


def test_headers_and_footers_come_once_at_the_end() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Comptable")
        for _ in range(2):
            section = document.add_section()
            section.header.is_linked_to_previous = False
            section.header.paragraphs[0].text = "Association Exemple"
            section.footer.paragraphs[0].text = "3"

    assert read(fill).text == "Comptable\n\nAssociation Exemple"


def white(document: Document) -> None:
    document.add_paragraph().add_run(INSTRUCTION).font.color.rgb = RGBColor(255, 255, 255)


def tiny(document: Document) -> None:
    document.add_paragraph().add_run(INSTRUCTION).font.size = Pt(1)


def hidden_by_style(document: Document) -> None:
    document.styles["Quote"].font.hidden = True
    document.add_paragraph(INSTRUCTION, style="Quote")


@pytest.mark.parametrize("hide", [add_hidden, add_deletion, white, tiny, hidden_by_style])
def test_what_nobody_sees_is_left_out(hide: Callable[[Document], object]) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Comptable")
        hide(document)

    content = read(fill)
    assert content == Content("Comptable", notices=(Notice("hidden_text"),))
    assert DELETED not in content.text


def test_white_words_on_a_dark_ground_are_seen() -> None:
    def fill(document: Document) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:shd {nsdecls('w')} w:val='clear' w:fill='003366'/>"))
        cell.paragraphs[0].add_run("Comptable").font.color.rgb = RGBColor(255, 255, 255)

    assert read(fill) == Content("Comptable")


XML = [
    ("<w:p><w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins></w:p>", "ajouté"),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>rempli</w:t></w:r></w:p></w:sdtContent></w:sdt>", "rempli"),
    (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Cliquez ici</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>",
        "",
    ),
    ("<w:p><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>b</w:t></w:r></w:p>", "lien b"),
    ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"),
    ("<w:p><w:r><w:t>e\u0301t</w:t><w:noBreakHyphen/><w:t>il</w:t></w:r></w:p>", "ét-il"),
    ("<w:p><!-- note --><w:r><!-- note --><w:t>a</w:t></w:r></w:p>", "a"),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", ""),
]


@pytest.mark.parametrize(("xml", "text"), XML)
def test_elements(xml: str, text: str) -> None:
    assert read(lambda document: append_xml(document, xml)).text == text


@pytest.mark.parametrize(
    ("words", "target", "text"),
    [
        ("Postulez ici", "https://emploi.example.org/12", "Postulez ici (https://emploi.example.org/12)"),
        ("rh@example.org", "mailto:rh@example.org?subject=Offre", "rh@example.org"),
        ("Apply", "mailto:jobs@example.org", "Apply (jobs@example.org)"),
        ("www.example.org", "http://www.example.org/", "www.example.org"),
        ("suite", "file:///c:/offre.docx", "suite"),
    ],
)
def test_the_target_of_a_link(words: str, target: str, text: str) -> None:
    def fill(document: Document) -> None:
        name = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        document.add_paragraph()._p.append(
            parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id='{name}'><w:r><w:t>{words}</w:t></w:r></w:hyperlink>")
        )

    assert read(fill).text == text


def test_footnotes_stand_below_their_paragraph() -> None:
    def fill(document: Document) -> None:
        again = "<w:footnoteReference w:id='2'/>" * 3
        note = f"<w:footnote w:id='2'><w:p><w:r><w:t>à 80 %</w:t>{again}</w:r></w:p></w:footnote>"
        blob = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        append_xml(document, "<w:p><w:r><w:t>Temps partiel</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")
        document.add_paragraph("Rabat")

    assert read(fill).text == "Temps partiel\n\nà 80 %\n\nRabat"
