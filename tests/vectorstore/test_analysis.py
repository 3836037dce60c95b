"""Words of a text, French and English beside each other, by table."""

import re
import unicodedata

import pytest

from tests.growth import assert_linear
from tests.vectorstore.store_samples import gold_cases
from vectorstore.analysis import content_tokens, fold, stems, terms, tokens


def forms(text: str, language: str = "fr") -> list[str]:
    return [token.form for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # Elisions, with both apostrophes; English possessives and contractions.
        ("l'association", "association"),
        ("l’association d’animateur", "association animateur"),
        ("jusqu’au Lorsqu'il QU’ELLE puisqu'on", "au il elle on"),
        ("d'Oujda, n'est s'il c'est j'ai m'a t'a", "oujda est il est ai a a"),
        ("aujourd'hui Aujourd’hui", "aujourd'hui aujourd'hui"),
        ("driver's licence", "driver licence"),
        ("O’Brien Côte-d’Ivoire", "o brien cote ivoire"),
        # Words that lost the space between them, and names that have none.
        ("posteVous l'entrepriseRejoignez QualificationsVous", "poste vous entreprise rejoignez qualifications vous"),
        (
            "TensorFlow ServiceNow JavaScript ElasticSearch LinkedIn",
            "tensorflow servicenow javascript elasticsearch linkedin",
        ),
        # Accents in one code point or two, ligatures, capitals, invisible characters.
        ("Expérience EXPÉRIENCE expe\u0301rience", "experience experience experience"),
        ("œuvre ÆQUO Straße", "oeuvre aequo strasse"),
        ("coor\u00addination ges\u200btion \ufeffprojet", "coordination gestion projet"),
        # Inclusive spellings.
        ("chargé·e chargé.e chargé(e) chargé-e chargé/e chargé·e·s", "charge " * 6),
        ("animateur·rice animateur/trice animateur(trice) animateur-trice", "animateur " * 4),
        ("professionnel·le candidat/e Intéressé.e CHARGÉ.E", "professionnel candidat interesse charge"),
        ("fini.Les", "fini.les fini les"),
        ("(H/F) dis-le", "h f dis le"),
        # Numbers, references, addresses.
        ("1200 12 000 € 12\u202f000 12,000 12.000 1 200,50", "1200 12000 12000 12000 12000 1200"),
        ("3,5 ans 35h n° 7", "3.5 ans 35h n 7"),
        ("07/2022/IOT", "07/2022/iot 07 2022 iot"),
        ("BAC+5 bac +5", "bac+5 bac 5 bac 5"),
        ("rh.mor@enabel.be", "rh.mor@enabel.be rh mor enabel be"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("R&D C++ C# S.A.R.L. U.E.", "r&d c++ c# sarl ue"),
        # Hyphens.
        ("Beni-Mellal mi-temps full-time", "beni mellal mi temps full time"),
        ("e-mail E-mails", "email emails"),
        # Words written in several, however they are joined, beside their parts.
        ("Sage-femme, des sages femmes", "sage-femme sage femme des sage-femme sages femmes"),
        ("l'aide-soignante, AIDE SOIGNANT", "aide-soignant aide soignante aide-soignant aide soignant"),
        ("d'aide-soignant(e)s", "aide-soignant aide soignant e s"),
        ("passage-femme, night watchman", "passage femme night-watchman night watchman"),
        # Other scripts.
        ("العربية والأمازيغيّة ١٢", "العربيه والامازيغيه 12"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        # Nothing at all.
        ("", ""),
        (" \u00a0 ... ((( ___ — • \u200b", ""),
    ],
)
def test_forms(text: str, right: str) -> None:
    assert forms(text) == right.split()


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("fr", "animatrices animation requises langues", "anim anim requis langu"),
        ("en", "requires required languages driving", "requir requir languag drive"),
        ("ar", "languages", "languages"),
        ("fr", "العربية عربية عربي والعربية", "عربي عربي عربي عربي"),
        ("en", "الفرنسية فرنسية بالفرنسية للفرنسية", "فرنسي فرنسي فرنسي فرنسي"),
        ("fr", "07/2022/IOT 1200", "07/2022/iot 07 2022 iot 1200"),
    ],
)
def test_stems(language: str, text: str, right: str) -> None:
    assert [token.stem for token in tokens(text, language)] == right.split()


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("fr", "Quels sont les postes qui demandent l'anglais ?", "postes demandent anglais"),
        ("en", "Which of the jobs require a driving licence?", "jobs require driving licence"),
        ("fr", "Je cherche un poste dans l'IT", "cherche poste it"),
        ("en", "Is there a job in IT?", "job it"),
        ("en", "IS IT OPEN?", "open"),
        ("ar", "les the", ""),
        ("fr", "À la", ""),
        ("fr", "11 jours de RTTCongés payés", "11 jours rtt conges payes"),
        ("en", "RESTful APIs and LLMs", "restful apis llms"),
    ],
)
def test_content_words(language: str, text: str, right: str) -> None:
    assert [token.form for token in content_tokens(text, language)] == right.split()


