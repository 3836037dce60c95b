"""What is said of one thing by what was said of the one before it, and what a colon behind a word does not change."""

from __future__ import annotations

import pytest

from assistant.facts import languages, licence
from tests.assistant.facts.reading import facts_in

HEAD = {"fr": "Chargée de projet\n\nProfil\n\n", "en": "Project officer\n\nProfile\n\n"}


def read(text: str, language: str) -> dict[str, str]:
    """Languages by their codes and licences by their categories, each with its modality."""
    posting = HEAD[language] + text
    found = facts_in(posting, languages.facts, "language") + facts_in(posting, licence.facts, "driving_licence")
    return {str(fact.value): fact.modality for fact in found}


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        # A colon behind the word: what follows it explains, and is not what the word is said of.
        ("fr", "Savoir le néerlandais est un plus : nos voisins sont à Gand.", {"nl": "asset"}),
        ("en", "Knowledge of Dutch is an asset: our neighbours are in Ghent.", {"nl": "asset"}),
        ("fr", "L'espagnol est un plus : vous parlerez français tous les jours.", {"es": "asset", "fr": "required"}),
        ("fr", "Le permis B est souhaité : vous ferez beaucoup de route.", {"B": "asset"}),
        ("en", "A driving licence is desirable: few buses come here.", {"yes": "asset"}),
        ("fr", "Le permis n'est pas nécessaire : un collègue conduit.", {}),
        ("en", "A driving licence is not necessary: a colleague drives.", {}),
        ("fr", "Le permis B n'est pas indispensable : c'est un atout.", {"B": "asset"}),
        ("fr", "Le permis B est exigé : il n'y a pas de bus.", {"B": "required"}),
        ("fr", "Français courant, atout : connaissance du quartier.", {"fr": "required"}),
        ("en", "Fluent French, a plus: knowledge of the district.", {"fr": "required"}),
        ("fr", "Sont exigés : le français et l'arabe.", {"fr": "required", "ar": "required"}),
        ("fr", "Serait un plus : la maîtrise du wolof.", {"wo": "asset"}),
        # As the one before.
        ("fr", "Le peul est exigé. Français aussi bien sûr.", {"ff": "required", "fr": "required"}),
        ("en", "Fula is a must. French as well, of course.", {"ff": "required", "fr": "required"}),
        ("fr", "Le peul est un plus, français aussi bien entendu.", {"ff": "asset", "fr": "asset"}),
        ("fr", "L'anglais est un atout, l'italien aussi.", {"en": "asset", "it": "asset"}),
        ("en", "English is an asset; a driving licence too.", {"en": "asset", "yes": "asset"}),
        ("fr", "L'anglais est apprécié ; le permis B également.", {"en": "asset", "B": "asset"}),
        ("fr", "Le français est exigé, l'arabe également.", {"fr": "required", "ar": "required"}),
        ("en", "Italian is a plus, and so is Greek.", {"it": "asset", "el": "asset"}),
        ("en", "Italian would help, and so would any local language (Hausa, Zarma).",
         {"it": "asset", "ha": "asset", "dje": "asset"}),
        ("en", "Spanish is required, and so is Arabic.", {"es": "required", "ar": "required"}),
        ("fr", "Parler russe est un plus, parler turc en est un autre.", {"ru": "asset", "tr": "asset"}),
        ("fr", "Le peul est un atout, tout comme le permis B.", {"ff": "asset", "B": "asset"}),
        ("en", "Wolof is an asset, as is a driving licence.", {"wo": "asset", "yes": "asset"}),
        ("fr", "- Allemand (serait apprécié)\n- Grec (idem)", {"de": "asset", "el": "asset"}),
        ("fr", "Espagnol bienvenu, idem pour l'italien.", {"es": "asset", "it": "asset"}),
        ("fr", "L'anglais n'est pas exigé, le permis B non plus.", {}),
        ("en", "English is not required, nor is a driving licence.", {}),
        ("fr", "Vous parlez arabe et aussi français.", {"ar": "required", "fr": "required"}),
        ("fr", "Vous parlez couramment wolof, mais aussi peul.", {"wo": "required", "ff": "required"}),
        # Of several at once, or of what a pronoun stands for.
        ("fr", "Le grec, le turc, le serbe : rien n'est obligatoire !", {}),
        ("en", "Greek, Turkish, Serbian: all welcome, none required.", {"el": "asset", "tr": "asset", "sr": "asset"}),
        ("fr", "Le turc est indispensable, l'anglais importe peu.", {"tr": "required"}),
        ("en", "Turkish is a must and English doesn't matter.", {"tr": "required"}),
        ("fr", "Le grec ou le turc, c'est comme vous voulez.", {}),
        ("fr", "Le français est nécessaire, celui du grec ou de l'allemand non.", {"fr": "required"}),
        ("en", "Wolof is spoken by half the team, so it would help.", {"wo": "asset"}),
        ("fr", "Le russe n'est pas obligatoire mais sera considéré comme un avantage.", {"ru": "asset"}),
        # Lists under a word.
        ("en", "Nice-to-haves: Dutch, German; a driving licence.", {"nl": "asset", "de": "asset", "yes": "asset"}),
        ("fr", "Souhaité : tamasheq ; arabe ; permis moto.", {"tmh": "asset", "ar": "asset", "A": "asset"}),
        ("fr", "Autres langues utiles : lingala, peul.", {"ln": "asset", "ff": "asset"}),
        ("en", "Other useful languages: Lingala, Fula.", {"ln": "asset", "ff": "asset"}),
        ("en", "FR/EN fluent – AR a plus", {"fr": "required", "en": "required", "ar": "asset"}),
        ("en", "E = essential, D = desirable\n- Spoken English (E)\n- Some Italian (D)\n- Driving licence (D)",
         {"en": "required", "it": "asset", "yes": "asset"}),
        ("en", "- Spoken English (E)\n- Conversational Italian (D)", {"en": "required", "it": "asset"}),
        ("en", "- Spoken English (A)\n- Conversational Italian (B)", {"en": "required", "it": "required"}),
        ("fr", "Vous avez le permis : les villages sont loin.", {"yes": "required"}),
        ("fr", "Score minimum requis au TOEIC en anglais : 850.", {"en": "required"}),
    ],
)  # fmt: skip
def test_as_the_one_before(language: str, text: str, right: dict[str, str]) -> None:
    assert read(text, language) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Le bilinguisme est requis pour ce poste.", "required"),
        ("Bilingualism is required for this position.", "required"),
        ("Le bilinguisme est un atout et non une exigence.", "asset"),
        ("Bilingualism is an asset, not a requirement.", "asset"),
        ("Nos services sont sûrs, bilingues et simples.", None),
        ("We build services that are safe, bilingual and simple.", None),
    ],
)
def test_bilingualism_in_a_country_of_two_languages(text: str, right: str | None) -> None:
    found = facts_in(f"Analyst\n\nGovernment of Canada\n\n{text}", languages.facts, "language")
    assert {str(fact.value): fact.modality for fact in found} == ({"fr": right, "en": right} if right else {})
