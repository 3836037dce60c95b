"""Two questions in one text, of all postings: each is answered by itself."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.joint import joint
from assistant.asking.two_questions import two_questions
from assistant.assistant import Assistant
from assistant.domain import Answer, Match, Undecided
from tests.support import assistant_fixture, matched

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nContrat : CDD de 4 mois\n\n"
        "Profil\n- Français et songhay exigés.\n\nNous offrons : logement et transport.\n\n"
        "Candidatures à rh@puits.example, date limite : 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\n"
        "Fixed-term contract of 12 months, full time\n\n"
        "Requirements\n- English, French and Arabic are required.\n\nDeadline: 8 January 2027\n"
    ),
    "kayes.txt": (
        "Comptable\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nContrat : CDI\n\n"
        "Profil\n- Français exigé, anglais souhaité.\n\nDate limite : 20 décembre 2026\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        (
            "Which jobs require Arabic? Which close in December?",
            ["1 of 3 postings requires Arabic", "2 of 3 postings close"],
        ),
        (
            "Qui exige l'arabe ? Lesquelles ferment en décembre ?",
            ["1 offre sur 3 exige l'arabe", "2 offres sur 3 ferment"],
        ),
        (
            "How many are permanent and how many are fixed-term?",
            ["1 of 3 postings offers a perm", "2 of 3 postings offer a fixed"],
        ),
        ("Combien de CDI et combien de CDD ?", ["1 offre sur 3 propose un CDI", "2 offres sur 3 proposent un CDD"]),
        (
            "Quelles offres exigent le songhay et lesquelles l'arabe ?",
            ["1 offre sur 3 exige le song", "1 offre sur 3 mentionne l'arabe"],
        ),
        # one question: the second part takes up the first, or asks for its weight
        ("Which require French and which of them close in December?", ["2 of 3 postings require French and close"]),
        (
            "Lesquelles exigent le français, et lesquelles d'entre elles ferment en décembre ?",
            ["2 offres sur 3 exigent le fr"],
        ),
        ("Which require English, and for which is it a plus?", ["1 of 3 postings requires English", "A plus"]),
        ("Qui exige l'anglais, et qui le souhaite ?", ["1 offre sur 3 exige l'anglais", "C'est un atout"]),
    ],
)
def test_heads(question: str, heads: list[str], asked: Assistant) -> None:
    said = [s.text for s in asked.ask(question).statements if not s.text.startswith("- ")]
    assert [text[: len(head)] for text, head in zip(said, heads, strict=False)] == heads
    assert len(said) == len(heads)


def test_quotes_are_numbered_on(asked: Assistant) -> None:
    answer = asked.ask("Which jobs require Arabic? Which require French?")
    assert [c.number for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    texts = {posting.name: posting.text for posting in asked.postings()}
    assert all(texts[c.posting][c.start : c.end] == c.quote for c in answer.citations)
    of_mopti = [s for s in answer.statements if "Delta Relief" in s.text]
    assert [s.citations for s in of_mopti] == [(1,), (1,)]  # one sentence says both
    assert {match.posting for match in answer.matches} == {"gao.txt", "kayes.txt", "mopti.txt"}


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Which jobs are in Mali? Who pays in euros?", ("Which jobs are in Mali?", "Who pays in euros?")),
        ("Combien de CDD et combien de stages ?", ("Combien de CDD", "combien de stages ?")),
        ("Which jobs are in Mali? Which of those pay in euros?", None),
        ("What does the job in Gao pay and which documents do they want?", None),
        ("Which jobs are in Mali and Niger?", None),
    ],
)
def test_where_a_text_is_parted(question: str, parts: tuple[str, str] | None) -> None:
    assert two_questions(question) == parts


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which postings don't say how to apply?", "kayes mopti"),
        ("Quelles annonces n'indiquent pas comment postuler ?", "kayes mopti"),
        ("Lesquelles ne disent pas où envoyer le dossier ?", "kayes mopti"),
        ("Which jobs offer neither housing nor transport?", "kayes mopti"),
        ("Quels postes n'offrent ni logement ni transport ?", "kayes mopti"),
        ("Which jobs offer no housing?", "kayes mopti"),
        ("Which jobs are for at least a year?", "mopti"),
        ("Quelles offres sont pour au moins un an et à temps plein ?", "mopti"),
        ("Quels postes durent entre trois mois et un an ?", "gao mopti"),
        ("Which jobs last between two weeks and eleven months?", "gao"),
    ],
)
def test_what_was_taken_for_something_else(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


def test_what_one_question_settles_is_not_left_open_by_the_other() -> None:
    settled = Answer("", "en", "set", (), matches=(Match("a.txt", "stated"),), undecided=(Undecided("b.txt", "no"),))
    unsettled = Answer("", "en", "set", (), undecided=(Undecided("a.txt", "no"), Undecided("b.txt", "no")))
    assert [each.posting for each in joint(settled, unsettled).undecided] == ["b.txt"]
    assert [each.posting for each in joint(unsettled, settled).undecided] == ["b.txt"]
