"""Kinds of sentences that ask for a language, or name one and ask for nothing, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import languages
from assistant.facts.language_words import forms
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.resources import table
from tests.assistant.facts.test_languages import read


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- darija bien sûr, et savoir rédiger en français", {"ary": "required", "fr": "required"}),
        ("- English of course, and writing in French", {"en": "required", "fr": "required"}),
        # said as the language of the work
        ("Nos réunions se tiennent en anglais.", {"en": "required"}),
        ("Team meetings are held in English.", {"en": "required"}),
        ("Les rapports sont rédigés en anglais.", {"en": "required"}),
        ("All reporting is in English.", {"en": "required"}),
        ("Le travail se fait en espagnol.", {"es": "required"}),
        # … but for one that the posting says it does not ask for
        ("Les rapports sont rédigés en anglais par le siège : l'anglais n'est donc pas demandé.", {}),
        ("Reports are written in English by the head office: no English is needed.", {}),
        ("L'anglais n'est pas demandé : les rapports aux bailleurs se font en français.", {"fr": "required"}),
        ("English is not required: the reports to the donors are written in French.", {"fr": "required"}),
        ("On ne demande pas : l'anglais, l'espagnol", {}),
        ("You will be working in French.", {"fr": "required"}),
        ("Vous aurez besoin de l'anglais pour les échanges avec le siège.", {"en": "required"}),
        ("You'll need French for the field.", {"fr": "required"}),
        ("L'anglais sert tous les jours.", {"en": "required"}),
        ("Your French should be good enough to follow meetings.", {"fr": "required"}),
        ("Le français suffit.", {"fr": "required"}),
        ("French alone is enough.", {"fr": "required"}),
        ("Un français impeccable à l'écrit est attendu.", {"fr": "required"}),
        ("- Malgache (tous les dialectes) et français", {"mg": "required", "fr": "required"}),
        ("- Kiswahili, and English good enough for minutes", {"sw": "required", "en": "required"}),
        # a choice, and codes in capitals
        ("Maîtrise d'au moins une des langues suivantes : espagnol, portugais", {"es": "required", "pt": "required"}),
        ("Fluency in one of the following: Spanish, Portuguese.", {"es": "required", "pt": "required"}),
        ("L'anglais ou l'espagnol, au choix, est exigé", {"en": "required", "es": "required"}),
        ("Bilingue (FR/EN).", {"fr": "required", "en": "required"}),
        ("Langues : FR, DE", {"fr": "required", "de": "required"}),
        ("Langues et diplômes : diplôme d'auxiliaire DE exigé", {}),
        ("Langues : anglais. Entreprise : CABINET DE CONSEIL VAL IT", {"en": "required"}),
        ("Languages: EN (C1), FR (B2)", {"en": "required", "fr": "required"}),
        # of whoever speaks it
        ("Vous êtes francophone et anglophone.", {"fr": "required", "en": "required"}),
        ("French-speaking social worker.", {"fr": "required"}),
        ("Candidats lusophones uniquement.", {"pt": "required"}),
        ("Comme nos bénéficiaires parlent arabe, vous devez le parler aussi.", {"ar": "required"}),
        ("Since our clients speak Spanish, you must too.", {"es": "required"}),
        # nothing goes without it
        ("Sans la langue anglaise, le travail avec les bailleurs est impossible.", {"en": "required"}),
        ("The job cannot be done without Spanish.", {"es": "required"}),
        ("Si vous ne parlez pas le peul, ne postulez pas.", {"ff": "required"}),
        ("If you do not speak Fula, do not apply.", {"ff": "required"}),
        ("La conduite d'entretiens en bamanankan sans interprète est imposée.", {"bm": "required"}),
        ("Avoir le niveau B2 en espagnol", {"es": "required"}),
        ("A pass at B2 in German", {"de": "required"}),
        ("Vous traduisez de l'arabe vers le français.", {"ar": "required", "fr": "required"}),
        ("Anglais : oui\nEspagnol : non", {"en": "required"}),
        ("English: yes\nSpanish: no", {"en": "required"}),
        ("Pas de travail possible sans le wolof : nos clients ne parlent que cela.", {"wo": "required"}),
        ("No work without Wolof: our clients speak nothing else.", {"wo": "required"}),
        ("Rien ne se fait ici sans l'arabe.", {"ar": "required"}),
        ("You translate from Arabic into English.", {"ar": "required", "en": "required"}),
        ("✅ parler tachelhit\n✅ Bon français pour les factures", {"zgh": "required", "fr": "required"}),
        ("  i. Diploma in any subject\n ii. able to read English aloud", {"en": "required"}),
        ("Needed\n i. Any diploma. Graduates are not preferred over others\nii. fluent English", {"en": "required"}),
        ("Elle écrit un français vivant et un arabe sans fautes.", {"fr": "required", "ar": "required"}),
        ("- Dagbani for the north or Twi for the south: you must command one", {"dag": "required", "tw": "required"}),
    ],
)
def test_what_asks_for_a_language(text: str, right: dict[str, str]) -> None:
    assert read(f"Profil\n\n{text}") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("L'arabe aiderait.", {"ar": "asset"}),
        ("Facultatives\nnotions d'allemand\npermis B", {"de": "asset"}),
        ("Would be nice\n- Chadian or Sudanese Arabic", {"shu": "asset"}),
        ("Dari and/or Pashto would help.", {"prs": "asset", "ps": "asset"}),
        ("Vous parlez arabe et aiderez les familles.", {"ar": "required"}),
        ("You speak Arabic and will help families.", {"ar": "required"}),
        ("Si vous parlez le sango, c'est encore mieux.", {"sg": "asset"}),
        ("If you speak Nepali, all the better.", {"ne": "asset"}),
        ("Un peu de wolof ne gâche rien.", {"wo": "asset"}),
        ("A little Arabic goes a long way here.", {"ar": "asset"}),
        ("It helps if you can follow a talk in English", {"en": "asset"}),
        ("It would be great, but is not a must, if you speak Dari or Pashto.", {"prs": "asset", "ps": "asset"}),
        ("Notre public parle le soninké : le comprendre est un plus.", {"snk": "asset"}),
        ("Quant au portugais, il serait utile.", {"pt": "asset"}),
        ("Vous parlez un peu turc ? Tant mieux, rien d'obligatoire.", {"tr": "asset"}),
        ("Vous parlez turc ?\nLa curiosité et l'humour sont autant d'atouts.", {"tr": "required"}),
        ("Vous parlez turc ?\nC'est un atout.", {"tr": "asset"}),
        ("You speak some Turkish? All the better.", {"tr": "asset"}),
        ("Lingala – desirable", {"ln": "asset"}),
        ("Seraient appréciés, sans que rien en dépende : le permis, la pratique du wolof et celle de l'anglais.",
         {"wo": "asset", "en": "asset"}),
        ("Advantages, none of them decisive: a licence, knowledge of Hausa.", {"ha": "asset"}),
        ("Apprécié, sans être éliminatoire\n– Anglais\n– Permis B", {"en": "asset"}),
        ("Ce qui est souhaité\nUne bonne maîtrise du peul.", {"ff": "asset"}),
        # a verb in the conditional, of which the language is the subject
        ("Du turc, même scolaire, nous rassurerait.", {"tr": "asset"}),
        ("Some Turkish, however rusty, would reassure our partners.", {"tr": "asset"}),
        # a condition, whose main clause calls nobody …
        ("Si vous parlez le soninké, dites-le dans votre lettre.", {"snk": "asset"}),
        ("If you also speak Khmer, say so in your letter.", {"km": "asset"}),
        # … unlike this one
        ("Si vous parlez le soninké, postulez sans attendre.", {"snk": "required"}),
        ("If you speak Khmer, apply today.", {"km": "required"}),
        # what stands in one list, across semicolons and in the rows of a table
        ("Atouts : une expérience en mairie ; lire le portugais.", {"pt": "asset"}),
        ("Portugais ........................ souhaité\nAnglais ........................ exigé",
         {"pt": "asset", "en": "required"}),
        ("Portuguese ........................ desirable\nEnglish ........................ essential",
         {"pt": "asset", "en": "required"}),
        ("Poulaar et wolof, parlés par nos enfants, seraient de vrais avantages.", {"ff": "asset", "wo": "asset"}),
        ("Sango, lingala\nconstituent un avantage", {"sg": "asset", "ln": "asset"}),
        ("Les anciens ne parlent que tarifit ; le comprendre est un plus.", {"zgh": "asset"}),
        ("français exigé / anglais ou russe en plus = top", {"fr": "required", "en": "asset", "ru": "asset"}),
        # headings of other words
        ("Ce qui nous ferait sourire\n- Un peu d'italien", {"it": "asset"}),
        ("Would make us smile\n- A bit of Italian", {"it": "asset"}),
        ("*It's good if you have*\n🔸 Kpelle or Lorma\n🔸 First aid", {"kpe": "asset", "lom": "asset"}),
        ("C'est mieux si tu as\n🔸 du peul ou du haoussa", {"ff": "asset", "ha": "asset"}),
        ("Sans être indispensable\n- Anglais", {"en": "asset"}),
        ("Nice-to-haves\n1) an interest in gardens\n2) Tigrinya", {"ti": "asset"}),
        ("À profil égal, la connaissance du sérère fera pencher la balance.", {"srr": "asset"}),
        ("All else being equal, knowledge of Tamil will tip the balance.", {"ta": "asset"}),
        ("Le dendi fera gagner des points, sans que son absence soit éliminatoire.", {"ddn": "asset"}),
        ("Nous serions contents d'avoir quelqu'un qui parle kirundi.", {"rn": "asset"}),
        ("We would be glad to find somebody with Kirundi.", {"rn": "asset"}),
        ("Polish or Dutch -- either is a nice surprise, none is expected.", {"pl": "asset", "nl": "asset"}),
    ],
)  # fmt: skip
def test_what_makes_a_wish_of_it(text: str, right: dict[str, str]) -> None:
    assert read(f"Profil\n\n{text}") == right


@pytest.mark.parametrize(
    "text",
    [
        "Les habitants parlent le peul.",
        "The population speaks Hausa.",
        "Un interprète vous accompagne : inutile de parler le dari.",
        "Si vous ne parlez pas le mooré, aucun souci.",
        "It is not a problem if you do not speak Fula.",
        "Peu importe que vous parliez anglais.",
        "It does not matter whether you speak Khmer.",
        "Le bambara s'apprendra sur place.",
        "Creole can be picked up on the job.",
        "La langue locale est le zarma.",
        "The local language is Zarma.",
        "Le russe n'est utilisé que par nos partenaires.",
        "Russian is used only by our partners.",
        "Les enquêtes sont menées en peul par des enquêteurs recrutés sur place.",
        "Surveys are carried out in Fulani by locally hired enumerators.",
        "Votre collègue traduira en tamazight.",
        "Un agent s'en charge, qui s'occupe de la correspondance en anglais.",
        "We export through an agent who deals with the correspondence in English.",
        "Nos bénévoles parlent espagnol entre eux.",
        "Our volunteers speak Spanish among themselves.",
        "Aucune exigence en anglais.",
        "No requirement in English.",
        "Nos supports existent en français, anglais et espagnol.",
        "Our training packs exist in French, English and Spanish.",
        "Turc ........................ sans objet",
        "Turkish ........................ not relevant",
        "Anglais : néant",
        "Greek - no, the day team does that",
        "Ce que nous ne demandons pas :\n- l'arabe",
        "You need not bring:\n- Arabic",
        "➕ Wolof, Jola also heard in the yard, not asked from you",
        "No Arabic needed, interpreters are provided.",
        "On ne vous demande pas de parler khmer.",
        "You don't have to speak Thai.",
        "Turkish or Kurdish are not needed.",
        "Proficiency in Hausa is noted but gives no advantage.",
        "Des appels arrivent en néerlandais ; aucune connaissance de cette langue n'est requise.",
        "L'anglais ne sert à rien ici.",
        "L'anglais ? Nos clients l'écrivent, un collègue leur répond.",
        "L'entretien se déroulera en anglais.",
        "The interview will be in English.",
        "Application documents must be written in English.",
        "Les comptes sont traduits en italien par un prestataire.",
        "Our annual report also appears in Spanish.",
        "Des cours de wolof sont proposés à l'arrivée.",
        "You will teach English to refugees.",
        "Une version anglaise des termes de référence est disponible.",
        "Le poste couvre l'Afrique francophone.",
        "The network covers the English-speaking Caribbean.",
        "You have experience in the Rohingya response and you know how to work with a team.",
        "French-Arabic pairs are full.",
        "Contact : Mme Hindi.",
        "Lao PDR country office.",
        "Our teams are made up of Spanish, French and Senegalese colleagues and we work with our donors.",
        "Une épreuve écrite, rédigée au choix en arabe ou en français",
        "École d'été d'italien",
        "We look for more people and a village near Bari.",
    ],
)
def test_what_names_a_language_and_asks_for_nothing(text: str) -> None:
    assert read(f"Profil\n\n{text}") == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Maîtrise du gulmancéma", "gux"), ("Fluency in isiZulu", "zu"), ("Parler l'éwé", "ee"),
        ("Luganda speaker", "lg"),
        ("Maîtrise du chichewa", "ny"), ("Fluent Tok Pisin", "tpi"), ("Connaissance du tshiluba", "lua"),
        ("Knowledge of Quechua", "qu"), ("Fluency in Chitumbuka", "tum"), ("Parler mooré", "mos"),
        ("Un poste en Haïti.\n\nMaîtrise du créole", "ht"), ("Un poste à La Réunion.\n\nMaîtrise du créole", "rcf"),
        ("Maîtrise du créole", "crp"),
    ],
)  # fmt: skip
def test_names_of_languages_of_fewer_postings(text: str, code: str) -> None:
    assert read(text) == {code: "required"}


def test_words_that_show_it_are_quoted_before_a_name_only_said() -> None:
    text = "Profile\n\nOur paperwork is in French.\nWe like order.\nYou are fluent in French and you like people."
    found = languages.facts(posting_of("cases", "case", Content(text)))
    assert [fact.quote for fact in found] == ["You are fluent in French and you like people."]


def test_every_language_that_can_be_read_has_a_name_for_answers() -> None:
    codes = {code for found in forms().values() for code in found.values()}
    names = table("language_names.toml")
    assert codes <= names["french"].keys() == names["english"].keys()
