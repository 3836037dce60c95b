"""What is read of a web page, and what is not."""

from __future__ import annotations

import codecs
import contextlib

import pytest

from assistant.domain import Notice
from assistant.readers.content import Content, Unreadable
from assistant.readers.kinds import kind_of
from assistant.readers.webpage import contents_of, read
from tests.growth import assert_linear
from tests.makers.web import HIDDEN, INSTRUCTION, SHEET, html_of

HIDDEN_TEXT = (Notice("hidden_text"),)


def text_of(html: str) -> str:
    return contents_of(html)[0].text


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _table(*cells: str) -> str:
    return f"<table>{_row(*cells)}</table>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Poste</h1><p>Un  texte\nlong</p><h3>Profil</h3>", "# Poste\n\nUn texte long\n\n### Profil"),
        ("<ul><li>un</li><li><p>deux</p></li></ul><p>fin</p>", "- un\n- deux\n\nfin"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "- a\n- b"),
        ("<p><b>Profil recherché</b></p><p>Bac <b>+5</b></p>", "**Profil recherché**\n\nBac +5"),
        ("<p><strong>Missions</strong><br>- un<br>\n- deux</p>", "**Missions**\n- un\n- deux"),
        ("<p>un<br><br>deux</p>", "un\n\ndeux"),
        ("<div>un<div>deux</div>trois</div>", "un\n\ndeux\n\ntrois"),
        ("<table><tr><th>Lieu<td>Fès<tr><th>Contrat :<td>CDD</table>", "Lieu : Fès\nContrat : CDD"),
        ("<table><tr><td>a</td><td>b</td><td>c</td></tr></table>", "a | b | c"),
        # Two labels with their values beside each other, or labels over one row of values.
        (f"<table>{_row('Lieu', 'Fès', 'Contrat', 'CDD')}{_row('Début', 'mai', 'Durée', 'un an')}</table>",
         "Lieu : Fès\nContrat : CDD\nDébut : mai\nDurée : un an"),
        (f"<table>{_row('<b>Zone</b>', 'Nord', '<b>Cadre</b>', 'CDD')}</table>", "Zone : Nord\nCadre : CDD"),
        (f"<table>{_row('Lieu', ':', 'Fès')}{_row('Durée', ':', 'un an')}</table>", "Lieu : Fès\nDurée : un an"),
        ("<table><tr><th>Zone<th>Cadre<tr><td>Nord<td>CDD</table>", "Zone : Nord\nCadre : CDD"),
        ("<table><tr><th>Zone<th>Cadre<tr><td>Nord<td>CDD<tr><td>Sud<td>CDI</table>",
         "Zone | Cadre\nNord | CDD\nSud | CDI"),
        (f"<table>{_row('Jour', 'Ville', 'Nombre')}{_row('lundi', 'Fès', 'deux')}</table>",
         "Jour | Ville | Nombre\nlundi | Fès | deux"),
        # Tables within tables, and lists of terms.
        (f"<table><tr><td>{_table('Lieu', 'Fès')}</td><td>{_table('Durée', 'un an')}</td></tr></table>",
         "Lieu : Fès\nDurée : un an"),
        ("<table><tr><td>Cadre<td><dl><dt>Lieu<dd>Fès<dt>Durée<dd>un an</dl></table>",
         "Cadre :\n\nLieu : Fès\nDurée : un an"),
        ("<dl><dt>Lieu<dd>Fès<dt>Langues<dd>Français</dd><dd>Arabe</dl>", "Lieu : Fès\nLangues : Français, Arabe"),
        ("<dl><div><dt>Lieu</dt><dd>Fès</dd></div><div><dt>Durée</dt><dd><p>un an</p></dd></div></dl>",
         "Lieu : Fès\nDurée : un an"),
        (f"<table>{_row('Lieu', 'Fès')}{_row('Une personne engagée.', 'Oui')}{_row('Durée', 'un an')}</table>",
         "Lieu : Fès\n\nUne personne engagée.\n\nOui\n\nDurée : un an"),
        ("<table><tr><td><h2>Profil</h2><ul><li>un</li></ul></td></tr></table>", "## Profil\n\n- un"),
        ("<dl><dt>Lieu</dt><dd>Fès</dd><dt>Date</dt><dd>1er mai</dd></dl>", "Lieu : Fès\nDate : 1er mai"),
        ("<p>Écrire à <a href='mailto:rh%40a.example?subject=x'>nous</a></p>", "Écrire à nous (rh@a.example)"),
        ("<p>Mail : <a href='mailto:rh@a.example'>rh@a.example</a></p>", "Mail : rh@a.example"),
        ("<p><a href='https://a.example/p/1'>Postuler</a></p>", "Postuler (https://a.example/p/1)"),
        ("<p>Apply <a href='https://a.example/p/1'>here</a></p>", "Apply here (https://a.example/p/1)"),
        ("<p>Le <a href='https://fr.example/wiki'>Maroc</a> et plus</p>", "Le Maroc et plus"),
        ("<p>Formation sur <a href='https://in.example/x'>LinkedIn</a></p>", "Formation sur LinkedIn"),
        ("<details><summary>Profil</summary><p>Bac +5</p></details>", "**Profil**\n\nBac +5"),
        ("<pre>un\n  deux</pre>", "un\ndeux"),
        ("<p>12&nbsp;000&#128; l&rsquo;an &amp; &lt;plus&gt;</p>", "12\u00a0000€ l’an & <plus>"),
        ("<p>e\u0301te\u0301</p>", "été"),
        ("<p>un<script>x</script>deux</p>", "undeux"),
    ],
)  # fmt: skip
def test_structure(html: str, text: str) -> None:
    assert text_of(f"<html><body><main>{html}</main></body></html>") == text


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=/>Accueil</a> Recrutement</nav>",
        "<div role=navigation>Accueil</div>",
        "<footer>Mentions légales</footer>",
        "<div id=cookie-bar><p>Nous utilisons des cookies</p></div>",
        "<div class=onetrust-pc><p>Accept all cookies</p></div>",
        "<button>Partager</button><select><option>France<option>Maroc</select>",
        "<div class=related-jobs><a href=/1>Médecin à Dakar</a> <a href=/2>Chauffeur</a></div>",
        "<div><a href=/a>Emploi</a> <a href=/b>Stages</a> <a href=/c>Contact</a> <a href=/d>Aide</a></div>",
    ],
)
def test_what_is_around_a_posting_is_left_out(furniture: str) -> None:
    page = f"<body>{furniture}<article><h1>Poste</h1><p>Un texte.</p></article>{furniture}</body>"
    assert contents_of(page) == [Content("# Poste\n\nUn texte.")]


