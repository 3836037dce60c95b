"""The same posting twice: what is one, what stays two, which version stands, and what answers say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.domain import Posting, Turn
from assistant.duplicates import reposts_of
from assistant.facts import facts_of
from assistant.indexing import index_folder
from assistant.minhash import bands_of
from assistant.versions import Version, same_posting
from tests.support import SEED_NAMES, hash_store, posting, seed_text, write_files

WHO = """Qui sommes-nous ?

L'association Terres Communes est née en 1998 à Marseille. Elle accompagne des coopératives rurales, des communes et des
écoles dans douze pays, avec l'appui de fondations et de bailleurs publics. Ses équipes sont formées de salariés et de
bénévoles qui partagent les mêmes valeurs : écoute, rigueur, partage et respect des personnes. Elle publie chaque année
ses comptes et un rapport d'activité que chacun peut consulter librement.
"""
HOW = """Comment postuler

Envoyez un CV et une lettre de motivation à emploi@terres-communes.org avant le {deadline}. Seules les personnes
retenues seront contactées pour un entretien. L'association encourage toutes les candidatures, quelle que soit
l'origine, l'âge ou la situation des personnes, et veille à l'égalité de traitement à chaque étape du recrutement.
"""
COORDINATOR = """Missions

- Coordonner les activités du projet avec les communes partenaires et suivre le calendrier.
- Encadrer une équipe de quatre animateurs et préparer les réunions mensuelles du comité.
- Rédiger les rapports techniques destinés aux bailleurs et suivre les dépenses.

Profil

- Master en développement rural et cinq ans d'expérience dans un poste semblable.
- Très bonne maîtrise du français ; l'anglais est un atout.
"""
ACCOUNTANT = """Missions

- Tenir la comptabilité générale et analytique de la mission et préparer les paiements.
- Établir les états financiers mensuels et les rapprochements bancaires.
- Préparer les audits annuels et archiver les pièces justificatives.

Profil

