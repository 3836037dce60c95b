"""Where sentences and list items end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.domain import Posting, Span
from assistant.sentences import sentences_of
from tests.growth import assert_linear
from tests.support import gold_cases, seed_postings


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


RIGHT = {  # of the reported cases, by the beginning of the input
    "Expérience": 1,
    "Rapports": 2,
    "L’association": 1,
    "1. Rédiger": 2,
    "خبرة": 1,
}


@pytest.mark.parametrize("case", [*gold_cases("sentence"), *gold_cases("arabic")], ids=lambda case: case["reported"])
def test_reported_cases(case: dict[str, str]) -> None:
    text = case["input"]
    found = pieces(text)
    assert len(found) == next(count for start, count in RIGHT.items() if text.startswith(start))
    assert "".join("".join(found).split()) == "".join(text.split())


def test_reported_cases_keep_their_signs_whole() -> None:
    assert pieces("Rapports, budgets, etc... Le poste est basé à Rabat.")[0] == "Rapports, budgets, etc..."
    assert pieces("1. Rédiger les rapports\n2. Suivre le budget") == ["1. Rédiger les rapports", "2. Suivre le budget"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Écrire à M. Alami et à Mme. Bennani avant lundi.",
        "Le Dr. Idrissi dirige l'équipe.",
        "Voir l'art. 5 du contrat.",
        "Expérience de 3 ans min. dans un poste similaire.",
        "Réf. CharPlaid/12/2024 à rappeler.",
        "Un(e) chargé.e de mission.",
        "Contact : tél. 05 22 00 00 00.",
        "Cf. la fiche de poste.",
        "Les partenaires (ONG, communes, etc.) sont associés.",
        "Indemnité de 16.97 euros brut.",
        "Voir www.example.org pour les détails.",
        "Minimum 2 years of experience, e.g. Project management.",
        "Les candidats, p.ex. Juristes, sont bienvenus.",
        "Envoyez le dossier (cf. J. Martin) au siège.",
        "Certifications d'audit (CISA, CISM, ... ) appréciées.",
        "N° de référence : 12.",
        "Permis cat. B souhaité.",
        "Niv. Master exigé.",
        "Un poste n. 3 à Fès.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(sentence: str) -> None:
    assert pieces(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Le poste est à Rabat. Il est ouvert.", ["Le poste est à Rabat.", "Il est ouvert."]),
        ("Où ? À Fès ! Quand… Demain.", ["Où ?", "À Fès !", "Quand…", "Demain."]),
        ("Il parle « bien. » Elle écrit.", ["Il parle « bien. »", "Elle écrit."]),
        ("Conserves, etc. Le poste est à Rabat.", ["Conserves, etc.", "Le poste est à Rabat."]),
        ("هل تتكلم العربية؟ نعم.", ["هل تتكلم العربية؟", "نعم."]),
        ("**Rabat.** Ensuite Fès.", ["**Rabat.**", "Ensuite Fès."]),
        ("- un\n- deux\n▪ trois", ["- un", "- deux", "▪ trois"]),
        ("- un qui\n  continue ici\n- deux", ["- un qui\n  continue ici", "- deux"]),
        ("Au plus tard le vendredi\n20 novembre", ["Au plus tard le vendredi\n20 novembre"]),
        ("avant le 20 novembre\n2026", ["avant le 20 novembre\n2026"]),
        ("starts on 20\nNovember", ["starts on 20\nNovember"]),
        ("Responsable de\nProjet", ["Responsable de\nProjet"]),
        ("Objet du mail :\n« Chauffeur Mopti »", ["Objet du mail :\n« Chauffeur Mopti »"]),
        ("Poste à Rabat\n20 novembre 2026", ["Poste à Rabat", "20 novembre 2026"]),
        ("Écrire avant le\n\n20 novembre", ["Écrire avant le", "20 novembre"]),
        (
            "> Hi.\n>\n> Write by Sunday\n> 22 November.\n> - one\n> - two",
            ["Hi.", "Write by Sunday\n> 22 November.", "- one", "- two"],
        ),
        ("Titre\n\nPhrase.", ["Titre", "Phrase."]),
        ("Exp. : 3 ans. Permis B.", ["Exp. : 3 ans.", "Permis B."]),
        (
            "Pièces ............. CV ; diplôme ;\n                     attestation de travail",
            ["Pièces ............. CV ; diplôme ;\n                     attestation de travail"],
        ),
        (  # the lines were not broken because they were full: others of the text are longer
            f"{'Un mot ' * 26}long\n"
            "Une maîtrise en statistique ou en démographie, ou bien en sociologie\nSix ans en ONG",
            [
                f"{'Un mot ' * 26}long",
                "Une maîtrise en statistique ou en démographie, ou bien en sociologie",
                "Six ans en ONG",
            ],
        ),
        (  # a title below an item that fills its line, over further items
            "- a good working knowledge of English, since the reports are in English and French\n"
            "- for reasons of safety and out of regard for those we receive only women are hired\n"
            "What would please us\n- Hausa\n- a licence",
            [
                "- a good working knowledge of English, since the reports are in English and French",
                "- for reasons of safety and out of regard for those we receive only women are hired",
                "What would please us",
                "- Hausa",
                "- a licence",
            ],
        ),
        (  # an item that goes on below
            "- a good working knowledge of English, since the reports are in English and French\n"
            "- for reasons of safety and out of regard for those we receive women are sought by the\n"
            "Haven Centre\n- Hausa",
            [
                "- a good working knowledge of English, since the reports are in English and French",
                "- for reasons of safety and out of regard for those we receive women are sought by the\nHaven Centre",
                "- Hausa",
            ],
        ),
        ("Contrat CDD. Poste à Agadir.", ["Contrat CDD.", "Poste à Agadir."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_cuts(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts


@pytest.mark.parametrize(
    "items",
    [
        ["✅ parler tachelhit", "✅ un an d'expérience"],
        ["👉 able to lift 25 kg", "👉 english and yoruba both"],
        [" ii. able to read aloud", "iii. own motorbike"],
        ["(a) a degree in law", "(b) five years of practice"],
        ["English .............. required", "Years in an NGO ............. two"],
    ],
)
def test_signs_numbers_and_leaders_begin_an_item(items: list[str]) -> None:
    assert pieces("\n".join(items)) == [item.strip() for item in items]


@pytest.mark.parametrize("seed", seed_postings(), ids=lambda seed: seed.name)
def test_every_piece_of_a_seed_is_a_slice_in_order(seed: Posting) -> None:
    spans = sentences_of(seed.text, Span(0, len(seed.text)))
    assert all(span.of(seed.text) == span.of(seed.text).strip() != "" for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    between = [seed.text[a.end : b.start] for a, b in pairwise(spans)]
    assert "".join(between).strip() == "", "a word stands between two pieces"


@pytest.mark.parametrize(
    "hostile", ["a" * 100_000, "a. " * 40_000, "(" * 100_000, "1" * 100_000, ". " * 50_000, "\n-" * 50_000]
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    assert_linear(pieces, hostile)