@pytest.mark.parametrize(
    "html",
    [
        "<header><h1>Poste</h1></header>",
        "<aside><p>Date limite : 1er mai</p></aside>",
        "<article><footer>Envoyer un CV avant le 1er mai</footer></article>",
        "<section id=consent-form><p>Le poste comprend la collecte du consentement éclairé des patients.</p></section>"
        + "<p>x</p>" * 2000,
        "<div aria-hidden=true>Profil</div>",
        "<div class=sidebar><p>Contrat : CDD</p><a href=/x>Plus</a></div>",
        "<p style='color:#fff;background:#000'>Poste</p>",
        "<td bgcolor=navy><font color=white>Poste</font></td>",
        "<div style='font-size:0'><span style='font-size:14px'>Poste</span></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>Poste</p></div>",
        "<p style='opacity:0;transform:translateY(20px)'>Poste</p>",
        "<div style='background:url(a.png)'><h1 style='color:white'>Poste</h1></div>",
        "<a href=#p1>Profil</a><div id=p1 class=accordion-body style='display:none'>Bac +5</div>",
        "<style>.tab{display:none} .tab.on{display:block}</style><div class='tab on'>Profil</div>",
        "<style>body{visibility:hidden}</style><p>Poste</p>",
        "<style>@media print{p{display:none}} p:hover,div p{display:none}</style><p>Poste</p>",
        "<style>h2{color:#fff} .hero{background:#123}</style><div class=hero><h2>Poste</h2></div>",
    ],
)
def test_nothing_of_a_posting_is_lost(html: str) -> None:
    """To lose a requirement is worse than to keep an entry of a menu."""
    (content,) = contents_of(f"<html><body>{html}</body></html>")
    assert len(content.text) >= len("Poste")
    assert content.notices == ()


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_text_is_not_read(hidden: str) -> None:
    page = f"<style>{SHEET}</style><p>Avant</p>{hidden.format(INSTRUCTION)}<p>Après</p>"
    (content,) = contents_of(page)
    assert content.text == "Avant\n\nAprès"
    code = hidden.startswith(("<template", "<noscript", "<!--", "<script"))
    assert content.notices == (() if code else HIDDEN_TEXT)


