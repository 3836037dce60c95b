"""A heading or a label of pluses makes wishes of what it leads to, whether that is a list or prose."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of
from tests.support import posting

HEADINGS = [
    "5. Bonus appréciés", "Bonus appréciés :", "Les plus", "Atouts", "Ce qui nous ferait plaisir", "Serait apprécié",
    "Ce qui ferait la différence", "What would make us even happier", "What would set you apart", "Nice to have",
    "Would be a plus", "6. Nice to haves",
]  # fmt: skip
OF_LISTS = [
    "Ce serait bien, sans que ce soit obligatoire", "It would be good, without being compulsory",
    "Ce serait utile, sans pour autant être une condition", "It would help, without it being a requirement",
    "It would help, but isn't essential", "It isn't essential, but helps", "Don't worry if you don't have",
    "Pas grave si vous n'avez pas", "Ne vous inquiétez pas si vous n'avez pas",
]  # fmt: skip
LABELS = [
    "En plus :",
    "Ce serait chouette en plus :",
    "Ce n'est pas indispensable mais ça compte :",
    "Bonus :",
    "Bonus:",
    "Les plus :",
    "Atouts :",
    "Nice to have:",
    "Un plus :",
    "Un plus ?",
    "Les plus ?",
    "Nice to have?",
]


def _languages(text: str) -> dict[str, str]:
    return {str(fact.value): fact.modality for fact in facts_of(posting(text)) if fact.field == "language"}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("led", ["- Arabe courant.\n- Portugais.", "Arabe courant ou portugais. Un peu de SIG."])
def test_a_heading_of_pluses(heading: str, led: str) -> None:
    text = f"Gestionnaire de projet\n\nProfil recherché\n- Français courant.\n\n{heading}\n\n{led}\n\nConditions\nCDI."
    assert _languages(text) == {"fr": "required", "ar": "asset", "pt": "asset"}


@pytest.mark.parametrize("heading", OF_LISTS)
def test_a_heading_of_pluses_over_a_list(heading: str) -> None:
    text = f"Officer\n\nYou need\n- fluent French\n\n{heading}\n- fluent Arabic\n- Portuguese\n\nPermanent."
    assert _languages(text) == {"fr": "required", "ar": "asset", "pt": "asset"}


@pytest.mark.parametrize("label", LABELS)
def test_a_label_of_pluses(label: str) -> None:
    text = f"Gestionnaire de projet\n\nProfil recherché\n- Français exigé. {label} Kobo, arabe courant.\n- Espagnol."
    assert _languages(text) == {"fr": "required", "ar": "asset", "es": "required"}


SKILLS = [
    "Compétences techniques souhaitées - appréciées",
    "Compétences appréciées",
    "Langues optionnelles",
    "Skills (optional)",
    "Preferred languages",
]


@pytest.mark.parametrize("heading", SKILLS)
def test_a_line_of_skills_that_are_wished_for_needs_no_list_marks(heading: str) -> None:
    items = "Arabe courant,\nSIG,\nPortugais courant\n"
    text = f"Gestionnaire de projet\n\nProfil recherché\nFrançais courant\n{heading}\n{items}"
    assert _languages(text) == {"fr": "required", "ar": "asset", "pt": "asset"}


def test_an_item_that_is_wished_for_is_no_heading() -> None:
    text = "Gestionnaire de projet\n\nProfil recherché\nFrançais courant\nExpérience appréciée\nArabe courant\n"
    assert _languages(text) == {"fr": "required", "ar": "required"}


DENIED = [
    "l'arabe n'est pas exigé mais constituera un atout",
    "L'arabe n'est pas obligatoire mais représentera un plus.",
    "Arabic is not required but would be an asset.",
    "Arabic - not a condition, but it will count in your favour.",
    "L'arabe n'est pas une condition, mais il comptera en votre faveur.",
    "L'arabe - pas une condition, mais cela jouera en votre faveur.",
    "Arabic is not a condition but would count in your favour.",
    "Arabic - not a must, but we would look kindly on it.",
    "Our pupils speak Arabic at home, so it would certainly help to have it, but one can do without.",
    "Several of the staff speak Arabic, so having it would help.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_as_a_demand_is_a_plus_all_the_same(sentence: str) -> None:
    text = f"Gestionnaire de projet\n\nProfil recherché\n- Français exigé.\n- {sentence}\n"
    assert _languages(text) == {"fr": "required", "ar": "asset"}


NUMBERED = [
    "3.1 Indispensables\no Français courant\n3.2 Souhaitées\no Arabe niveau B1\no Permis B",
    "Exigé\n- Français\nSouhaité\n- Arabe\n- Permis B",
    "Required\n- French\nDesired\n- Arabic\n- Driving licence B",
]


@pytest.mark.parametrize("lists", NUMBERED)
def test_a_heading_that_is_nothing_but_a_wish(lists: str) -> None:
    read = posting(f"Chargé de projet\n\nQualifications\n{lists}\n")
    found = {str(f.value): f.modality for f in facts_of(read) if f.field in ("language", "driving_licence")}
    assert found == {"fr": "required", "ar": "asset", "B": "asset"}


@pytest.mark.parametrize("label", ["Bonus :", "Ce serait bien en plus :", "En plus :"])
def test_a_label_of_pluses_governs_all_of_its_list(label: str) -> None:
    read = posting(f"Formateur\n\nProfil\n{label} arabe ou dari ; permis B (nous avons une camionnette).\n")
    found = {str(f.value): f.modality for f in facts_of(read) if f.field in ("language", "driving_licence")}
    assert found == {"ar": "asset", "prs": "asset", "B": "asset"}


DEMANDED = [
    "Le candidat doit impérativement avoir en plus : le permis B.",
    "Il faut avoir en plus : permis B.",
    "Exigé en plus : permis B",
    "Ce n'est pas indispensable mais ça compte : l'arabe. Le permis B est exigé.",
    "En plus : arabe. Le permis B est exigé.",
    "Bonus : arabe. Le permis B est exigé.",
]


@pytest.mark.parametrize("sentence", DEMANDED)
def test_what_is_demanded_beside_a_plus_is_no_plus(sentence: str) -> None:
    read = posting(f"Formateur\n\nProfil\n- {sentence}\n")
    assert [f.modality for f in facts_of(read) if f.field == "driving_licence"] == ["required"]


WEIGHED_AT_THE_END = [
    ("Un bac+5, idéalement en droit, accompagné d'une expérience souhaitée du terrain, sera apprécié.", "asset"),
    ("A master's degree, ideally in law, coupled with some field experience, would be an asset.", "asset"),
    ("Un bac+5, de préférence en droit, sera exigé.", "required"),
    ("Un bac+5, l'arabe serait un plus.", "required"),
]


@pytest.mark.parametrize(("sentence", "right"), WEIGHED_AT_THE_END)
def test_the_end_of_a_sentence_weighs_its_subject_past_asides(sentence: str, right: str) -> None:
    read = posting(f"Formateur\n\nProfil\n- {sentence}\n")
    assert [f.modality for f in facts_of(read) if f.field == "degree"] == [right]


FIRST_BEHIND_STARS = [
    ("Votre profil :***Idéalement de formation Bac+5\n* Arabe courant\n* Permis B", "required"),
    ("Your profile:***Ideally with a master's degree\n* Fluent Arabic\n* Driving licence B", "required"),
    ("Compétences appréciées :***Arabe\n* Permis B", "asset"),
    ("Nice to have:***Arabic\n* Driving licence B", "asset"),
]


@pytest.mark.parametrize(("profile", "right"), FIRST_BEHIND_STARS)
def test_what_stands_behind_stars_is_the_first_of_its_list(profile: str, right: str) -> None:
    read = posting(f"Formateur\n\nDescription\n{profile}\n")
    found = {str(f.value): f.modality for f in facts_of(read) if f.field in ("language", "driving_licence")}
    assert found == {"ar": right, "B": right}


def test_a_demand_ends_what_is_wished_for() -> None:
    read = posting("Formateur\n\nSouhaité\nFrançais courant\nExigé\nAnglais courant\n")
    assert {str(f.value): f.modality for f in facts_of(read) if f.field == "language"} == {
        "fr": "asset",
        "en": "required",
    }


GRADED = [
    ("Espagnol - notions - souhaité", "asset"),
    ("Espagnol – bon niveau (B2) – serait un plus", "asset"),
    ("Spanish: basic - desirable", "asset"),
    ("Spanish - working level - an asset", "asset"),
    ("Espagnol - courant - exigé", "required"),
    ("Espagnol - courant - Excel - un plus", "required"),  # the plus is Excel
    ("Spanish - fluent - Arabic - an asset", "required"),
]


@pytest.mark.parametrize(("row", "right"), GRADED)
def test_a_level_between_dashes_keeps_no_weight_away(row: str, right: str) -> None:
    text = f"Gestionnaire de projet\n\nLangues / Languages\n  French - fluent - required\n  {row}\n"
    assert _languages(text)["es"] == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Vous parlez couramment le français et l'anglais (ce serait l'idéal)", {"fr": "asset", "en": "asset"}),
        ("English: good if you speak it", {"en": "asset"}),
        ("La connaissance du tarifit ou d'une autre variante de l'amazighe est appréciée.", {"zgh": "asset"}),
        ("Knowledge of Tachelhit or another variety of Amazigh would be an asset.", {"zgh": "asset"}),
        (
            "L'anglais n'est pas exigé par les TdR ; c'est toutefois un atout, un bailleur étant suisse.",
            {"en": "asset"},
        ),
        ("English is not required; it is nevertheless an asset, since our donor is Irish.", {"en": "asset"}),
        # what a group of a list has in brackets is said of all of it
        (
            "Languages: French (essential), English and Arabic (desirable).",
            {"fr": "required", "en": "asset", "ar": "asset"},
        ),
        ("Français (exigé), l'anglais et l'arabe (souhaités).", {"fr": "required", "en": "asset", "ar": "asset"}),
        ("English and French (required), Arabic (asset).", {"en": "required", "fr": "required", "ar": "asset"}),
        # a pronoun stands for what is before the semicolon
        ("French is required. Hausa; it would be useful.", {"fr": "required", "ha": "asset"}),
        ("Vous parlez haoussa ; c'est un plus.", {"ha": "asset"}),
        ("Vous parlez français et arabe ; c'est obligatoire.", {"fr": "required", "ar": "required"}),
        ("Vous maîtrisez l'anglais ; c'est un poste à Rabat.", {"en": "required"}),
        ("Anglais exigé ; ce serait un plus de parler arabe.", {"en": "required", "ar": "asset"}),
        ("Tes plus : maîtrise de l'arabe - Avoir le permis B.", {"ar": "asset"}),
        # verbs of a wish
        ("L'anglais vous sera utile avec les bailleurs.", {"en": "asset"}),
        ("Some English would not hurt.", {"en": "asset"}),
        ("Arabic makes field work easier.", {"ar": "asset"}),
        ("On apprécie que vous parliez bambara.", {"bm": "asset"}),
        ("Il faut que vous parliez bambara.", {"bm": "required"}),
        ("L'anglais vous servira de langue de travail.", {"en": "required"}),
    ],
)
def test_what_makes_a_plus_of_a_language(text: str, right: dict[str, str]) -> None:
    assert _languages(f"Gestionnaire de projet\n\nProfil recherché\n- {text}\n") == right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Un peu d'arabe, super.", {"ar": "asset"}),
        ("Un peu d'arabe ? Super.", {"ar": "asset"}),
        ("A little Arabic, brilliant!", {"ar": "asset"}),
        ("Si tu parles arabe : parfait !", {"ar": "asset"}),
        # how well it is spoken
        ("Arabe : parfait. Portugais : bon.", {"ar": "required", "pt": "required"}),
        ("Arabic: perfect. Portuguese: basic.", {"ar": "required", "pt": "required"}),
    ],
)
def test_a_word_of_praise_makes_a_wish_and_a_level_does_not(line: str, right: dict[str, str]) -> None:
    assert _languages(f"Médiateur\n\n{line}\n") == right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Arabe souhaité mais portugais obligatoire.", {"ar": "asset", "pt": "required"}),
        ("Arabic desirable but Portuguese mandatory.", {"ar": "asset", "pt": "required"}),
        ("Pas de diplôme exigé mais portugais courant.", {"pt": "required"}),
        (
            "Portugais impératif - arabe si possible - wolof, c'est mieux.",
            {"pt": "required", "ar": "asset", "wo": "asset"},
        ),
        ("Arabic if possible / Portuguese a plus", {"ar": "asset", "pt": "asset"}),
        ("Arabic if possible and Portuguese", {"ar": "asset", "pt": "required"}),
        ("Nice to have Arabic, Portuguese", {"ar": "asset", "pt": "asset"}),
        ("Basic Arabic will be counted in your favour.", {"ar": "asset"}),
    ],
)
def test_clauses_beside_each_other_weigh_their_own(line: str, right: dict[str, str]) -> None:
    assert _languages(f"Médiateur\n\n{line}\n") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("| | Demandé | Souhaité |\n| Langues | Arabe | Portugais |", {"ar": "required", "pt": "asset"}),
        ("| Criterion | Asked for | Welcome |\n| Languages | Arabic | Portuguese |", {"ar": "required", "pt": "asset"}),
        ("| | Il faut | Ce serait bien |\n| Langues | Arabe | Portugais |", {"ar": "required", "pt": "asset"}),
    ],
)  # fmt: skip
def test_columns_weigh_what_stands_in_them(text: str, right: dict[str, str]) -> None:
    assert _languages(f"Médiateur\n\n{text}\n") == right


@pytest.mark.parametrize(
    "answered",
    [
        "Le permis ?\nIl n'est pas demandé. Le bus s'arrête devant la porte.", "Faut-il le permis ?\nNon.",
        "Permis de conduire ?\nPas nécessaire.", "Do I need a licence?\nIt isn't required.",
        "A driving licence?\nYou don't need one.",
    ],
)  # fmt: skip
def test_what_a_question_names_and_its_answer_denies_is_not_asked_for(answered: str) -> None:
    assert not [fact for fact in facts_of(posting(f"Médiateur\n\n{answered}\n")) if fact.field == "driving_licence"]


@pytest.mark.parametrize("head", ["**Les + de la maison** :", "**Les plus** :", "**A plus with us**:"])
def test_a_line_in_bold_explains_no_bold(head: str) -> None:
    text = f"Comptable\n\nVous parlez **arabe** et avez une **expérience de 2 ans**.\n{head}\n- Une équipe\n"
    found = {fact.field: fact.modality for fact in facts_of(posting(text))}
    assert (found.get("language"), found.get("experience_years")) == ("required", "required")
