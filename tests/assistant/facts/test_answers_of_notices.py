"""Notices that answer questions, sentences that name the job in passing, and last days told in other words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

_ASKED = (
    "Association Oued Vert\nOffre d'emploi n° 12/2026\n\nQui ? Une animatrice ou un animateur d'atelier.\n"
    "Combien de temps ? Neuf mois, en CDD.\nÀ partir de quand ? Dès mars 2027.\nJusqu'à quand ? Le 14.01.2027.\n"
)
_ANSWERED = (
    "WORK WITH US\n\nWho are you? Tern Language House, nine classrooms.\nWhat is the job? Spanish Teacher.\n"
    "How long is the contract? Two years.\nWhen would I begin? On 1 February 2027.\nBy when? 9 January 2027.\n"
)
FACTS = [
    # a line that answers the question before it
    (_ASKED, "deadline", ["2027-01-14"]),
    (_ASKED, "start", ["mars 2027"]),
    (_ASKED, "duration", ["Neuf mois"]),
    (_ASKED, "experience_years", []),
    (_ANSWERED, "deadline", ["2027-01-09"]),
    (_ANSWERED, "start", ["1 February 2027"]),
    (_ANSWERED, "experience_years", []),
    # the last day in other words
    ("Candidatures\nCV à rh@oued.example. On arrête le samedi 16 janvier 2027.", "deadline", ["2027-01-16"]),
    ("Send a CV to hr@tern.example. Final cut-off 16 January 2027.", "deadline", ["2027-01-16"]),
    # a line that breaks off, also in a mail that is quoted
    ("> Hello,\n>\n> CV à emploi@oued.example, en mettant\n> JUR-ASILE en objet, au plus tard le dimanche 3 janvier\n"
     "> 2027. Merci.\n>", "deadline", ["2027-01-03"]),
    ("CV à emploi@oued.example, en mettant\nJUR-ASILE en objet, merci.", "subject_line", ["JUR-ASILE"]),
    # years beside a diploma
    ("Profile\nCandidates hold a Master's degree in law and have a minimum of four years handling cases.",
     "experience_years", ["Years(min=4, max=None)"]),
    ("We expect a diploma in accounting and not less than three years in a similar position.", "experience_years",
     ["Years(min=3, max=None)"]),
    ("On demande une licence en droit et au moins trois ans de contentieux.", "experience_years",
     ["Years(min=3, max=None)"]),
    ("What we do insist on is five years of paid interpreting.", "experience_years", ["Years(min=5, max=None)"]),
    # how long, behind the kind of contract or the start
    ("Type of appointment   Temporary, six months with possibility of extension", "duration", ["six months"]),
    ("Travail temporaire, 3 mois environ.", "duration", ["3 mois"]),
    ("The Tern Centre will host an advocacy intern from mid-February 2027 for six months.", "duration",
     ["six months"]),
    ("Contract:      fixed term, 8\n               months, may be extended", "duration", ["8 months"]),
    # a trade that one has learnt
    ("De formation psychologue du travail, ergonome ou sociologue, vous aimez le terrain.", "degree",
     ["De formation psychologue"]),
    ("Vous êtes juriste de formation.", "degree", ["juriste de formation"]),
    # where one applies in another way, an address for questions is none to apply at
    ("TO APPLY\nCreate a profile and upload your CV. Questions to info@tern.example", "apply_to", []),
    ("Pour postuler : remplir le formulaire. Questions à info@oued.example", "apply_to", []),
    ("Questions : info@oued.example", "apply_to", ["info@oued.example"]),
    # a word glued to the kind of contract
    ("Poste en CDIBasé à Lyon. Secteur des assurances.", "contract", ["CDI"]),
    # when work begins
    ("Student job, first shift on Saturday 9 January 2027.", "start", ["Saturday 9 January 2027"]),
    ("Ouverture du chantier : lundi 11 janvier 2027, 7 h.", "start", ["lundi 11 janvier 2027"]),
    # degrees with full stops
    ("Titulaire d'un C.A.P. ou d'un B.E.P. cuisine.", "degree", ["C.A.P.", "B.E.P."]),
    ("Niveau d'études : B.T.S ou D.U.T", "degree", ["B.T.S", "D.U.T"]),
    ("EXTERNAL VACANCY                 No. 021/TRN/GOM/2026\n\nWe need a cook.", "reference", ["021/TRN/GOM/2026"]),
    ("CV à rh@oued.example. Intitulé du courriel : ANIM-9.", "subject_line", ["ANIM-9"]),
]  # fmt: skip

TITLES = [
    (_ASKED, "animatrice"),
    (_ANSWERED, "Spanish Teacher"),
    ("The growers of Lac Vert need someone for their books. The accountant will sit in our office in Huye.",
     "accountant"),
    ("Dear all,\n\nThe Tern Centre will host an Advocacy Intern from March.\n\nThanks,\nMo", "Advocacy Intern"),
    ("École du Lac\n\nMadame, Monsieur,\n\nNotre professeur de dessin nous quitte à Noël.\n\n"
     "Recevez nos salutations distinguées.\n\nSœur Agnès, directrice", "professeur de dessin"),
    ("This winter we are short of kitchen volunteers. You peel and serve.", "kitchen volunteers"),
    ("A lodge on the lake road has lost its Head Chef to a ship. We would like another one.", "Head Chef"),
    ("CALL FOR CANDIDATES  ---  TRN-26-04\n\nTern Roads repairs tracks.\n\nWANTED ........ Site Foreman\n"
     "STATION ....... Kalemie", "Site Foreman"),
    (">>> HELP WANTED <<<\n\nat the Tern, tea room\n\nBARISTA / KITCHEN HAND\nSaturdays", "BARISTA / KITCHEN HAND"),
    ("OUED VERT asbl engage\n\nun·e assistant·e social·e à mi-temps, 19 h/sem.\n\n"
     "Fonction : permanences du matin, suivi des dossiers, une maraude.", "assistant·e social·e à mi-temps"),
    ("COMMUNE DE LAC VERT\n\nAVIS\n\nLe Maire informe les habitants de l'ouverture d'un emploi d'agent d'état civil au "
     "centre de Mata.\n\n                Le Maire, P.O. le Secrétaire général", "agent d'état civil"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "right"), FACTS)
def test_facts(text: str, field: str, right: Sequence[str]) -> None:
    found = [str(fact.value) for fact in facts_of(posting_of("cases", "case", Content(text))) if fact.field == field]
    assert found == list(right)


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_titles(text: str, right: str) -> None:
    posting = posting_of("cases", "case", Content(text))
    assert posting.title.of(posting.text).startswith(right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("You don't have to bring a CV.", []),
        ("Vous n'avez pas besoin d'apporter de CV.", []),
        ("Vous n'êtes pas obligé de joindre un CV.", []),
        ("You needn't write a letter, send a CV to hr@tern.example.", ["CV"]),
        ("You don't have to be a nurse; send a CV.", ["CV"]),
    ],
)
def test_papers_one_does_without(text: str, right: Sequence[str]) -> None:
    found = [str(f.value) for f in facts_of(posting_of("cases", "case", Content(text))) if f.field == "document"]
    assert found == list(right)


@pytest.mark.parametrize(
    "text",
    [
        "No earlier work experience is asked.",
        "Candidates straight from university are welcome.",
        "Experience doesn't matter, patience does!",
        "Les sortants d'institut peuvent se présenter, aucune ancienneté n'est demandée.",
        "Ouvert à tous, sans condition de diplôme ni d'expérience.",
    ],
)
def test_beginners(text: str) -> None:
    found = [f for f in facts_of(posting_of("cases", "case", Content(text))) if f.field == "experience_years"]
    assert [str(f.value) for f in found] == ["Years(min=0, max=None)"]
