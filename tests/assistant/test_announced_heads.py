"""Title, employer and place as calls of associations and agencies give them."""

from __future__ import annotations

import pytest

from assistant.readers.content import Content
from assistant.reading import posting_of


def read(text: str) -> tuple[str, str, str]:
    posting = posting_of("cases", "case", Content(text))
    return posting.title.of(text), posting.organisation.of(text), posting.location.of(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("APPEL A CANDIDATURE\nPOUR LE RECRUTEMENT D'UN COMPTABLE\n\nLa Coopérative Agricole « TAITMATINE » pour la"
         " production d'huile d'argan, sise à Tiout, recrute :\nLIEU           : Tiout, à 25 km de Taroudant\n",
         ("COMPTABLE", "Coopérative Agricole « TAITMATINE » pour la production d'huile d'argan", "Tiout")),
        ("Notice\nPost: cook\nLocation: Kisoro, 12 km from Kabale\nNGO Hearts\n", ("cook", "NGO Hearts", "Kisoro")),
        ("AVIS A MANIFESTATION D'INTERET\nPOUR LE RECRUTEMENT D'UN(E) SPECIALISTE EN PASSATION DES MARCHES\n\n"
         "ONG Aqua Sahel, Niamey\n", ("SPECIALISTE EN PASSATION DES MARCHES", "ONG Aqua Sahel", "Niamey")),
        ("AVIS D'APPEL A CANDIDATURES\nEN VUE DU RECRUTEMENT DE DEUX TECHNICIENS AGRICOLES\n\nONG Aqua Sahel, Niamey\n",
         ("TECHNICIENS AGRICOLES", "ONG Aqua Sahel", "Niamey")),
        ("OFFRE DE VOLONTARIAT (VSI)\n\nStructure d'accueil : Maison des Jeunes de Saint-Louis (Sénégal)\nStructure"
         " d'envoi : Passerelles Solidaires, Nantes\nIntitulé : Volontaire appui à la communication\n",
         ("Volontaire appui à la communication", "Maison des Jeunes de Saint-Louis (Sénégal)", "Saint-Louis")),
        ("ONG FEMAV, basée à Bamako, recherche\n\nUN(E) SUPERVISEUR(E) NUTRITION – BASE DE SIKASSO\n",
         ("SUPERVISEUR(E) NUTRITION – BASE DE SIKASSO", "ONG FEMAV", "SIKASSO")),
        ("WASH Co-coordinator\n\nHere is a vacancy with Secours Populaire International (SPI), co-lead of the cluster"
         " in Bangui.\n", ("WASH Co-coordinator", "Secours Populaire International", "Bangui")),
        ("Recrutement local d'un-e chef-fe de projet eau\nONG Aqua Sahel\nLieu : Gazoua, région de Kolda\n",
         ("chef-fe de projet eau", "ONG Aqua Sahel", "Gazoua")),
        ('From: "HR Desk" <hr@hope.example>\nSubject: Vacancy: Supervisor\n\nHOPE BRIDGE – POSITION ANNOUNCEMENT\n\n'
         "Job title ........ Volunteers Supervisor\nPosts ........ 2 in Halba\n\nComplaints: feedback@hope.example\n",
         ("Volunteers Supervisor", "HOPE BRIDGE", "Halba")),
        ("Croissant Vert Libanais – Section Tyr\nRecherche pour son centre de jour\n\nAide-soignant(e) – 2 postes\n",
         ("Aide-soignant(e) – 2 postes", "Croissant Vert Libanais", "Tyr")),
        ("Institut Français de Nouadhibou – Avis de vacance\n\nPoste : médiathécaire\nDossier avant le 11 mai, heure"
         " de Nouakchott\n", ("médiathécaire", "Institut Français de Nouadhibou", "Nouadhibou")),
        ("Poste ouvert au sein de l'antenne de Kaya de l'association Terre d'Asile Sahel\n\nChargé(e) de protection de"
         " l'enfance\nCDD 9 mois | Kaya\n", ("Chargé(e) de protection de l'enfance", "Terre d'Asile Sahel", "Kaya")),
        ("VACANCY - Re-advertised\n(Those who applied in June need not re-apply)\n\nFinance & Grants Officer\n"
         "Organisation: Peace Seeds\nLocation: Zahle\n", ("Finance & Grants Officer", "Peace Seeds", "Zahle")),
        ("*Transféré plusieurs fois*\n\nBonjour, l'association *Ait n'Oufella* (Tazarine, province de Zagora) cherche"
         " *une animatrice* pour son centre.\n", ("animatrice", "Ait n'Oufella", "Tazarine")),
        ("Forwarded many times\n\nHello all, the association Hands Up (Accra) is looking for *a cook*.\n",
         ("cook", "Hands Up", "Accra")),
        ("L'association *Main dans la Main* de Safi cherche *2 éducatrices de préscolaire* pour sa crèche.\n\n✅ bac"
         " + 2 ou diplôme d'éducatrice\n", ("2 éducatrices de préscolaire", "Main dans la Main", "Safi")),
        ("La Fondation Al Ghad recrute\n\nSon / sa RESPONSABLE ADMINISTRATIF ET FINANCIER\n\nCDI\n",
         ("RESPONSABLE ADMINISTRATIF ET FINANCIER", "Fondation Al Ghad", "")),
        ("GREEN WORLD FUND\n\nJob Title: Project Analyst\nDeadline: 22-Nov-26 (Midnight New York, USA)\n\n"
         "Good French is also essential.\n", ("Project Analyst", "GREEN WORLD FUND", "")),
        ("COOPERIA – Agence publique\nAPPEL A CANDIDATURES\nExpert en finances (H/F)\n| Poste | non accompagné |\n",
         ("Expert en finances (H/F)", "COOPERIA", "")),
        ("COMITE D'EAU DE FOND-JEAN\nMarigot, Haïti\n\nAvis : nous avons besoin d'un plombier-technicien\n",
         ("plombier-technicien", "COMITE D'EAU DE FOND-JEAN", "Marigot")),
    ],
)  # fmt: skip
def test_heads_of_calls(text: str, right: tuple[str, str, str]) -> None:
    assert read(text) == right
