"""Tables of postings in every format that is read, and rows like those of a national employment service."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

Row = Mapping[str, Any]


def csv_of(rows: Sequence[Row], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The rows as CSV; lists and objects in cells are written as JSON."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter)
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return made.getvalue().encode(encoding)


def xlsx_of(rows: Sequence[Row], *, above: Sequence[str] = (), formats: Mapping[str, str] | None = None) -> bytes:
    """The rows on the second sheet of a workbook, below the lines `above`; `formats` is by column."""
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(["Notes"])
    sheet = book.create_sheet("Postings")
    for words in above:
        sheet.append([words])
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([value if not isinstance(value, list | dict) else _cell(value) for value in row.values()])
        for column, name in enumerate(row, start=1):
            if formats and name in formats:
                sheet.cell(sheet.max_row, column).number_format = formats[name]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def json_of(value: object) -> bytes:
    """Any value as JSON."""
    return json.dumps(value, ensure_ascii=False).encode()


def jsonl_of(rows: Sequence[Row]) -> bytes:
    """The rows as JSON Lines."""
    return b"\n".join(json_of(row) for row in rows)


def made_rows(count: int) -> list[dict[str, Any]]:
    """Rows that differ in every field, some empty and some nested, as a national list of postings has them."""
    pay = ("Mensuel de {}.00 Euros à {}.0 Euros sur 12 mois", "Annuel de {}.0 Euros", "Selon profil", None)
    marks = ("required", "asset")
    return [
        {
            "id": f"{1000 + n}ABC",
            "title": f"Technicien de maintenance n° {n} (H/F)",
            "description": f"Vous entretenez les machines de l'atelier {n}.\n\n- Relever les pannes\n- Tenir le carnet",
            "company": None if n % 3 == 0 else f"ATELIERS {n} SARL",
            "location": f"{1 + n % 95:02} - SAINT MARTIN" if n % 7 else "France",
            "contract": ("CDI", "MIS", "CDD", "SAI")[n % 4],
            "contract_label": (None, "Mission intérimaire - 6 Mois", "Contrat à durée déterminée - 3 Mois", "")[n % 4],
            "work_time": (None, "35H/semaine\nTravail en journée", "Temps plein")[n % 3],
            "experience_label": ("Débutant accepté", "Expérience exigée de 2 An(s)", None)[n % 3],
            "salary": (pay[n % 4] or "").format(1800 + n, 2300 + n) or None,
            "languages": [{"lang": "Anglais", "required": marks[n % 2]}] if n % 5 == 0 else None,
            "education": [{"level": "Bac+2 ou équivalents", "domain": None, "comment": None, "required": marks[n % 2]}]
            if n % 6 == 0
            else None,
            "licences": [{"libelle": "B - Véhicule léger", "exigence": "ES"[n % 2]}] if n % 4 == 0 else None,
            "posted": f"2026-01-{1 + n % 28:02}T09:{n % 60:02}:00.000Z",
        }
        for n in range(count)
    ]


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
