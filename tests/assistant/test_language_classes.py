"""Languages that are asked for by their class, with examples or without: African, regional, European ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.facts import facts_of
from assistant.resources import table
from tests.support import assistant_over, posting

TODAY = date(2026, 11, 30)
POSTINGS = {
    "weaver.txt": "Animatrice\n\nLieu : Thiès\n\n- Le wolof est indispensable.\n- Bon français exigé.\n",
    "farmer.txt": "Technicien agricole\n\nLieu : Ambovombe\n\n- La pratique du malgache serait un plus.\n",
    "field.txt": "Field officer\n\nLocation: Gulu\n\nPerson specification\n*Knowledge of Madi is an advantage\n",
    "museum.txt": "Médiateur\n\nLieu : Quimper\n\n- Breton souhaité, anglais exigé.\n",
    "office.txt": "Office Manager\n\nLocation: Brussels\n\n- Fluent Dutch required.\n",
    "film.txt": "Film maker\n\nLocation: Beirut\n\n- Fluent Arabic required.\n",
    "guide.txt": "Guide\n\nLocation: Bergen\n\n- You speak Norwegian and Hindi; both are required.\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(POSTINGS, tmp_path_factory.mktemp("classes"), TODAY) as made:
        yield made


def test_every_class_holds_known_languages_once() -> None:
    names = {*table("language_names.toml")["names"]}
    names |= {language["code"] for language in table("facts_languages.toml")["language"]}
    for name, each in table("asking.toml")["language_classes"].items():
        assert set(each["codes"]) <= names, name
        assert len(each["codes"]) == len(set(each["codes"])), name


@pytest.mark.parametrize(
    ("question", "required", "asset"),
    [
        ("Quelles offres demandent une langue africaine (wolof, mooré, etc.), hors arabe ?", "weaver", "farmer field"),
        ("Quelles offres exigent une langue d'Afrique de l'Ouest ?", "weaver", "farmer field"),
        ("Which jobs ask for an African language, such as Swahili or Hausa?", "weaver", "farmer field"),
        ("Which jobs want an African language (Wolof, Hausa...)?", "weaver", "farmer field"),
        ("Quelles annonces veulent une langue régionale de France (basque, alsacien...) ?", "", "museum"),
        ("Which ads mention a regional language of France, like Basque?", "", "museum"),
        ("Which ads mention a regional language of France, like Basque or Alsatian?", "", "museum"),
        ("Quelles offres exigent une langue scandinave ?", "guide", ""),
        ("Who needs a Nordic language?", "guide", ""),
        ("Which jobs require an Asian language?", "guide", ""),
        ("Quelles offres demandent une langue slave ?", "", ""),
        ("Which jobs want a European language other than English and French?", "office guide", "museum"),
        ("Je parle arabe et wolof. Qui voudrait l'une de ces langues ?", "weaver film", ""),
        ("I speak Arabic and some Wolof. Is there any ad that would be glad of one of them?", "weaver film", ""),
    ],
)
def test_classes_of_languages(asked: Assistant, question: str, required: str, asset: str) -> None:
    answer = asked.ask(question)
    found = {match.posting.removesuffix(".txt"): match.modality for match in answer.matches}
    assert {name for name, modality in found.items() if modality == "required"} == set(required.split()), answer.text
    assert {name for name, modality in found.items() if modality == "asset"} == set(asset.split()), answer.text


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("- Breton souhaité.", {"br": "asset"}),
        ("- Basque : exigé", {"eu": "required"}),
        ("- Basque: a plus", {"eu": "asset"}),
        ("- Breton colleagues are friendly.", {}),
        ("- Les Bretons sont souhaités.", {}),
    ],
)
def test_a_people_that_begins_a_line_is_its_language_where_it_is_weighed(line: str, right: dict[str, str]) -> None:
    made = posting(f"Guide\n\nProfil\n{line}\n")
    assert {fact.value: fact.modality for fact in facts_of(made) if fact.field == "language"} == right


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Combien d'annonces exigent une langue africaine ?", "1 offre sur 7 exige une langue africaine"),
        ("How many ads require an African language?", "1 of 7 postings requires an African language"),
        ("Quelles offres exigent une langue celtique ?", "langue celtique"),
        ("Which jobs require a Slavic language?", "None of the 7 postings requires a Slavic language"),
    ],
)
def test_the_class_is_named(asked: Assistant, question: str, said: str) -> None:
    assert said in asked.ask(question).text
