"""Mutants of made files: the same number of a format is the same file every time, so a fault can be made again.

But for the times and random marks that libraries write into files, which is why a mutant that failed is kept, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import reportlab.rl_config

from tests.fuzz.inner import json_mutant, png_mutant, zip_mutant
from tests.fuzz.mutators import BYTES, TEXT, Mutate, several, spliced
from tests.makers.mail import html_eml_of, message_of
from tests.makers.office import docx_of, odt_of
from tests.makers.pdf import Drawn, drawn, flowing, lines, picture_file, pictures
from tests.makers.tables import csv_of, json_of, jsonl_of, made_rows, xlsx_of
from tests.makers.web import html_of, job_posting, json_ld

TEXT_OF_ALL = """**Coopérative Argane – Chargé·e de suivi, Réf. AR-12/2026**

Lieu : Agadir, Maroc
Contrat : CDD de 12 mois, 80 %
Salaire : 8 000 à 10 000 MAD net par mois

# Missions

- Suivre le budget (300 k€) et rédiger les rapports, etc.
- Animer des ateliers avec l’équipe.

# Profil recherché

Master ou Bac+5 exigé ; 3 ans d'expérience min. Français courant, arabe souhaité, tamazight (atout). Permis B.

# Candidature

CV et lettre à rh@argane.example avant le 14 sept. 2026 à minuit, objet « AR-12 ».
"""
ENGLISH = """Field Officer (m/f) – Atlas Trust, Rabat

Requirements:
• Bachelor's degree and at least 2 years of experience
• Fluent English required; Arabic is an asset (معرفة باللغة العربية), ⵜⴰⵎⴰⵣⵉⵖⵜ

How to apply: send your CV to jobs@atlas.example by 07/04/2026. Salary: €30-35k gross per year.
"""
# The ending of a mutant's name, by its format.
FORMATS = {
    "text": "txt", "html": "html", "email": "eml", "pdf": "pdf", "docx": "docx", "odt": "odt", "csv": "csv",
    "xlsx": "xlsx", "json": "json", "jsonl": "jsonl", "image": "png",
}  # fmt: skip
_INNER: dict[str, Mutate] = {
    "docx": zip_mutant, "odt": zip_mutant, "xlsx": zip_mutant, "json": json_mutant, "jsonl": json_mutant,
    "image": png_mutant,
}  # fmt: skip
_WITH_INNER = 0.7  # share of the mutants whose outside stays whole
_SPLICED = 0.06


def mutant(format_: str, number: int) -> bytes:
    """The bytes of one mutant."""
    dice = random.Random(f"{format_} {number}")
    made = made_files(format_)
    data = dice.choice(made)
    if dice.random() < _SPLICED:
        return spliced(data, dice.choice((*made, *made_files(dice.choice(list(FORMATS))))), dice)
    if format_ in _INNER and dice.random() < _WITH_INNER:
        return _INNER[format_](data, dice)
    return several(data, dice, BYTES if format_ in ("pdf", "docx", "odt", "xlsx", "image") else TEXT)


@cache
def made_files(format_: str) -> tuple[bytes, ...]:
    """The files that the mutants of a format are made of."""
    return _MADE[format_]()


def _pages() -> tuple[bytes, ...]:
    page = html_of(TEXT_OF_ALL, head=json_ld(job_posting(ENGLISH)))
    return page.encode(), html_of(ENGLISH, charset="iso-8859-1").encode("cp1252", "xmlcharrefreplace")


def _mails() -> tuple[bytes, ...]:
    plain = message_of(TEXT_OF_ALL, html_of(TEXT_OF_ALL, traps=False)).as_bytes()
    attached = message_of("Voir ci-joint.", None, [("a.docx", "application/octet-stream", docx_of(ENGLISH))])
    outer = message_of("Pour info.")
    outer.add_attachment(attached)
    return plain, html_eml_of(ENGLISH), attached.as_bytes(), outer.as_bytes()


def _pdfs() -> tuple[bytes, ...]:
    """Most of them with streams that are not packed, so that a change within is one to what is drawn."""
    packed, dated = reportlab.rl_config.pageCompression, reportlab.rl_config.invariant
    reportlab.rl_config.pageCompression, reportlab.rl_config.invariant = 0, 1
    try:
        turned = drawn([Drawn("Poste à Fès", angle=90), *lines(*ENGLISH.split("\n"))], rotation=90)
        return flowing(TEXT_OF_ALL, columns=2, header="Argane"), drawn(lines(*ENGLISH.split("\n"))), turned, _packed()
    finally:
        reportlab.rl_config.pageCompression, reportlab.rl_config.invariant = packed, dated


def _packed() -> bytes:
    reportlab.rl_config.pageCompression = 1
    return flowing(TEXT_OF_ALL)


def _images() -> tuple[bytes, ...]:
    """Small ones: recognising words takes by far the longest of all reading."""
    (page,) = pictures(drawn(lines("Poste à Agadir", size=24)), dpi=50)
    page = page.crop((30, 40, 190, 70))
    return tuple(picture_file([page], kind) for kind in ("PNG", "PNG", "PNG", "JPEG", "TIFF", "GIF", "WEBP"))


_MADE: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "text": lambda: (TEXT_OF_ALL.encode(), ENGLISH.encode("utf-16"), f"{TEXT_OF_ALL}\n{ENGLISH}".encode()),
    "html": _pages,
    "email": _mails,
    "pdf": _pdfs,
    "docx": lambda: (docx_of(TEXT_OF_ALL), docx_of(ENGLISH)),
    "odt": lambda: (odt_of(TEXT_OF_ALL), odt_of(ENGLISH)),
    "csv": lambda: (csv_of(made_rows(3)), csv_of(made_rows(2), ";", "cp1252")),
    "xlsx": lambda: (xlsx_of(made_rows(3)), xlsx_of(made_rows(2), above=["Offres"], formats={"posted": "dd/mm/yyyy"})),
    "json": lambda: (json_of(made_rows(3)), json_of({"jobs": made_rows(2)}), json_of(job_posting(ENGLISH))),
    "jsonl": lambda: (jsonl_of(made_rows(3)),),
    "image": _images,
}
