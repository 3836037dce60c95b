"""Questions that name the day, examples, what a language is not, two jobs at once, or what a posting is silent on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.plainly import plainly
from assistant.domain import Language
from assistant.store import Store
from tests.growth import assert_linear
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 30)
POSTINGS = {
    "boat.txt": (
        "Animatrice nautique\n\nOrganisation : Voiles du Lac\nLieu : Annecy, France\nCDD de 24 mois.\n\n"
        "Missions\n- accompagner les sorties en pirogue\n\nProfil\n- savoir nager\n- trois ans d'expérience\n"
        "- français courant\n- le savoyard serait un plus\n- allemand exigé\n\n"
        "Rémunération : 14 € brut de l'heure\nTickets restaurant : 8 €\nDate limite : 10 décembre 2026\n"
    ),
    "nurse.txt": (
        "Community nurse\n\nOrganisation: Lakeside Clinic\nLocation: Kisumu, Kenya\nPermanent contract.\n\n"
        "What you do all day\n- visit mothers at home\n- keep the vaccination charts\n\n"
        "Who we look for\n- fluent Luo is a must\n- good English required\n- German is an asset\n\n"
        "Accommodation is not provided.\nClosing date: 20 November 2026\n"
    ),
    "driver.txt": (
        "Chauffeur livreur\n\nOrganisation : Transports Perrin\nLieu : Mulhouse, France\nCDI.\n\n"
        "Missions\n- livrer les boulangeries\n\nHoraires : départ du dépôt à 4 h 30, du lundi au vendredi.\n"
        "Profil\n- permis C exigé\n- débutants acceptés\n\nRémunération : 2 100 € brut par mois\n"
        "CV de 2 pages maximum à recrutement@perrin.example, objet du mail : « LIVREUR-68 ».\n"
        "1 samedi /2 travaillé\n"
    ),
    "cook.txt": (
        "Cook\n\nOrganisation: Green Kitchen\nLocation: Bristol, England\nTwo-year contract.\n\n"
        "Profile\n- English required\n- two years of experience\n\nPay: 13 pounds per hour.\n"
        "Meal vouchers: 6 pounds a day\nClosing date: 5 January 2027\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("plainly"), POSTINGS) as made:
        yield made


PLAIN: list[tuple[str, Language, str]] = [
    ("On est le 30 novembre 2026 : lesquelles sont closes ?", "fr", "lesquelles sont closes ?"),
    ("Nous sommes lundi 30/11/2026, que reste-t-il ?", "fr", "que reste-t-il ?"),
    ("We're on 30 November 2026; which ones have I missed?", "en", "which ones have I missed?"),
    ("How many are still open (today is 30 Nov. 2026)?", "en", "How many are still open?"),
    ("It's Monday 30 November. Which can I apply for?", "en", "Which can I apply for?"),
    ("Which close before today, 30 Nov 2026?", "en", "Which close before today?"),
    ("Closes à la date d'aujourd'hui (30 novembre) ?", "fr", "Closes à la date d'aujourd'hui ?"),
    ("Closes entre le 30 novembre (aujourd'hui) et le 5 mai ?", "fr", "Closes entre le 30 novembre et le 5 mai ?"),
    ("Due from 30 November, today, to 5 May?", "en", "Due from 30 November to 5 May?"),
    ("Which close between today Monday 30 November and 5 May?", "en", "Which close between today and 5 May?"),
    ("Is it 5 December for the nurse?", "en", "Is it 5 December for the nurse?"),
    ("Someone said it is 5 December.", "en", "Someone said it is 5 December."),
    ("on est le 3 décembre ?", "fr", "on est le 3 décembre ?"),
    ("Qui exige des années d'expérience (2 ans, 5 ans…) ?", "fr", "Qui exige des années d'expérience ?"),
    ("Which state years of experience (e.g. two years)?", "en", "Which state years of experience?"),
    ("Qui propose un CDD (6 mois) ?", "fr", "Qui propose un CDD (6 mois) ?"),
    ("Lesquels ? CDD, contrat de deux ans, ce genre de choses.", "fr", "Lesquels ? CDD."),
    ("Which are fixed-term: CDD, a two-year contract, that kind of thing?", "en", "Which are fixed-term: CDD?"),
    ("Does the ad say anything about needing a car?", "en", "Does the ad mention a car?"),
    ("L'offre dit-elle quelque chose sur le permis ?", "fr", "L'offre mentionne-t-elle le permis ?"),
]


@pytest.mark.parametrize(("question", "language", "plain"), PLAIN)
def test_what_is_said_on_the_way(question: str, language: Language, plain: str) -> None:
    assert plainly(question, language) == plain


@pytest.mark.parametrize("piece", ["today, ", "CDD, un, ou ", "on est le 3, ", "(2 ans, ", "it is "])
def test_long_questions_cost_no_more_than_their_length(piece: str) -> None:
    assert_linear(lambda text: plainly(text, "fr"), piece * 8_000)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("On est le 30 novembre 2026 : lesquelles ferment entre aujourd'hui et le 15 décembre ?", "boat"),
        ("Today is 30 November 2026: which deadlines fall between today and 15 December?", "boat"),
        ("Pour lesquelles la date limite est-elle entre aujourd'hui, 30 novembre 2026, et le 15 décembre ?", "boat"),
        ("Which deadlines fall between today, 30 November 2026, and 15 December 2026?", "boat"),
        ("Lesquelles ferment entre le 30 novembre 2026 (aujourd'hui) et le 15 décembre 2026 ?", "boat"),
        ("Quelles échéances tombent en janvier ?", "cook"),
        ("I have two years of experience. Which adverts ask for a stated minimum of three years or more?", "boat"),
        ("Which job advertisements ask for a minimum of two years?", "boat cook"),
        ("Combien d'annonces exigent l'allemand (sans compter celles où c'est juste un plus) ?", "boat"),
        ("How many require German, not counting those where it is merely a plus?", "boat"),
        ("Combien d'offres demandent l'allemand, en laissant de côté celles où il est seulement souhaité ?", "boat"),
        ("How many mention German, excluding the ones where it is only an advantage?", "boat"),
        ("Où l'allemand est-il un atout, hors celles qui l'exigent ?", "nurse"),
        ("Where is German an asset, leaving out those that require it?", "nurse"),
        ("Which ones am I already too late for? The deadline is before today, 30 Nov 2026", "nurse"),
        ("Combien d'annonces exigent un nombre précis d'années d'expérience (2 ans, 5 ans…) ?", "boat cook"),
        ("Lesquels sont à durée déterminée ? CDD, contrat de cinq ans, ce genre de choses.", "boat cook"),
        ("Which jobs ask for a language other than French and English?", "boat nurse"),
        ("Dans quelles annonces faut-il une langue en plus du français et de l'anglais ?", "boat nurse"),
        ("Quels postes exigent une langue locale ?", "nurse"),
        ("Where must I speak a local or regional language (something other than English)?", "nurse"),
        ("Which jobs require no language other than English?", "driver cook"),
        ("L'allemand, obligatoire ou bonus, dans quelles annonces ?", "boat nurse"),
        ("German: who insists on it, or would like it?", "boat nurse"),
        ("Je ne sais pas nager : où est-ce exigé ?", "boat"),
        ("I can't swim. Where is that a must?", "boat"),
        ("Je n'ai aucun permis (ni voiture ni moto). Quels postes en exigent un ?", "driver"),
        ("I have no licence at all (car or motorbike). Which postings insist on one?", "driver"),
        ("I've got no licence at all (car, lorry or motorbike). Which ads insist on one, or would like one?", "driver"),
        ("Dans quels boulots travaille-t-on le samedi ?", "driver"),
        ("Which ads limit the length of the CV?", "driver"),
        ("Je parle espagnol : où est-ce exigé ?", ""),
        ("Quelles offres réclament un diplôme d'école d'ingénieurs ?", ""),
    ],
)  # fmt: skip
def test_sets(store: Store, question: str, names: str) -> None:
    _, found, text = ask_on(store, TODAY, question)
    assert found == set(names.split()), text


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("Which pays what per hour: the nautical activity leader in Annecy or the cook?", "comparison", "13"),
        ("Qu'est-ce qui paie combien : Voiles du Lac ou Green Kitchen ?", "comparison", "14"),
        ("Les tickets resto valent combien chez Green Kitchen et Voiles du Lac ? Lequel choisir ?", "comparison", "6"),
        ("What do the Cook and Transports Perrin each pay?", "comparison", "2,100"),
        ("What time does the driver at Perrin leave the depot?", "fact", "4 h 30"),
        ("À quelle heure part le chauffeur de Perrin ?", "fact", "4 h 30"),
        ("At what time does the driver at Perrin work?", "fact", "4 h 30"),
        ("How long may my CV be for the driver job?", "fact", "2 pages"),
        ("Mon CV peut faire combien de pages chez Perrin ?", "fact", "2 pages"),
        ("What should the subject of my e-mail be at Perrin?", "fact", "LIVREUR-68"),
        ("Quel objet pour mon mail chez Perrin ?", "fact", "LIVREUR-68"),
        ("Does the clinic in Kisumu house its nurse?", "fact", "No"),
        ("What does the community nurse do all day?", "open", "visit mothers at home"),
        ("What would a permanent nurse in Kisumu actually do all day?", "open", "visit mothers at home"),
        ("C'est quoi concrètement le boulot de l'infirmière du côté de Kisumu ?", "open", "visit mothers at home"),
        ("What exactly is the job of the nurse in Kisumu?", "open", "visit mothers at home"),
        ("Y a-t-il un poste pour accompagner des sorties en pirogue, et en quoi ça consiste ?", "open", "en pirogue"),
        ("Is there a job keeping vaccination charts, and what would I do there?", "open", "vaccination charts"),
        ("Faut-il parler anglais chez Transports Perrin ?", "not_stated", "ne mentionne pas"),
        ("Does Transports Perrin require English?", "not_stated", "does not mention"),
        ("What's the deadline for the two jobs at Transports Perrin?", "not_stated", ""),
        ("Does the cook job say anything about a driving licence?", "not_stated", ""),
        ("L'offre de Green Kitchen dit-elle quelque chose sur le permis ?", "not_stated", ""),
    ],
)  # fmt: skip
def test_of_one_or_two(store: Store, question: str, kind: str, words: str) -> None:
    found, _, text = ask_on(store, TODAY, question)
    assert (found, words in text) == (kind, True), text