- Licence en comptabilité et trois ans d'expérience dans une organisation.
- Maîtrise du logiciel Saga ; permis B exigé.
"""


def text_of(
    title: str = "Coordinateur de projet", place: str = "Ouarzazate", missions: str = COORDINATOR,
    deadline: str = "3 mai 2026", pay: str = "14 000 MAD", reference: str = "TC-2026-04",
) -> str:  # fmt: skip
    return (
        f"{title} (H/F)\n\nLieu : {place}\nRéférence : {reference}\n\n{WHO}\n{missions}\nConditions\n\n"
        f"CDD de douze mois. Salaire mensuel brut : {pay}.\n\n{HOW.format(deadline=deadline)}"
    )


PLAIN = text_of()
IN_DRAA = PLAIN.replace("les activités du projet", "les activités du projet à Mhamid")


def version(text: str, name: str = "a.txt") -> Version:
    made = posting(text, name)
    return Version(made, facts_of(made))


def reflowed(text: str) -> str:
    """As out of a PDF: lines broken at another width, other list marks, and page headers in between."""
    words = re.sub(r"(?<!\n)\n(?![\n-])", " ", text.replace("- ", "• "))
    lines = re.sub(r"(.{40,60}?) ", "\\1\n", words).split("\n")
    return "\n".join(f"{line}\nTerres Communes – page" if n % 25 == 24 else line for n, line in enumerate(lines))


def aggregated(text: str) -> str:
    """As on an aggregator: a banner before, the end cut, and a footer."""
    return f"JOBS-ONG.example – 214 offres cette semaine\n\n{text[: len(text) * 2 // 3]} …\n\nVoir l'offre complète\n"


def misspelt(text: str) -> str:
    return text.replace("réunions", "reunions").replace("calendrier", "calendier").replace("dépenses", "dépences")


SAME = {
    "the same bytes": PLAIN,
    "other case and punctuation": PLAIN.replace(" :", ":").replace("’", "'").replace("Missions", "MISSIONS"),
    "other line breaks, list marks and page headers": reflowed(PLAIN),
    "Markdown": re.sub(r"^(Missions|Profil|Conditions)$", r"## \1", f"# {PLAIN}", flags=re.MULTILINE),
    "a banner before and the end cut": aggregated(PLAIN),
    "the deadline moved": text_of(deadline="20 mai 2026"),
    "the deadline written otherwise": text_of(deadline="03/05/2026"),
    "the pay moved": text_of(pay="16 500 MAD"),
    "spelling corrected": misspelt(PLAIN),
    "the contract named in the title": PLAIN.replace("(H/F)", "(H/F) – CDD", 1),
}
OTHER = {
    "another town": text_of(place="Zagora"),
    "another village": text_of(place="Tamnougalt"),
    "another title": text_of(title="Coordinateur adjoint de projet"),
    "another reference": text_of(reference="TC-2026-05"),
    "another job under the same boilerplate": text_of(title="Comptable", missions=ACCOUNTANT),
    "the same title and place with other missions": text_of(missions=ACCOUNTANT),
    "another contract": PLAIN.replace("CDD de douze mois", "CDI"),
    "other years of experience": PLAIN.replace("cinq ans", "deux ans"),
    "another number": PLAIN.replace("1998", "2011"),
    "boilerplate alone": f"{WHO}\n{HOW}",
}


@pytest.mark.parametrize("kind", SAME)
def test_one_posting(kind: str) -> None:
    assert same_posting(version(PLAIN), version(SAME[kind], "b.txt"))
    assert same_posting(version(SAME[kind], "b.txt"), version(PLAIN))


@pytest.mark.parametrize("kind", OTHER)
def test_two_postings(kind: str) -> None:
    assert not same_posting(version(PLAIN), version(OTHER[kind], "b.txt"))
    assert not same_posting(version(OTHER[kind], "b.txt"), version(PLAIN))


def test_another_name_in_the_text_is_another_posting() -> None:
    assert not same_posting(version(IN_DRAA), version(IN_DRAA.replace("Mhamid", "Tazenakht"), "b.txt"))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Jobs: Cook. Lyon.", "Jobs: Cook. Lyon.", True),
        ("Jobs: Cook. Lyon.", "JOBS – cook, Lyon", True),
        ("Jobs: Cook. Lyon. English required.", "Jobs: Cook. Lyon. Arabic required.", False),
        ("…", "– –", False),
    ],
)  # fmt: skip
def test_short_texts_are_one_posting_only_where_all_words_are_equal(first: str, second: str, same: bool) -> None:
    assert same_posting(version(first), version(second, "b.txt")) is same


@pytest.mark.parametrize("name", SEED_NAMES)
@pytest.mark.parametrize("change", [reflowed, aggregated, misspelt], ids=["reflowed", "aggregated", "misspelt"])
def test_a_seed_in_another_form_is_found_among_all(name: str, change: object) -> None:
    assert callable(change)
    texts = {other: seed_text(other) for other in SEED_NAMES} | {"copy.txt": change(seed_text(name))}
    assert _groups(texts) == [{name, "copy.txt"}]


def test_the_seeds_are_five() -> None:
    assert _groups({name: seed_text(name) for name in SEED_NAMES}) == []


def test_the_order_of_postings_does_not_matter() -> None:
    texts = {"a.txt": PLAIN, "b.txt": text_of(deadline="20 mai 2026"), "c.txt": text_of(place="Zagora")}
    assert _reposts(texts) == _reposts(dict(reversed(texts.items()))) == {"a.txt": "b.txt"}


def test_what_was_cut_joins_no_two_postings() -> None:
    texts = {
        "a.txt": PLAIN,
        "b.txt": text_of(place="Zagora"),
        "cut.txt": f"Coordinateur de projet (H/F)\n\n{WHO}{COORDINATOR}",
    }
    assert len(_groups(texts)) == 1
    assert len(set(_reposts(texts).values())) == 1


@pytest.mark.parametrize(
    ("texts", "stands"),
    [
        ({"a.txt": PLAIN, "b.txt": PLAIN}, "a.txt"),
        ({"a.txt": PLAIN, "b.txt": text_of(deadline="20 mai 2026")}, "b.txt"),
        ({"a.txt": aggregated(PLAIN), "b.txt": PLAIN}, "b.txt"),
        ({"a.txt": PLAIN, "b.txt": aggregated(PLAIN), "c.txt": reflowed(PLAIN)}, "c.txt"),
    ],
)  # fmt: skip
def test_the_latest_version_stands_then_the_fullest_then_the_first(texts: dict[str, str], stands: str) -> None:
    assert set(_reposts(texts).values()) == {stands}


def test_a_hundred_copies_are_one_posting() -> None:
    texts = {f"copy{n}.txt": PLAIN.replace("Très bonne", "Bonne" if n % 2 else "Très bonne") for n in range(100)}
    assert len(_reposts(texts | {"other.txt": OTHER["another town"]})) == 99


def test_bands_do_not_depend_on_other_texts() -> None:
    alone, again = next(bands_of([PLAIN])), list(bands_of([OTHER["another town"], PLAIN]))[1]
    assert alone == again
    assert list(bands_of(["", "— …"])) == [(), ()]


def _reposts(texts: Mapping[str, str]) -> dict[str, str]:
    postings = [posting(text, name) for name, text in texts.items()]
    found = reposts_of(postings, {made.id: facts_of(made) for made in postings})
    return {_name(one): _name(stands) for one, stands in found.items()}


def _groups(texts: Mapping[str, str]) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for one, stands in _reposts(texts).items():
        found.setdefault(stands, {stands}).add(one)
    return list(found.values())


def _name(identity: str) -> str:
    return identity.partition("/")[2]


# What answers say of it

FOLDER = {
    "a.txt": PLAIN,
    "b.txt": text_of(deadline="20 mai 2026"),
    "c.txt": text_of(place="Zagora"),
    "d.txt": text_of(title="Comptable", place="Taroudant", missions=ACCOUNTANT, reference="TC-2026-09"),
}


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "folder", FOLDER))
        yield Assistant(store, lambda: date(2026, 4, 1))


@pytest.mark.parametrize(
    ("question", "matches", "said"),
    [
        (
            "Quels postes exigent un master ?",
            ["b.txt", "c.txt"],
            "a.txt et b.txt sont la même offre, comptée une seule fois.",
        ),
        (
            "Which jobs require a master's degree?",
            ["b.txt", "c.txt"],
            "a.txt and b.txt are the same posting, counted once.",
        ),
        ("How many jobs require a driving licence?", ["d.txt"], "a.txt and b.txt are the same posting, counted once."),
    ],
)  # fmt: skip
def test_it_counts_once_and_the_answer_says_so(
    assistant: Assistant, question: str, matches: list[str], said: str
) -> None:
    answer = assistant.ask(question)
    assert sorted(match.posting for match in answer.matches) == matches
    assert answer.checked == 3
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Quels postes exigent un master ?",
            "Publiée de nouveau dans b.txt : la date limite est passée du 3 mai 2026 au 20 mai 2026.",
        ),
        (
            "What is the deadline of the job in Ouarzazate?",
            "Posted again in b.txt: the deadline moved from 3 May 2026 to 20 May 2026.",
        ),
    ],
)
def test_what_moved_is_said_with_both_quotes(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    statement = next(s for s in answer.statements if s.text == said)
    cited = [c for c in answer.citations if c.number in statement.citations]
    assert {c.posting for c in cited} == {"a.txt", "b.txt"}
    assert all(c.quote == FOLDER[c.posting][c.start : c.end] for c in cited)


def test_a_question_about_the_place_is_answered_from_the_latest_alone(assistant: Assistant) -> None:
    answer = assistant.ask("Quelle est la date limite du poste d'Ouarzazate ?")
    assert "20 mai 2026" in answer.statements[0].text
    assert not any("3 mai" in s.text for s in answer.statements if "passée" not in s.text)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quelle est la date limite de a.txt ?", "3 mai 2026"),
        ("What is the deadline in A.TXT?", "3 May 2026"),
        ("Quelle est la date limite dans b.txt ?", "20 mai 2026"),
    ],
)
def test_the_other_file_is_asked_about_by_its_name(assistant: Assistant, question: str, value: str) -> None:
    answer = assistant.ask(question)
    assert value in answer.statements[0].text
    assert "a.txt" in answer.statements[1].text
    assert "b.txt" in answer.statements[1].text


def test_a_followup_stays_with_the_one_that_stands(assistant: Assistant) -> None:
    history = [Turn("user", "Quelle est la date limite du poste d'Ouarzazate ?")]
    answer = assistant.ask("Et combien paie-t-il ?", history)
    assert "14\u202f000" in answer.text or "14 000" in answer.text
    assert answer.citations[0].posting == "b.txt"
    assert sum("14" in statement.text for statement in answer.statements) == 1


def test_a_comparison_and_a_list_take_it_once(assistant: Assistant) -> None:
    answer = assistant.ask("Quelles sont les dates limites de toutes les offres ?")
    assert answer.text.count("Coordinateur de projet") == 2


def test_removing_the_one_that_stands_lets_the_other_stand(assistant: Assistant) -> None:
    assert dict(assistant.reposts()) == {"a.txt": "b.txt"}
    assistant.remove("b.txt")
    assert dict(assistant.reposts()) == {}
    answer = assistant.ask("Quels postes exigent un master ?")
    assert sorted(match.posting for match in answer.matches) == ["a.txt", "c.txt"]
    assert "même offre" not in answer.text


def test_indexing_again_keeps_the_counts(assistant: Assistant, tmp_path: Path) -> None:
    for _ in range(3):
        index_folder(assistant.store, tmp_path / "folder")
        assert assistant.ask("How many jobs require a master's degree?").checked == 3


@pytest.mark.parametrize("language", ["fr", "en"])
def test_copies_do_not_fill_an_answer(tmp_path: Path, language: str) -> None:
    files = {f"copy{n:03}.txt": PLAIN for n in range(40)} | {"d.txt": FOLDER["d.txt"]}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "folder", files))
        asked = Assistant(store, lambda: date(2026, 4, 1))
        open_question = {"fr": "Qui tient la comptabilité et les audits ?", "en": "Who prepares the annual audits?"}
        passages = asked.ask(open_question[language])
        assert len({c.posting for c in passages.citations if c.posting.startswith("copy")}) <= 1
        counted = asked.ask(
            {"fr": "Combien d'offres exigent un master ?", "en": "How many jobs require a master?"}[language]
        )
        assert counted.checked == 2
        assert [match.posting for match in counted.matches] == ["copy000.txt"]


def test_the_list_of_a_posting_shows_its_own_text(assistant: Assistant) -> None:
    found: Posting = assistant.posting("a.txt")
    assert found.text == FOLDER["a.txt"]
