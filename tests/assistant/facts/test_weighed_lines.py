"""What the sign, the label, the heading or the table of a line makes of it, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import facts_of
from tests.support import posting

ASKED = ("language", "degree", "driving_licence", "experience_years")


def _asked(lines: str) -> dict[str, str]:
    """Each value that is asked for, with its weight; every quote is a slice of the text."""
    read = posting(f"Chargé de projet\n\nAssociation Tafoukt\n\n{lines}\n")
    found = [fact for fact in facts_of(read) if fact.field in ASKED]
    assert all(read.text[fact.start : fact.end] == fact.quote for fact in found)
    return {str(f.value.min if isinstance(f.value, Years) else f.value): f.modality for f in found}


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        # « bien si vous l'avez » looks back, « bien si vous parlez » ahead
        ("Anglais : c'est bien si vous l'avez. Français exigé.", {"en": "asset", "fr": "required"}),
        ("Français exigé. Le wolof, c'est mieux si tu le parles.", {"fr": "required", "wo": "asset"}),
        ("C'est bien si vous parlez anglais ; le français est obligatoire.", {"en": "asset", "fr": "required"}),
        # signs before or behind, explained above, below or by the way
        ("Exigés (*), souhaités (°) :\n(*) peul\n(°) permis B", {"ff": "required", "B": "asset"}),
        ("M = mandatory, D = desirable\nM  Hausa\nD  Driving licence", {"ha": "required", "yes": "asset"}),
        ("Exigé (E) / Souhaité (S)\n| E | Wolof |\n| S | Permis B |", {"wo": "required", "B": "asset"}),
        ("Langue : peul¹\nArabe²\nPermis B²\n¹ condition obligatoire\n² critère apprécié, non éliminatoire",
         {"ff": "required", "ar": "asset", "B": "asset"}),
        ("Hausa **\nArabic *\n** must have\n* a plus", {"ha": "required", "ar": "asset"}),
        ("● essential ○ desirable\n● Hausa\n○ Arabic", {"ha": "required", "ar": "asset"}),
        ("(1) exigé (2) souhaité\nPeul (1)\nPermis B (2)", {"ff": "required", "B": "asset"}),
        ("PROFIL EXIGÉ (les lignes précédées de ~ sont souhaitées seulement)\nLicence en droit\n~ Peul",
         {"Licence": "required", "ff": "asset"}),
        ("*Hausa\nArabic\nNote: lines with an asterisk are compulsory; the others are assets only.",
         {"ha": "required", "ar": "asset"}),
        ("Les points suivis d'un astérisque sont impératifs, les autres appréciés.\nPeul*\nPermis B",
         {"ff": "required", "B": "asset"}),
        ("Required skills¹\nHausa\nOther skills²\nDriving licence\n¹ All of these are mandatory.  ² An advantage only.",
         {"ha": "required", "yes": "asset"}),
        ("Légende : [O] obligatoire – [A] apprécié\n[O] Peul\n[A] Permis B", {"ff": "required", "B": "asset"}),
        ("Key: [M] must have, [N] nice to have\nFluent Hausa [M]\nDriving licence [N]",
         {"ha": "required", "yes": "asset"}),
        ("R : requis – F : facultatif\nArabe : R\nPeul : F", {"ar": "required", "ff": "asset"}),
        ("🔴 obligatoire   🟢 apprécié\n🔴 Arabe\n🟢 Permis B", {"ar": "required", "B": "asset"}),
        ("++ indispensable / + apprécié\nArabe ++\nPermis B +", {"ar": "required", "B": "asset"}),
        # a sign behind each thing of a line, and notes in words of their own
        ("Hausa ¹, arabe ¹, peul ².\n¹ Condition impérative.\n² Sera pris en compte favorablement, sans plus.",
         {"ha": "required", "ar": "required", "ff": "asset"}),
        ("Arabic*, Hausa**, driving licence**\n* Applications without it will not be considered\n"
         "** We will be glad if you have them", {"ar": "required", "ha": "asset", "yes": "asset"}),
        ("Arabe¹ et peul², permis B²\n1 : indispensable. 2 : souhaité.",
         {"ar": "required", "ff": "asset", "B": "asset"}),
        ("Maîtrise de l'arabe (1) et du peul (2).\n(1) critère éliminatoire\n(2) critère de départage",
         {"ar": "required", "ff": "asset"}),
        ("Arabe*, peul*, haoussa\nLes points avec astérisque sont éliminatoires ; les autres sont de simples souhaits.",
         {"ar": "required", "ff": "required", "ha": "asset"}),
        ("– Peul\n– Permis B*\n* Souhaité, non éliminatoire.", {"ff": "required", "B": "asset"}),
        ("Peul † ........ 10\nPermis B ...... 5\n† Exigé. Les rubriques sans croix sont des atouts.",
         {"ff": "required", "B": "asset"}),
        ("N° ; Critère (O = obligatoire, F = facultatif)\n1 ; Peul ; O\n2 ; Permis B ; F",
         {"ff": "required", "B": "asset"}),
        ("Languages\tHausa\tE\n\tFula\tD\nKey: E essential, D desirable", {"ha": "required", "ff": "asset"}),
        # lines told of by their place, their letter or their capitals
        ("Peul\nArabe\n(ces deux premiers points sont éliminatoires ; les suivants sont des atouts)\nPermis B",
         {"ff": "required", "ar": "required", "B": "asset"}),
        ("The first two are required, the others are a plus:\n- Hausa\n- Arabic\n- Fula",
         {"ha": "required", "ar": "required", "ff": "asset"}),
        ("a. Peul\nb. Arabe\nc. Permis B\nSeul le critère a est impératif ; b à c sont de simples préférences.",
         {"ff": "required", "ar": "asset", "B": "asset"}),
        ("EN MAJUSCULES : exigé, en minuscules : seulement souhaité.\nPEUL\narabe\nPERMIS B",
         {"ff": "required", "ar": "asset", "B": "required"}),
        # a list mark is no sign
        ("* Peul courant\n* Permis B obligatoire", {"ff": "required", "B": "required"}),
        # labels
        ("Bienvenu ........ permis B\nIndispensable ... peul et arabe",
         {"B": "asset", "ff": "required", "ar": "required"}),
        ("[facultatif] peul\n[obligatoire] arabe", {"ff": "asset", "ar": "required"}),
        ("Requis : PHP, arabe.\nUn plus : Docker, peul, deux ans d'expérience en agence.",
         {"ar": "required", "ff": "asset", "2": "asset"}),
        ("Oblig. : arabe, premiers secours\nPas oblig. mais apprécié : peul, permis B",
         {"ar": "required", "ff": "asset", "B": "asset"}),
        ("Non obligatoires : QGIS, peul, permis B", {"ff": "asset", "B": "asset"}),
        ("Everything else is a wish, not a condition: pastry, Hausa", {"ha": "asset"}),
        ("Non-negotiable: driving licence | Hausa | Arabic\nNice bonus: Excel | Fula",
         {"yes": "required", "ha": "required", "ar": "required", "ff": "asset"}),
        ("Points bonus : QGIS (5 pts), peul (3 pts)", {"ff": "asset"}),
        ("Inutile : permis de conduire", {}),
        ("Non exigé : permis B", {}),
        ("Langues : arabe ; peul ou haoussa", {"ar": "required", "ff": "required", "ha": "required"}),
        ("Ce dont nous ne pouvons nous passer : un master, l'arabe\nCe qui nous importe peu : le peul",
         {"master": "required", "ar": "required"}),
        ("What we can't do without: a master, Hausa\nWhat we don't care about: Arabic",
         {"master": "required", "ha": "required"}),
        ("Il faut :\n- parler peul\nIl n'est pas utile d'avoir :\n- le permis\n- une connaissance de l'arabe",
         {"ff": "required"}),
        ("Notre socle : licence, peul, permis B", {"licence": "required", "ff": "required", "B": "required"}),
        ("Licence de lettres, haoussa ou histoire.", {"Licence": "required"}),
        ("You must have: Hausa\nYou may also have (none of it compulsory): Arabic; a driving licence",
         {"ha": "required", "ar": "asset", "yes": "asset"}),
        ("Outil, sans être indispensable : Zoom\nLangue, sans être indispensable : peul", {"ff": "asset"}),
        ("Les indispensables : un master, peul\nLes inutiles : le permis, l'arabe",
         {"master": "required", "ff": "required"}),
        ("1) Indispensables\n   - peul\n2) Non indispensables mais valorisées\n   - arabe\n   - permis B",
         {"ff": "required", "ar": "asset", "B": "asset"}),
        ("Optional\n--------\n* Hausa\n* a driving licence", {"ha": "asset", "yes": "asset"}),
        ("Non requis, mais compté en votre faveur : – peul – permis B\nNon requis et sans effet : – arabe",
         {"ff": "asset", "B": "asset"}),
        # … but none that says something of a thing
        ("L'espagnol est un plus : vous parlerez arabe tous les jours.", {"es": "asset", "ar": "required"}),
        # headings over lines without list marks
        ("Requis\nArabe et peul\nPréférentiel\nHaoussa\nPermis B",
         {"ar": "required", "ff": "required", "ha": "asset", "B": "asset"}),
        ("Preference will be given to those who also\n- speak Fula\n- have a driving licence",
         {"ff": "asset", "yes": "asset"}),
        ("B. Éléments valorisés, non obligatoires\nB1. Peul : 10 points\nB2. Permis de conduire : 5 points",
         {"ff": "asset", "yes": "asset"}),
        ("Écrivez si vous cochez ces cases :\n☑ peul + arabe\nEt encore plus si vous cochez celles-ci :\n☐ permis B",
         {"ff": "required", "ar": "required", "B": "asset"}),
    ],
)  # fmt: skip
def test_sign_label_or_heading(lines: str, right: dict[str, str]) -> None:
    assert _asked(lines) == right


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("\tObligatoire\tSouhaité\nBac+3 en droit\t\t✓\nPeul\t✓\t\nArabe\t\t✓",
         {"Bac+3": "asset", "ff": "required", "ar": "asset"}),
        ("Criterion\tEssential\tDesirable\nHausa\tX\t\nDriving licence\t\tX", {"ha": "required", "yes": "asset"}),
        ("| Rubrique | Obligatoire | Facultatif |\n| Langues | peul | arabe |\n| Permis | – | – |",
         {"ff": "required", "ar": "asset"}),
        ("Critère | Requis | Atout\nPermis | – | B", {"yes": "asset"}),
        ("Thème / Minimum / Bonus\nDiplôme / Bac+2 / –\nLangue / peul / arabe",
         {"Bac+2": "required", "ff": "required", "ar": "asset"}),
        ("| Objet | Minimum exigé | Est un plus |\n| Langues | peul, arabe | haoussa |\n| Permis | – | permis B |",
         {"ff": "required", "ar": "required", "ha": "asset", "B": "asset"}),
        ("Item\tRequired by law\tWould be a bonus\nLanguage\tHausa\tFula", {"ha": "required", "ff": "asset"}),
        # the weight is the last cell, or what is ticked at its end
        ("Arabe\trequis\nPeul\tbonus\nPermis B\tbonus", {"ar": "required", "ff": "asset", "B": "asset"}),
        ("Arabic            [x] must   [ ] plus\nHausa             [ ] must   [x] plus",
         {"ar": "required", "ha": "asset"}),
        ("1 ; Peul ; éliminatoire\n2 ; Arabe ; 10 pts de bonus\n3 ; Permis B ; 2 pts de bonus",
         {"ff": "required", "ar": "asset", "B": "asset"}),
        ("Requis :\t\tpeul\n\t\tarabe\nOptionnel :\thaoussa\n\t\tpermis B",
         {"ff": "required", "ar": "required", "ha": "asset", "B": "asset"}),
        # a cell a line
        ("Langues appréciées\nPeul\nPermis B\nExigé", {"ff": "asset", "B": "required"}),
        ("Domaine\nExigé\nSouhaité\nÉtudes\nBaccalauréat\n–\nLangues\npeul\narabe\nDivers\n–\npermis B",
         {"Baccalauréat": "required", "ff": "required", "ar": "asset", "B": "asset"}),
        ("Peul, arabe\nExigé\nPermis B\nApprécié\nHaoussa\nApprécié",
         {"ff": "required", "ar": "required", "B": "asset", "ha": "asset"}),
    ],
)  # fmt: skip
def test_table_of_weights(lines: str, right: dict[str, str]) -> None:
    assert _asked(lines) == right


@pytest.mark.parametrize(
    ("line", "right"),
    [
        # by a pronoun, of the thing or of all of them
        ("Peul et songhaï : préférence sera donnée aux candidats qui les parlent.", {"ff": "asset", "ses": "asset"}),
        ("Somali: preference to candidates who speak it.", {"so": "asset"}),
        ("Les patients parlent surtout peul ; en comprendre un peu serait un vrai plus.", {"ff": "asset"}),
        ("The village speaks Hausa; knowing some would be an advantage.", {"ha": "asset"}),
        ("Parler russe avec les clients, avoir le permis B : ce sont des plus.", {"ru": "asset", "B": "asset"}),
        ("Speaking Russian, having a driving licence: all of this would be a bonus.", {"ru": "asset", "yes": "asset"}),
        ("Sans être nécessaires, le peul et le russe vous aideraient.", {"ff": "asset", "ru": "asset"}),
        ("On préfère, à dossier égal, qui conduit (permis B).", {"B": "asset"}),
        ("The college would welcome Russian and a driving licence.", {"ru": "asset", "yes": "asset"}),
        ("Python serait bienvenu, le permis aussi.", {"yes": "asset"}),
        # by what one does in it, or cannot do without it
        ("Notre lettre paraît en peul et en arabe, et c'est vous qui l'écrirez dans les deux langues.",
         {"ff": "required", "ar": "required"}),
        ("You will write every proposal yourself, half of them in Hausa.", {"ha": "required"}),
        ("Langue des cours : peul (exigé)", {"ff": "required"}),
        ("Il faut conduire : sans permis le poste n'est pas tenable.", {"yes": "required"}),
        ("On cherche quelqu'un qui connaît Excel et qui a son permis.", {"yes": "required"}),
        ("Les séances se déroulent en peul.", {"ff": "required"}),
        ("You will brief visitors in Hausa and report to head office in Arabic.", {"ha": "required", "ar": "required"}),
        ("Vous passez aisément du peul à l'arabe.", {"ff": "required", "ar": "required"}),
        ("Your Hausa has to be faultless.", {"ha": "required"}),
        ("Venez avec votre permis, sinon ça ne marche pas.", {"yes": "required"}),
        # welcome by a condition, an echo or an answer
        ("Si le peul vous est familier, vous partirez avec une longueur d'avance.", {"ff": "asset"}),
        ("With Hausa or Fula, you will stand out.", {"ha": "asset", "ff": "asset"}),
        ("Le peul est un atout, comme l'arabe.", {"ff": "asset", "ar": "asset"}),
        ("Vous parlez peul ? Cela nous intéresse.", {"ff": "asset"}),
        ("Permis B, peul et Excel en sus si possible.", {"B": "asset", "ff": "asset"}),
        ("Hausa is not an advantage but a must.", {"ha": "required"}),
        # not of who is looked for
        ("On chante aussi en peul, c'est Aminata qui s'en charge.", {}),
        ("Les gardiens parlent peul et arabe entre eux.", {}),
        ("Our office chats in Hausa; you need neither that nor Fula.", {}),
        ("Permis et voiture : inutiles.", {}),
        ("Les entretiens auront lieu en arabe devant un jury.", {}),
        ("Nous recevons des personnes qui parlent persan ou russe.", {}),
        ("Nous cherchons des personnes qui parlent persan ou russe.", {"fa": "required", "ru": "required"}),
        ("The calls are taken by our German-speaking colleague.", {}),
        ("L'arabe tchadien est parlé dans l'équipe ; il n'est pas requis.", {}),
        ("The island's language is Creole; you need not know it.", {}),
        ("Il ne vous faut pas : le russe, une voiture.", {}),
    ],
)  # fmt: skip
def test_sentence_of_weight(line: str, right: dict[str, str]) -> None:
    assert _asked(f"Votre profil\n\n{line}") == right