def test_offsets_are_into_the_text_as_given() -> None:
    text = "\ufeffL’e\u0301quipe de l'ONG\u00a0: un·e cha\u00adrgé·e, 12 000 €, BAC+5 — rh@ong.org; Côte-d'Or"
    for token in tokens(text, "fr"):
        assert fold(text[token.start : token.end]).startswith(token.form[:2])
    written = {token.form: text[token.start : token.end] for token in tokens(text, "fr")}
    assert written["equipe"] == "e\u0301quipe"
    assert written["charge"] == "cha\u00adrgé·e"
    assert written["12000"] == "12 000"
    assert written["rh@ong.org"] == "rh@ong.org"
    assert written["or"] == "Or"


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_forms_give_the_same_words(form: str) -> None:
    text = "Chargé·e de développement à Aïn Sebaâ, été 2024"
    assert forms(unicodedata.normalize(form, text)) == forms(text)  # type: ignore[arg-type]


def test_terms_are_the_tokens_without_places() -> None:
    text = "L’association recrute un·e chargé·e, réf. 07/2022/IOT"
    found = tokens(text, "fr")
    assert terms(text, "fr") == ([token.form for token in found], [token.stem for token in found])


def test_cognates_share_a_stem() -> None:
    for french, english in (("communication", "communications"), ("coordination", "coordination")):
        assert stems(fold(french)) & stems(fold(english))


def test_words_with_one_stem_that_are_far_apart_keep_their_own() -> None:
    assert not stems("accountability") & stems("accountant")
    assert stems("accountants") & stems("accountant")


def test_reported_lexical_cases() -> None:
    for case in gold_cases("lexical"):
        documents, queries = case["input"].split("; queries:")
        for query, document in zip(queries.split(","), re.findall("« (.*?) »", documents), strict=True):
            for apostrophe in "'’":
                assert set(forms(query)) <= set(forms(re.sub("['’]", apostrophe, document)))


def test_reported_inclusive_cases() -> None:
    for case in gold_cases("inclusive"):
        right = forms(re.findall("« (.*?) »", case["right"])[0])
        spellings = case["input"].removesuffix(" de projet").split(", ")
        for spelling in [*spellings, "chargé\u0387e"]:
            assert forms(f"{spelling} de projet") == right == ["charge", "de", "projet"]
    assert forms("• chargé de projet\n•budget") == ["charge", "de", "projet", "budget"]


@pytest.mark.parametrize("piece", ["a-a", "((((", "1 000", "l'", "é", "a(b)", "1,", "e\u0301", "a@b.", "_ ", "x"])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    assert_linear(lambda text: tokens(text, "fr"), piece * 100_000)


def test_a_word_without_end_is_cut() -> None:
    assert max(len(form) for form in forms("x" * 1_000_000 + " fin")) <= 200
