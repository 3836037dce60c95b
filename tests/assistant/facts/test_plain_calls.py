"""Places of titles, terms that are no deadlines, portals and consultancies in plain calls, French and English."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

FACTS = [
    # a job's words before the town speak of nothing done elsewhere
    ("Vacancy: Finance and Grants Manager - Kigali (Remera)\n\nWe support health centres.", "location", ["Kigali"]),
    ("Responsable financier - Lyon (Confluence)\n\nNous cherchons quelqu'un.", "location", ["Lyon"]),
    # an office with which one only exchanges
    ("Consultant\nOlive Trust | Amman, Jordan\n\nFrench is an asset for exchange with our Tunis office.", "location",
     ["Amman"]),
    # the end of the work
    ("Mission 3\nDurée : 2 à 3 jours par semaine, échéance fin juin 2027.", "deadline", []),
    ("Candidatures : échéance le 4 mars 2027", "deadline", ["2027-03-04"]),
    # a portal by its host, where papers are put
    ("How to apply\nUpload these on our supplier portal, tenders.olive.example: CV and proposal.", "apply_to",
     ["tenders.olive.example"]),
    ("Pour postuler\nTéléverser les pièces sur notre portail fournisseurs (achats.eau.example) : CV.", "apply_to",
     ["achats.eau.example"]),
    ("Application\nRead the reports on our site, www.eau.example, before you apply to jobs@eau.example.", "apply_to",
     ["jobs@eau.example"]),
    # a call for a service
    ("APPEL À CONSULTANCE\nÉvaluation finale du projet « Eau claire »", "contract", ["mission"]),
    ("Call for consultancy\nFinal evaluation of the water project", "contract", ["mission"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "right"), FACTS)
def test_facts(text: str, field: str, right: Sequence[str]) -> None:
    found = [str(fact.value) for fact in facts_of(posting_of("cases", "case", Content(text))) if fact.field == field]
    assert found == right
