"""Languages with their modality, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of, languages
from assistant.readers.content import Content
from assistant.reading import posting_of


def read(text: str) -> dict[str, str]:
    return {str(f.value): f.modality for f in languages.facts(posting_of("cases", "case", Content(text)))}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- Arabe (y compris dialecte algérien) et français maîtrisés", {"ar": "required", "fr": "required"}),
        ("- Français et langues locales maîtrisés", {"fr": "required"}),
        ("- Some Alsatian would be a plus", {"gsw": "asset"}),
        ("Français exigé. Allemand = bonus 👍", {"fr": "required", "de": "asset"}),
        ("Spanish is something we would be happy to see.", {"es": "asset"}),
        ("Some French would be lovely.", {"fr": "asset"}),
        ("Il serait bon d'avoir :\n- des notions d'anglais\n- du wolof", {"en": "asset", "wo": "asset"}),
        ("Éléments donnant des points supplémentaires\n1. français écrit (5 pts)", {"fr": "asset"}),
        ("L'anglais n'est pas exigé par les TdR ; c'est un atout.", {"en": "asset"}),
        ("English is not required by the ToR, but it is nevertheless an asset.", {"en": "asset"}),
        ("L'anglais n'est pas exigé, c'est toutefois un atout.", {"en": "asset"}),
        ("Knowledge of Kanuri or Shuwa Arabic is desirable.", {"kr": "asset", "ar": "asset"}),
        ("English or Canadian French is desirable.", {"en": "asset", "fr": "asset"}),
        ("Spanish or a Scandinavian language would be a nice extra.", {"es": "asset"}),
        (
            "Languages\nFrench\nFluency, oral and written: required\nArabic\nWorking knowledge required\n"
            "English\nDesirable\nPulaar or Soninke\nAn asset",
            {"fr": "required", "ar": "required", "en": "asset", "ff": "asset", "snk": "asset"},
        ),
        (
            "Langues\nFrançais\nlu, écrit, parlé : exigé\nAnglais\nSouhaité\nWolof\nUn plus",
            {"fr": "required", "en": "asset", "wo": "asset"},
        ),
        (
            "Avec les gens on parle tamazight et arabe tous les jours : sans ces deux langues, inutile de postuler !",
            {"zgh": "required", "ar": "required"},
        ),
        (
            "With the families we speak Wolof and Diola: without these two languages, do not apply.",
            {"wo": "required", "dyo": "required"},
        ),
        ("Vous rédigez bien en français. Une partie de l'équipe n'est pas francophone.", {"fr": "required"}),
        ("Fluent French. Part of the team is not French-speaking.", {"fr": "required"}),
        ("L'anglais n'est pas exigé mais il nous rendrait service.", {"en": "asset"}),
        ("Good to have\n\n* Chadian or Sudanese Arabic\n* Masalit", {"shu": "asset", "mls": "asset"}),
        ("Langues : français (E), anglais (E), arabe (D)", {"fr": "required", "en": "required", "ar": "asset"}),
        ("Languages: French (E), Hausa (D). Chargé(E) de projet.", {"fr": "required", "ha": "asset"}),
        ("Languages: French (must), English (should), Wolof (could)", {"fr": "required", "en": "asset", "wo": "asset"}),
        ("Vous parlez arabe. Ce serait un plus.", {"ar": "asset"}),
        ("You speak Arabic. That would be a plus.", {"ar": "asset"}),
        ("Maîtrise de l'anglais. C'est un atout majeur pour le poste.", {"en": "asset"}),
        ("Vous parlez anglais. C'est indispensable.", {"en": "required"}),
        ("Vous parlez anglais. C'est un poste exigeant.", {"en": "required"}),
        ("Vous parlez anglais. Ce serait un plus de connaître Excel.", {"en": "required"}),
        ("Le tachelhit ? Oui, obligatoirement.", {"zgh": "required"}),
        ("Wolof? Absolutely necessary.", {"wo": "required"}),
        (
            "Nous demandons le français. Le reste (arabe, amazigh) se négocie.",
            {"fr": "required", "ar": "asset", "zgh": "asset"},
        ),
        ("- Working English and French (interviews are held in both)", {"en": "required", "fr": "required"}),
        ("English at professional level", {"en": "required"}),
        ("Suivre une réunion en Anglais (non obligatoire)", {"en": "asset"}),
        ("If you are fluent in German, that would definitely be an asset, but apply regardless", {"de": "asset"}),
        ("Si vous parlez l'allemand, c'est évidemment un atout, mais postulez quand même", {"de": "asset"}),
        ("Atouts Notions d'arabe ; Connaissance de l'anglais ; permis B.", {"ar": "asset", "en": "asset"}),
        ("You bring\n  o native Arabic\n  o English at professional level", {"ar": "required", "en": "required"}),
        ("Spanish at a good level", {"es": "required"}),
        ("English is useful but not required", {"en": "asset"}),
        ("English is useful", {"en": "asset"}),
        ("Darija : il faut la parler couramment, l'accueil se fait ainsi", {"ary": "required"}),
        ("Darija: you need to speak it well, as the young people do", {"ary": "required"}),
        ("Wolof: you need to be able to understand it", {"wo": "required"}),
        ("L'arabe, il faut le lire", {"ar": "required"}),
        (
            "French is required. Arabic, Hausa or another language is a plus",
            {"fr": "required", "ar": "asset", "ha": "asset"},
        ),
        ("Fluent French, Hausa or another language is an asset", {"fr": "required", "ha": "asset"}),
        ("Arabic, Tamazight or a second local language would be an advantage", {"ar": "asset", "zgh": "asset"}),
        ("Arabic, Hausa or another local language is required", {"ar": "required", "ha": "required"}),
        ("Français exigé, l'arabe ou une autre langue est un atout", {"fr": "required", "ar": "asset"}),
        ("L'arabe, le peul ou toute autre langue locale serait un plus", {"ar": "asset", "ff": "asset"}),
        # any language of a region ends the list as « une autre langue » does
        (
            "Il faut parler couramment le français ; l'anglais, l'espagnol ou une langue de la côte serait un atout",
            {"fr": "required", "en": "asset", "es": "asset"},
        ),
        (
            "Fluent French; English, Portuguese or a southern African language would be an asset",
            {"fr": "required", "en": "asset", "pt": "asset"},
        ),
        ("L'anglais, l'arabe ou une langue nationale est exigé", {"en": "required", "ar": "required"}),
        ("Fluent English, Hausa or a local language is an asset", {"en": "required", "ha": "asset"}),
        ("English is useful rather than essential", {"en": "asset"}),
        ("English? an advantage, not a condition", {"en": "asset"}),
        # The cells of a table, each on a line of its own.
        (
            "Langues\nAnglais\n\tmoyen\n\t\tsouhaité\nFrançais\n\tcourant, lu et écrit\n\t\texigé",
            {"en": "asset", "fr": "required"},
        ),
        ("French\n\tgood\n\t\tdesirable\nEnglish\n\tfluent\n\t\trequired", {"fr": "asset", "en": "required"}),
        ("L'anglais ? un atout, pas une obligation", {"en": "asset"}),
        ("L'anglais est apprécié plutôt qu'exigé", {"en": "asset"}),
        ("Fluent French, useful knowledge of SQL", {"fr": "required"}),
        ("L'espagnol et l'arabe sont des plus, pas des obligations.", {"es": "asset", "ar": "asset"}),
        ("Maîtrise du français et, de préférence, de l'anglais", {"fr": "required", "en": "asset"}),
        ("De préférence, l'anglais", {"en": "asset"}),
        ("Le peul ou le songhaï est un atout", {"ff": "asset", "ses": "asset"}),
        ("Le peul ou le zorglub est un atout", {"ff": "asset"}),
        ("Le peul et le zorglub sont des atouts", {"ff": "asset"}),
        ("Dialecte tunisien courant", {"ar": "required"}),
        ("Maîtrise de l'arabe dialectal", {"ar": "required"}),
        ("La derja est exigée", {"ar": "required"}),
        ("La connaissance de la langue des signes tunisienne est un atout", {"sgn": "asset"}),
        ("Anglais (obligatoire), Français (souhaitable)", {"en": "required", "fr": "asset"}),
        ("English (required), French (desirable)", {"en": "required", "fr": "asset"}),
        ("Langues : Anglais (obligatoire), Français (souhaitable)", {"en": "required", "fr": "asset"}),
        ("Anglais exigé ; arabe apprécié.", {"en": "required", "ar": "asset"}),
        ("English is required; Arabic is an asset.", {"en": "required", "ar": "asset"}),
        (
            "Maîtrise du français et de l’anglais obligatoire, celle de l’arabe (notamment marocain) \n"
            "est un atout important ;",
            {"fr": "required", "en": "required", "ar": "asset"},
        ),
        (
            "Parfaite maîtrise de l'arabe et du français, maîtrise du Tamazight (atout)",
            {"ar": "required", "fr": "required", "zgh": "asset"},
        ),
        (
            "Perfect command of Arabic and French, knowledge of Tamazight (an asset)",
            {"ar": "required", "fr": "required", "zgh": "asset"},
        ),
        (
            "**bonne communication en français et en anglais** et l'arabe est souhaité.",
            {"fr": "required", "en": "required", "ar": "asset"},
        ),
        ("Fluent English and French; Arabic would be a plus.", {"en": "required", "fr": "required", "ar": "asset"}),
        ("Anglais courant, espagnol souhaité", {"en": "required", "es": "asset"}),
        ("Vous parlez anglais et idéalement espagnol.", {"en": "required", "es": "asset"}),
        ("You speak English and ideally Spanish.", {"en": "required", "es": "asset"}),
        ("Idéalement, vous parlez anglais.", {"en": "asset"}),
        ("Ideally, you speak English.", {"en": "asset"}),
        ("Anglais : niveau B1 minimum idéalement", {"en": "asset"}),
        ("L'anglais et l'espagnol sont souhaités.", {"en": "asset", "es": "asset"}),
        ("La maîtrise de l'anglais et/ou de l'espagnol serait un plus.", {"en": "asset", "es": "asset"}),
        ("Knowledge of English or Spanish would be a plus.", {"en": "asset", "es": "asset"}),
        ("Anglais ou espagnol courant exigé", {"en": "required", "es": "required"}),
        ("La maîtrise de l'anglais serait un atout indispensable.", {"en": "required"}),
        ("English is an essential asset.", {"en": "required"}),
        ("L'anglais n'est pas obligatoire mais serait un plus.", {"en": "asset"}),
        ("English is not required but would be a plus.", {"en": "asset"}),
        ("L'anglais n'est pas exigé.", {}),
        ("No English required.", {}),
        ("Serait un plus : la maîtrise de l'allemand.", {"de": "asset"}),
        ("A plus: knowledge of German.", {"de": "asset"}),
        ("Il serait souhaitable de parler néerlandais.", {"nl": "asset"}),
        ("Anglais courant. Connaissance de SAP est un plus.", {"en": "required"}),
        ("Anglais courant, la connaissance de SAP est un plus", {"en": "required"}),
        ("Fluent English, knowledge of SAP is a plus", {"en": "required"}),
        ("Anglais courant, SAP apprécié", {"en": "required"}),
        ("Des notions d'anglais et d'une habilitation à la conduite serait un plus.", {"en": "asset"}),
        ("Une pratique de l'anglais technique est recommandée", {"en": "asset"}),
        ("Le français est exigé et l'anglais est un plus.", {"fr": "required", "en": "asset"}),
        ("French is required and English is a plus.", {"fr": "required", "en": "asset"}),
        ("Vous appréciez les échanges en anglais.", {"en": "required"}),
        ("Anglais professionnel (espagnol apprécié)", {"en": "required", "es": "asset"}),
        ("Une deuxième langue serait un plus.", {}),
        ("A second language is a plus.", {}),
        ("Une deuxième langue (espagnol ou allemand) serait un plus.", {"es": "asset", "de": "asset"}),
    ],
)
def test_each_clause_has_its_own_modality(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Nurse\n\nLanguages\nREQUIRED               DESIRABLE\n"
            "Fluency in French      Working knowledge of Hausa\nand Arabic             or German.\n",
            {"fr": "required", "ha": "asset", "ar": "required", "de": "asset"},
        ),
        (
            "Infirmier\n\nLangues\nOBLIGATOIRES           SOUHAITÉES\n"
            "Français courant       Notions d'espagnol\nArabe oral             Anglais\n\nAllemand exigé.\n",
            {"fr": "required", "es": "asset", "ar": "required", "en": "asset", "de": "required"},
        ),
        ("Profil\n\nAtouts :\n- Anglais courant\n- Permis B\n", {"en": "asset"}),
        ("Cuisinier\n\nProfil : BTS, anglais, permis B\n", {"en": "required"}),
        ("Agent\n\nMissions\n- Formation des usagers (français / anglais)\n", {"fr": "required", "en": "required"}),
        ("Agent\n\nDuties\n- Train the staff (French / English)\n", {"fr": "required", "en": "required"}),
        ("Agent\n\nMissions\n- Suivi des clients (français, belges et suisses)\n", {}),
        ("Cook\n\n## Able to Learn\n\n* German\n", {"de": "asset"}),
        ("Cuisinier\n\n## À apprendre sur place\n\n- Peul\n", {}),
        ("Cook\n\nRequirements: a degree, French, and a driving licence\n", {"fr": "required"}),
        ("Juriste\n\nProfil : équipes de Tunis, de droit français\n", {}),
        ("Profile\n\nNice to have:\n- Fluent English\n- SQL\n", {"en": "asset"}),
        ("Profil\n\nLes plus :\n- Anglais courant\n", {"en": "asset"}),
        ("Bonus :\n* Notions de Data Warehousing\n* Maîtrise de l'anglais technique\n", {"en": "asset"}),
        ("Qualifications requises :\n- Français et anglais écrit et parlé.\n\nQualifications souhaitables :\n- Java\n",
         {"fr": "required", "en": "required"}),
        ("Essential:\n- Fluent French\n\nDesirable:\n- Spanish\n- SQL\n", {"fr": "required", "es": "asset"}),
        ("Connaissances requises et/ou souhaitées :\n\n- Bonne maîtrise de l'anglais\n", {"en": "required"}),
        ("Profil souhaité\n\n- Bonne maîtrise de l'anglais\n", {"en": "required"}),
        ("Langues souhaitées : anglais, espagnol", {"en": "asset", "es": "asset"}),
        ("Les compétences techniques suivantes sont un atout :\nQMF-DB2\nBonne maîtrise de l'anglais technique",
         {"en": "asset"}),
        ("Atouts :\n- Java\n- SQL\n\nVous maîtrisez l'anglais.\n", {"en": "required"}),
        ("Atouts :\n- anglais indispensable\n", {"en": "required"}),
        ("Vos atouts :\n- Vous parlez anglais\n", {"en": "required"}),
    ],
)  # fmt: skip
def test_a_heading_governs_its_list_where_it_says_so(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


def test_a_town_is_no_language() -> None:
    text = "Poste : Comptable\nLieu : Béja\n\nProfil\nArabe et français exigés.\nPoste basé à Béja."
    assert read(text) == {"ar": "required", "fr": "required"}


@pytest.mark.parametrize(
    "text",
    [
        "Notre filiale de droit marocain applique le droit français.",
        "Connaissance des réglementations des bailleurs français et européens",
        "Une entreprise allemande, leader du marché français.",
        "Nous recherchons un professeur d'anglais pour donner des cours de français.",
        "We are a French company under French law on the German market.",
        "Merci d'envoyer votre CV en anglais.",
        "Please submit your CV in English.",
        "Assurer la traduction des métadonnées du français vers l'anglais",
        "Fenêtre à l'italienne et porte ouvrante à l'anglaise",
        "Langages : Go, Java, C# ou Python",
        "Une clientèle française et internationale, de nationalité belge",
        "Nous accueillons les Français de l'étranger et les touristes chinois.",
        "You will polish the product with our Danish partners.",
        "Ce programme de formation inclut les modules suivants : Python, Anglais professionnel, sécurité.",
        "Poste basé en Corse",
        "Le poste est ouvert aux candidats de langue maternelle différente.",
        "Nos vidéos sont sous-titrées en arabe et en portugais par des bénévoles.",
        "Our films are subtitled in Arabic by volunteers.",
        "Les enfants sont de langue maternelle arabe.",
    ],
)
def test_what_only_bears_the_name_of_a_language(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("Bilingue anglais", "en", "Bilingue"),
        ("Anglais bilingue", "en", "bilingue"),
        ("Langue maternelle : arabe", "ar", "Langue maternelle"),
        ("Anglais niveau B2", "en", "B2"),
        ("Anglais (C1)", "en", "C1"),
        ("Anglais lu, parlé, écrit", "en", "lu, parlé, écrit"),
        ("Vous avez un anglais courant", "en", "courant"),
        ("Fluent in English", "en", "Fluent"),
        ("Notions de darija", "ary", "Notions"),
        ("Maîtrise de l'angalis", "en", ""),
        ("Maîtrise de l'anglias et du francais", "en", ""),
        ("Bonne maîtrise du tachelhit", "zgh", "Bonne maîtrise"),
        ("Connaissance de l'amazighe", "zgh", ""),
        ("Maîtrise du berbère", "zgh", ""),
        ("Parler tarifit", "zgh", ""),
        ("Arabe (darija) courant", "ar", "courant"),
        ("Maîtrise du mandarin", "zh", ""),
        ("Vous maitrisez la langue de Shakespeare", "en", ""),
        ("La maîtrise de la langue anglaise est indispensable : niveau C1.", "en", "C1"),
        ("Knowledge of Dutch", "nl", ""),
        ("إتقان اللغة الفرنسية", "fr", ""),
        ("Connaissance de la langue des signes", "fsl", ""),
        ("Vous êtes rigoureux Anglais professionnel indispensable", "en", "professionnel"),
    ],
)
def test_names_and_levels(text: str, code: str, level: str) -> None:
    found = {f.value: f.detail for f in languages.facts(posting_of("cases", "case", Content(text)))}
    assert found.get(code) == level


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Allemand fortement souhaité, ou, à défaut, très bonne maîtrise de l'anglais", {"de": "asset", "en": "asset"}),
        ("German is preferred or, failing that, English.", {"de": "asset", "en": "asset"}),
        ("Anglais souhaité, sinon espagnol.", {"en": "asset", "es": "asset"}),
        ("English is required, otherwise Spanish.", {"en": "required", "es": "required"}),
    ],
)
def test_what_is_named_for_want_of_another_is_wished_as_it_is(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Un emploi au Canada\n\n- Fluent in both official languages", {"fr": "required", "en": "required"}),
        ("Au Canada\n\n- You are (ideally) fluent in both official languages", {"fr": "asset", "en": "asset"}),
        ("Canada\n\n- Vous maîtrisez les deux langues officielles (idéalement)", {"fr": "asset", "en": "asset"}),
        ("Poste à Rabat\n\n- Vous maîtrisez les deux langues officielles", {}),
        ("Service canadien\n\n- Maîtrise de l'une des deux langues officielles", {}),
        ("Canadian service\n\nOur presence online is in both official languages.", {}),
    ],
)
def test_the_official_languages_are_those_of_the_country_named(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "A pool of qualified candidates may be used to fill similar positions (English essential), which may vary.",
        "Un bassin de personnes pourrait être utilisé afin de pourvoir des postes semblables (anglais exigé).",
    ],
)
def test_other_jobs_ask_nothing_of_this_one(text: str) -> None:
    assert read(text) == {}


def test_darija_apart_from_arabic() -> None:
    assert read("Maîtrise de l'arabe et de la darija") == {"ar": "required", "ary": "required"}
    assert read("Maîtrise de l'arabe (notamment marocain)") == {"ar": "required"}


def test_a_quote_is_verbatim_and_says_it() -> None:
    text = "Profil\n\n- Master ; anglais courant exigé ; permis B apprécié\n"
    fact = next(f for f in facts_of(posting_of("cases", "case", Content(text))) if f.field == "language")
    assert (text[fact.start : fact.end], fact.quote) == ("anglais courant exigé", "anglais courant exigé")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("-Autonomie et rigueur\n-Anglais courant obligatoire\n", {"en": "required"}),
        ("-SAP apprécié\n-Anglais courant\n", {"en": "required"}),
        ("Français courant\nAnglais professionnel (oral et écrit) : un plus", {"fr": "required", "en": "asset"}),
        ("Votre + : vous possédez un bon niveau d'anglais", {"en": "asset"}),
        ("Anglais professionnel : Un bon niveau à l'écrit et à l'oral est apprécié pour les clients.", {"en": "asset"}),
        ("Anglais professionnel : une bonne maîtrise serait un plus.", {"en": "asset"}),
        ("– langue maternelle française ou niveau équivalent ; anglais (C1)", {"fr": "required", "en": "required"}),
        ("De langue maternelle allemande, vous aimez écrire.", {"de": "required"}),
        ("Une autre langue est un atout (anglais, italien, allemand) !", dict.fromkeys(("en", "it", "de"), "asset")),
        ("Allemand, italien ou espagnol en seconde langue très appréciés", dict.fromkeys(("de", "it", "es"), "asset")),
        ("Bonus appréciés : Python. Qualités : rigueur, excellent niveau de français", {"fr": "required"}),
    ],
)
def test_lists_and_labels(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


CANADA = "Le gouvernement du Canada recrute.\n\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Communicate comfortably in French and English (in government speak, this role is BBB).",
         {"fr": ("required", "BBB"), "en": ("required", "BBB")}),
        ("Vous parlez couramment le français et l’anglais (une personne de niveau CBC).",
         {"fr": ("required", "CBC"), "en": ("required", "CBC")}),
        ("Ce rôle est désigné « bilingue impératif (BBB)* ».", {"fr": ("required", "BBB"), "en": ("required", "BBB")}),
        ("Le bilinguisme (niveau BBB) est exigé.", {"fr": ("required", "BBB"), "en": ("required", "BBB")}),
        ("This position is Bilingual Imperative (this role is CBC/CBC).\n\n- Communicate in English and French",
         {"en": ("required", "CBC/CBC"), "fr": ("required", "CBC/CBC")}),
        ("Vous êtes bilingue et adorez travailler dans les deux langues officielles?",
         {"fr": ("required", "bilingue"), "en": ("required", "bilingue")}),
        ("Ce poste est anglais essentiel.", {"en": ("required", "")}),
        ("This position is English Essential.", {"en": ("required", "")}),
        # one of the two is enough, and both are a plus
        ("Nous cherchons de solides compétences communicationnelles en anglais ou en français. "
         "Si vous êtes bilingue, il s'agit d'un atout.", {"en": ("asset", ""), "fr": ("asset", "")}),
        ("You have strong communication skills in English or French. Being bilingual is an asset.",
         {"en": ("asset", ""), "fr": ("asset", "")}),
        # which two is not said; other posts; the employer's own languages
        ("Vous êtes bilingue.", {}),
        ("A pool of candidates may be used to fill positions (english essential, bilingual imperative BBB/BBB).", {}),
        ("We maintain our pages in both official languages.", {}),
    ],
)  # fmt: skip
def test_languages_of_a_bilingual_country(text: str, right: dict[str, tuple[str, str]]) -> None:
    found = languages.facts(posting_of("cases", "case", Content(CANADA + text)))
    assert {str(fact.value): (fact.modality, fact.detail) for fact in found} == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Capacité à travailler dans un environnement bilingue anglais-français.",
            {"en": "required", "fr": "required"},
        ),
        ("Bilingual English-French", {"en": "required", "fr": "required"}),
        ("Pour vous démarquer : maîtrise du français", {"fr": "asset"}),
        ("To stand out: fluent French", {"fr": "asset"}),
        ("Vous travaillez en français comme en anglais.", {"fr": "required", "en": "required"}),
    ],
)
def test_two_languages_together(text: str, right: dict[str, str]) -> None:
    assert read(text) == right


def test_a_sentence_that_names_the_languages_is_quoted_before_one_that_only_says_bilingual() -> None:
    text = CANADA + "The position is Bilingual Imperative (CBC).\n\n- Communicate in English and French"
    found = languages.facts(posting_of("cases", "case", Content(text)))
    assert [(fact.quote, fact.detail) for fact in found] == [("Communicate in English and French", "CBC")] * 2


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- maîtrise du peul (fulfulde) souhaitée", {"ff": "asset"}),
        ("- la maîtrise du peul (fulfulde) est fortement souhaitée", {"ff": "asset"}),
        ("- Fulani (Fulfulde) is a plus", {"ff": "asset"}),
        ("- tamazight du Moyen Atlas : indispensable à l'oral ;", {"zgh": "required"}),
        ("- arabe dialectal du nord : un atout", {"ar": "asset"}),
        ("- a word of Tamazight (Tarifit) opens doors: it is a nice thing to have", {"zgh": "asset"}),
        ("- quelques mots de wolof ouvrent bien des portes", {"wo": "asset"}),
        ("- a few words of Swahili open many doors", {"sw": "asset"}),
        ("- le haoussa n'est pas obligé, mais si vous le parlez, tant mieux", {"ha": "asset"}),
        ("- Hausa is not required, but if you speak it, that's handy", {"ha": "asset"}),
        ("- le bambara ou le lingala : tant mieux, mais ce n'est pas demandé", {"bm": "asset", "ln": "asset"}),
        (
            "~ parler la darija, c'est obligatoire\n~ l'anglais : tant mieux, mais ce n'est pas demandé",
            {"ary": "required", "en": "asset"},
        ),
    ],
)
def test_words_between_a_name_and_what_governs_it(text: str, right: dict[str, str]) -> None:
    assert read("Profil recherché :\n" + text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Le français on n'en a pas besoin.",
        "L'anglais, vous n'en aurez pas besoin.",
        "English, you won't need it.",
        "L'arabe, vous pouvez vous en passer.",
        "Il n'est pas nécessaire de parler anglais.",
        "Il n'est pas nécessaire de\nparler anglais.",
        "It is not necessary to speak English.",
        "Pas besoin de parler français.",
        "You do not need to speak French.",
        "Candidates need not speak French.",
        "Aucune connaissance de l'arabe n'est demandée.",
        "No knowledge of Arabic is necessary.",
        "La maîtrise de l'anglais n'est pas\nrequise.",
        "Knowledge of English is not\nessential.",
        "La connaissance de l'anglais n'est ni exigée ni souhaitée.",
        "English is neither required nor expected.",
        "French is not a requirement.",
        "Ne pas parler anglais n'est pas un obstacle.",
    ],
)
def test_what_is_said_not_to_be_needed(text: str) -> None:
    assert read(f"Profil\n{text}") == {}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Wolof, pulaar et anglais : chacun est un plus, aucun n'est\nobligatoire",
         {"wo": "asset", "ff": "asset", "en": "asset"}),
        ("Arabic, French and English: each is an asset, none is required.",
         {"ar": "asset", "fr": "asset", "en": "asset"}),
        ("Le français et l'anglais sont tes langues de\ntravail ; le pidgin est un atout.",
         {"fr": "required", "en": "required", "wes": "asset"}),
        ("The working languages are French and English.", {"fr": "required", "en": "required"}),
        ("Une bonne maîtrise de l'arabe et du fran-\nçais est exigée.", {"ar": "required", "fr": "required"}),
        ("La pratique d'une langue locale (mooré, dioula) est un avantage", {"mos": "asset", "dyu": "asset"}),
        ("L'anglais est demandé ; l'arabe\nhassanya serait apprécié", {"en": "required", "mey": "asset"}),
        ("Le khassonké constitue un avantage", {"kao": "asset"}),
        ("Le haoussa, le kanouri ou toute autre langue de la région serait un plus", {"ha": "asset", "kr": "asset"}),
        ("Hausa, Kanuri or another language of the area would be an asset", {"ha": "asset", "kr": "asset"}),
        ("Hausa, Kanuri, Fula or any other local language: a plus", {"ha": "asset", "kr": "asset", "ff": "asset"}),
        ("Fluent French, Hausa or another local language an asset", {"fr": "required", "ha": "asset"}),
        ("Vous parlez français, le haoussa ou une autre langue est un plus", {"fr": "required", "ha": "asset"}),
        ("French, Hausa or another language is required", {"fr": "required", "ha": "required"}),
        ("French mother tongue; good command of Spanish is an additional asset", {"fr": "required", "es": "asset"}),
        # why a language is wished for demands it no more
        ("A working knowledge of English is desirable\nsince some donors write only in English", {"en": "asset"}),
        ("English is an asset, as reports are written in English", {"en": "asset"}),
        ("Some French would help, because our partners write in French", {"fr": "asset"}),
        ("La connaissance du wolof est appréciée puisque les séances se donnent en wolof", {"wo": "asset"}),
        ("Portugais apprécié, étant donné que l'antenne travaille en portugais", {"pt": "asset"}),
        ("Bonne maîtrise de l'arabe, car les séances se font en arabe", {"ar": "required"}),
        ("English required because donors read English; French is a plus", {"en": "required", "fr": "asset"}),
        # meetings that are not held in a language
        ("La darija est indispensable (les réunions ne se font pas en français) ; un français écrit correct",
         {"ary": "required", "fr": "required"}),
        ("Fluent Swahili is essential (meetings are never held in English); good written English",
         {"sw": "required", "en": "required"}),
    ],
)  # fmt: skip
def test_languages_in_prose(text: str, right: dict[str, str]) -> None:
    assert read(f"Profil\n{text}") == right


def test_a_level_that_a_line_end_cut_in_two_is_written_whole() -> None:
    text = "Profil\nDes connais-\nsances de base en allemand seraient utiles"
    found = languages.facts(posting_of("cases", "case", Content(text)))
    assert [(fact.value, fact.detail) for fact in found] == [("de", "connaissances de base")]
    assert found[0].quote in text
