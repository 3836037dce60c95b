"""Years and degrees in sentences that demand or wish in their own way, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import degree, experience
from assistant.readers.content import Content
from assistant.reading import posting_of

_ABOVE = "Chargé de mission\n\nAssociation Nour, Sfax\n\nNous cherchons quelqu'un de fiable.\n"


def years(text: str) -> list[tuple[float | None, str]]:
    found = experience.facts(posting_of("cases", "case", Content(f"{_ABOVE}{text}\n")))
    return [(fact.value.min, fact.modality) for fact in found if isinstance(fact.value, Years)]


def degrees(text: str) -> list[tuple[str, str]]:
    return [(str(f.value), f.modality) for f in degree.facts(posting_of("cases", "case", Content(f"{_ABOVE}{text}\n")))]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # a further thing that a verb demands, a label heads or a cue weighs
        ("Nous demandons un BTS et quatre ans de maraîchage.", (4, "required")),
        ("We ask for a degree and three years in microfinance.", (3, "required")),
        ("Ce sans quoi nous ne vous recevrons pas : un CAP et deux ans auprès de malades.", (2, "required")),
        ("What would please us: Italian, two years in a museum, Canva.", (2, "asset")),
        ("CAP exigé, anglais inutile, 3 ans d'atelier souhaités.", (3, "asset")),
        ("Italian - driving licence - 3 years in banking", (3, "required")),
        ("Exigences\nanglais\npermis B\nun an en cuisine\n", (1, "required")),
        ("The candidate has a diploma and four years in grants.", (4, "required")),
        ("Quelqu'un qui a derrière lui trois années pleines dans le plaidoyer.", (3, "required")),
        ("We only interview people with three years of evaluation.", (3, "required")),
        ("You come with five years in procurement.", (5, "required")),
        ("Votre CV montre trois ans de paie.", (3, "required")),
        # what else the sentence says is of other things
        ("Two years in sales is our floor.", (2, "required")),
        ("Trois ans derrière un bar : en dessous, inutile de nous appeler.", (3, "required")),
        ("Deux années à l'hôpital, c'est le plancher.", (2, "required")),
        ("Sans deux ans de soudure, nous ne pourrons pas vous prendre.", (2, "required")),
        ("Without two years of welding we cannot take you.", (2, "required")),
        ("Eighteen months on a help desk, minimum.", (1.5, "required")),
        ("Permis détenu depuis cinq ans et quatre ans d'expérience comme chauffeur exigés.", (4, "required")),
        # wishes
        ("Trois années de pratique seraient l'idéal, mais nous lirons aussi les novices.", (3, "asset")),
        ("Three years in a newsroom would be the ideal.", (3, "asset")),
        ("Un an de vente serait confortable, pas davantage.", (1, "asset")),
        ("Deux ans d'expérience nous rassureraient.", (2, "asset")),
        ("Un an ou deux en bibliothèque nous rassurerait.", (1, "asset")),
        ("A couple of years in a lab would reassure us.", (2, "asset")),
        ("Two years in a laundry would be lovely but we can teach you.", (2, "asset")),
        ("Un an déjà fait en livraison, ce serait top.", (1, "asset")),
        ("Nous verrions d'un bon œil cinq ans de métier.", (5, "asset")),
        ("Expérience, sans être indispensable : 7 ans.", (7, "asset")),
        ("Deux ans d'expérience : bien, mais pas vital.", (2, "asset")),
        ("Avoir deux ans de métier : bonus aussi.", (2, "asset")),
        ("Deux ans de transport : si possible également.", (2, "asset")),
        ("Préférence à qui compte déjà deux ans d'enquêtes.", (2, "asset")),
        ("Le permis serait un avantage, comme deux ans d'expérience.", (2, "asset")),
        ("French is an asset, as are two years with an NGO.", (2, "asset")),
        ("Quatre ans dans le microcrédit : c'est un atout, non une obligation.", (4, "asset")),
        ("Four years in retail: an asset, not an obligation.", (4, "asset")),
        ("Cinq ans d'expérience, mais ce n'est pas un critère éliminatoire.", (5, "asset")),
        ("Two years in a bank, though we do not insist on it.", (2, "asset")),
        ("Two years in the role would be a strong point.", (2, "asset")),
        ("Deux ans de pratique vous feront gagner des points.", (2, "asset")),
        ("You might also have two years in a similar role.", (2, "asset")),
        ("Peut-être avez-vous aussi deux ans de métier à raconter.", (2, "asset")),
        ("We'd be even happier with two years in logistics.", (2, "asset")),
        ("A candidate with three years in radio would have our preference.", (3, "asset")),
        ("Merci de ne postuler qu'avec trois ans d'officine au moins.", (3, "required")),
        ("Notre exigence : quatre ans de régie.", (4, "required")),
        ("A ten-year career in public health is expected.", (10, "required")),
        ("Two years in a bookshop? We would not say no.", (2, "asset")),
        ("Trois ans dans la vente. C'est un plus, rien d'autre.", (3, "asset")),
        ("Three years in sales. This is a must.", (3, "required")),
        ("Licence souhaitée, trois ans de métier exigés", (3, "required")),
        ("Licence exigée, trois ans de métier souhaités", (3, "asset")),
        ("Expérience | souhaitée, 3 ans", (3, "asset")),
        ("Conditions : CDI.\nOn forme, mais deux ans de livraison seraient bienvenus.", (2, "asset")),
        ("Terms: permanent.\nWe train you, though two years of deliveries would be handy.", (2, "asset")),
        ("Deux ans de labo vous placeront en tête de liste.", (2, "asset")),
        ("You should bring two years from a comparable role.", (2, "required")),
        ("Deux hivers en station au minimum.", (2, "required")),
        # not of the candidate
        ("Conditions : un contrat de deux ans au siège, renouvelable.", None),
        ("Valid for two years from the date of issue.", None),
        ("Peu importe que vous ayez un an ou dix ans de métier.", None),
        ("Trois années d'enseignement supérieur au minimum.", None),
        ("Nous demandons du sérieux, et la convention court sur trois ans.", None),
        ("L'anglais est exigé ; le contrat est de deux ans au siège.", None),
        ("English, a driving licence, and a contract of two years in the field.", None),
        ("Un stage de trois mois ou deux ans de contrat sont possibles.", None),
    ],
)
def test_years(text: str, right: tuple[float, str] | None) -> None:
    assert years(text)[:1] == ([right] if right else [])


def test_years_of_teaching_are_those_of_a_teacher() -> None:
    text = "Enseignante de chimie\n\nÉcole Nour, Sfax\n\nCinq ans d'enseignement supérieur seraient appréciés.\n"
    [fact] = experience.facts(posting_of("cases", "case", Content(text)))
    assert (fact.value, fact.modality) == (Years(5), "asset")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The baccalaureate is required.", "required"),
        ("A baccalaureate would be a plus.", "asset"),
        ("Diplôme demandé : bac", "required"),
        ("Le bac serait un plus.", "asset"),
        ("Bac souhaité", "asset"),
        ("Les indispensables : le bac, Excel, une voix claire.", "required"),
        ("We require a Bachelor of Laws and English.", "required"),
        ("Master of Public Policy preferred", "asset"),
        ("Vous êtes ingénieure en génie rural.", "required"),
        ("Ingénieur en génie civil, dix ans de chantier : sans cela, ne postulez pas.", "required"),
        ("Le BTS est exigé ; les dossiers sans ce diplôme ne seront pas instruits.", "required"),
        ("Without a PhD and fluent English, an application will not go further.", "required"),
        ("Aucune candidature sans BTS ne sera étudiée.", "required"),
        ("Nous apprécions aussi une licence, quelle que soit la discipline.", "asset"),
        ("Une licence, quelle que soit la discipline", "required"),
        ("Un BEP, ou un CAP de cuisine, sera regardé avec bienveillance.", "asset"),
        ("Un master serait l'idéal.", "asset"),
        ("On regardera d'un bon œil un CAP.", "asset"),
        ("We would look kindly on a bachelor's degree.", "asset"),
        ("Un diplôme d'ingénieur fera la différence.", "asset"),
        ("A state diploma is called for.", "required"),
        ("Vos missions : tenir la caisse.\nTrois ans exigés, licence souhaitée", "asset"),
        ("Your tasks: keep the till.\nA degree is required.", "required"),
        ("You might also hold a BSc.", "asset"),
        ("Ingénieure diplômée d'une école de Tunis, vous justifiez de cinq ans.", "required"),
        ("Agronome, ou ingénieur agronome ou équivalent", "required"),
        ("A baccalaureate plus two years of study is required.", "required"),
        # none of a candidate
        ("Ingénieurs en cybersécurité, réseau et cloud, cette équipe est la vôtre.", None),
        ("Vos missions : préparer des élèves à la licence et au BTS.", None),
        ("Nul besoin d'un master.", None),
        ("We do not mind whether or not you have a degree: none is needed.", None),
        ("You will be the Master of Ceremonies of our gala.", None),
        ("Vous encadrez un ingénieur en génie civil et deux techniciens.", None),
        ("Le bac à sable est à nettoyer chaque matin.", None),
    ],
)
def test_degrees(text: str, right: str | None) -> None:
    found = {modality for _, modality in degrees(text)}
    assert found == ({right} if right else set())