@pytest.mark.parametrize(
    "style",
    [
        "clip:rect(0 0 0 0);position:absolute",
        "clip-path: inset(50%)",
        "height:0;overflow:hidden",
        "font-size:.1pt",
        "transform: scale(0)",
        "color:rgba(0,0,0,0)",
        "color:transparent",
        "margin-left:-2000px",
        "color:rgb(255, 255, 255)",
        "DISPLAY: NONE",
        "display:none!important",
        "background:#000",
        "color:#FFF !important",
        "left:-99em;position:fixed",
    ],
)
def test_ways_to_hide(style: str) -> None:
    assert contents_of(f"<p>Avant</p><p style='{style}'>{INSTRUCTION}</p>")[0] == Content("Avant", notices=HIDDEN_TEXT)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset=iso-8859-1><p>Fès – 5 €".encode("cp1252"), "Fès – 5 €"),
        ("<meta charset=utf-8><p>Fès".encode(), "Fès"),
        ("<meta charset=iso-8859-1><p>Fès".encode(), "Fès"),  # it is not what it says
        (codecs.BOM_UTF8 + "<meta charset=windows-1256><p>Fès".encode(), "Fès"),
        (codecs.BOM_UTF16_LE + "<meta charset=utf-8><p>Fès".encode("utf-16-le"), "Fès"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1256'><p>خبرة".encode("cp1256"), "خبرة"),
        ("<meta charset=nothing><p>Chargé d’été".encode("cp1252"), "Chargé d’été"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><html><p>Fès</p></html>".encode("cp1252"), "Fès"),
        ("<meta charset=utf-8><p>Chargé d’été".encode("mac_roman"), "Chargé d’été"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read(data, "a.html")[0].text == text


def test_a_guess_is_said() -> None:
    assert read("<p>Chargé d’été".encode("cp1252"), "")[0].notices == (Notice("guessed_encoding", "Windows-1252"),)


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=canonical href='https://a.example/1'>",
        "<meta property=og:url content='https://a.example/1'>",
        "<!-- saved from url=(0019)https://a.example/1 -->",
    ],
)
def test_where_a_page_came_from(head: str) -> None:
    assert read(f"<html><head>{head}</head><p>Poste</p></html>".encode(), "")[0].fields == (
        ("link", "https://a.example/1"),
    )


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "span style='font-size:1em'"])
def test_deep_nesting(tag: str) -> None:
    (content,) = contents_of("<html>" + f"<{tag}>" * 450 + "texte profond")
    assert "texte profond" in content.text
    with pytest.raises(Unreadable, match="nested more deeply"):
        assert_linear(contents_of, "<html>" + f"<{tag}>" * 100_000)


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>x</b>" * 60_000,
        "<!--" * 200_000,
        "<style>" + "/*" * 200_000,
        "<style>" + "{" * 300_000 + "</style>x",
        "<style>" + "".join(f".a.b{n}{{color:#fff}}" for n in range(20_000)) + "</style>" + "<p class=a>x</p>" * 1_000,
        "<p class='" + "a " * 300_000 + "'>x",
        "<p style='" + "color:#fff;" * 50_000 + "'>x",
        "<div class=cookie>cookie" * 1_900,
        "<div class=menu><a href=/>x</a>" * 900,
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script>x",
        "<script type='application/ld+json'>{" + ", " * 200_000 + "</script>x",
    ],
    ids=range(11),
)
def test_hostile_pages_take_no_time(html: str) -> None:
    def read(part: str) -> None:
        with contextlib.suppress(Unreadable):
            contents_of(f"<html>{part}</html>")

    assert_linear(read, html)


@pytest.mark.parametrize("html", ["<html></html>", "<script>x</script>", "<p> </p>"])
def test_a_page_without_text(html: str) -> None:
    assert text_of(html) == ""


def test_traps_of_a_made_page() -> None:
    (content,) = read(html_of("Poste\n\nUn texte.\n\nFin.").encode(), "")
    assert content == Content("Poste\n\nUn texte.\n\nFin.", notices=HIDDEN_TEXT)


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Vendeur (H/F)\n\nLieu : 31 - Toulouse\n\n<b>Missions</b> <br>Vous vendez.", "Lieu : 31 - Toulouse"),
        ("Nurse\nPlace: Juba\n<p>You <b>care</b>\nfor people.</p>", "Place: Juba"),
    ],
)
def test_the_lines_of_plain_text_in_which_tags_were_left_are_lines(written: str, lines: str) -> None:
    assert lines in read(written.encode(), "a.txt")[0].text.split("\n")


def test_the_lines_of_a_page_are_none() -> None:
    assert (
        read(b"<p>You care\nfor people.</p>\n<p>Daily\nwork</p>", "a.html")[0].text
        == "You care for people.\n\nDaily work"
    )


def test_tags_that_were_written_as_words_are_tags() -> None:
    written = (
        "Architecte (H/F)\n\nMissions&lt;br /&gt;- Piloter les projets&lt;br /&gt;- Encadrer l&#39;équipe&lt;br /&gt;"
        "&lt;p&gt;27 jours de congés &amp;amp; RTT&lt;/p&gt;"
    )
    data = written.encode()
    assert kind_of(data, "architecte.txt") == "html"
    lines = read(data, "architecte.txt")[0].text.split("\n")
    assert "Architecte (H/F)" in lines
    assert "- Encadrer l'équipe" in lines
    assert "27 jours de congés & RTT" in lines


def test_a_text_that_speaks_of_tags_stays_a_text() -> None:
    assert kind_of(b"You write HTML (&lt;p&gt;, &lt;br&gt;) by hand.\n", "dev.txt") == "text"
