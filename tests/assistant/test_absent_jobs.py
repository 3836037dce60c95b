"""A job that is spoken of as known and that no posting is for: what other postings say is no answer."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "lead.txt": (
        "Chef de projet (H/F)\n\nB-Hive\nLieu : Lyon\nCDI à temps plein\n\nProfil :\n- Arabe exigé\n"
        "- Écrire à la secrétaire, Mme Rey\n\nSalaire : 3 000 EUR par mois\nLogement fourni\n"
    ),
    "coder.txt": (
        "Software developer (m/f)\n\nOld Mill\nLocation: Nairobi\nPart-time\nOn-call duty one week a month.\n"
        "Open to people with an infirmity.\n\nSalary: 900 EUR per month\n"
    ),
    "clerk.txt": (
        "Agent d'accueil : vos questions, nos réponses\n\nVille de Brel\nLieu : Brel\n\nFaut-il un diplôme ?\n"
        "Aucun n'est exigé.\n\nLe permis ?\nIl n'est pas demandé. Le bus s'arrête devant la porte.\n"
    ),
    "midwife.txt": "Sage-femme (H/F)\n\nSanté Loin\nLieu : Mopti\nCDD\n\nProfil :\n- Bambara exigé\n",
}

asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Is the gardener position part-time?", "gardener"),
        ("Is there a phone number on the plumber's ad?", "plumber's"),
        ("Would there be housing at the bakery?", "bakery"),
        ("For the helpline job: do I have to speak Arabic?", "helpline"),
        ("Le poste de coiffeur est-il à mi-temps ?", "coiffeur"),
        ("La coiffeuse gagne combien ?", "coiffeuse"),
        # words that only look or mean alike
        ("Le poste d'infirmier comporte-t-il des gardes ?", "infirmier"),
        ("Is there on-call duty in the nurse job?", "nurse"),
    ],
)
def test_no_posting_is_for_it(asked: Assistant, question: str, absent: str) -> None:
    answer = asked.ask(question)
    assert (answer.kind, answer.abstained, absent in answer.text) == ("outside", True, True)


@pytest.mark.parametrize("question", ["Le poste de cuisinier est-il logé ?", "Does the cook job come with housing?"])
def test_a_head_of_projects_is_no_cook(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind in ("outside", "clarify")
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "posting"),
    [
        ("Does the midwife job need Bambara?", "midwife.txt"),
        ("Combien gagne le chef de projet ?", "lead.txt"),
        ("Is the developer position part-time?", "coder.txt"),
    ],
)
def test_the_posting_for_it_is_found(asked: Assistant, question: str, posting: str) -> None:
    assert {citation.posting for citation in asked.ask(question).citations} == {posting}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What else do I send besides the CV for the midwife job?", "not_stated"),
        ("En plus du CV, que demande-t-on pour la sage-femme ?", "not_stated"),
    ],
)
def test_what_is_sent_beside_the_cv_is_asked_of_all_papers(asked: Assistant, question: str, kind: str) -> None:
    assert asked.ask(question).kind == kind


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Faut-il le permis pour l'agent d'accueil de Brel ?", "Le permis ?\nIl n'est pas demandé."),
        ("Does the job in Brel need a degree?", "Faut-il un diplôme ?\nAucun n'est exigé."),
    ],
)
def test_a_question_is_quoted_with_the_no_below_it(asked: Assistant, question: str, quoted: str) -> None:
    answer = asked.ask(question)
    assert quoted in [citation.quote for citation in answer.citations]
    assert answer.text.startswith(("Non", "No"))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Is it still open at the moment?", "set"),
        ("Un logement est-il prévu au début ?", "set"),
        ("Is housing provided at the beginning?", "set"),
    ],
)
def test_a_time_is_no_job(asked: Assistant, question: str, kind: str) -> None:
    answer = asked.ask(question)
    assert (answer.kind, answer.abstained, "moment" in answer.text) == (kind, False, False)
