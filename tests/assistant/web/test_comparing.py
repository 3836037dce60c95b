"""Postings side by side: what tells them apart on a phone, and their marks."""

from __future__ import annotations

import pytest

from assistant.shortlist import Marked
from assistant.web.asked import Asked
from assistant.web.comparing import labels, show
from tests.fake_backend import AGADIR, OUJDA, FakeBackend


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Cook, UNICEF (Rabat)", "Driver, UNICEF (Rabat)"], ["Cook, UNICEF (Rabat)", "Driver, UNICEF (Rabat)"]),
        (
            ["Coordinator of the programme for water and sanitation, Oxfam (Safi)", "Cook"],
            ["Coordinator of the programme for water…", "Cook"],
        ),
        (
            [
                "Intervention Officer Territorial, Enabel (Oujda)",
                "Intervention Officer Territorial Concertation & Exécution Régionale, Enabel (Agadir)",
            ],
            ["Intervention… Enabel (Oujda)", "Intervention… Enabel (Agadir)"],
        ),
        (
            ["Intervention Officer Territorial, Enabel (Oujda)"] * 2,
            ["1. Intervention… Enabel (Oujda)", "2. Intervention… Enabel (Oujda)"],
        ),
        (["Cook", "Cook"], ["1. Cook", "2. Cook"]),
        (["x" * 60, "x" * 61], [f"1. {'x' * 20}… {'x' * 20}", f"2. {'x' * 20}… {'x' * 20}"]),
    ],
)
def test_no_two_postings_have_one_label(titles: list[str], told: list[str]) -> None:
    assert labels(titles) == told


def test_each_posting_can_be_marked_and_says_whether_it_is_closed() -> None:
    backend = FakeBackend()
    backend.marks = {AGADIR.name: Marked("to_apply", "Ask <Nadia>")}
    asked = Asked({"language": "en", "postings": [AGADIR.name, OUJDA.name]})
    shown = show(backend, asked)["html"]
    assert shown.count('data-mark="applied"') == 2
    assert 'data-mark="to_apply" data-of="agadir.txt" aria-pressed="true"' in shown
    assert 'data-mark="to_apply" data-of="oujda.txt" aria-pressed="false"' in shown
    assert "Ask &lt;Nadia&gt;" in shown
    assert shown.count('<span class="badge open">closes in 3 days</span>') == 1
    backend.writable = False
    assert "data-of" not in show(backend, asked)["html"]
