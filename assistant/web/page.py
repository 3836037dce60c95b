"""The layout of the page, and which event calls which handler."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.web import source
from assistant.web.api import register
from assistant.web.backend import Backend
from assistant.web.calls import server_function
from assistant.web.chat import Chat
from assistant.web.conversation import Conversation
from assistant.web.wording import LANGUAGES, Wording, asset, script_words, wording

_MAX_TYPED = 50_000  # characters; a longer paste would be refused whole by the guard on request bodies
_STATE_SECONDS = 3_600
_EVENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
# The CV of this page goes with each question; one that was typed leaves its box.
_HAND_IN = "(...given) => [...given.slice(0, -1), chatPage.handIn()]"
_SEND = "(...given) => [...given.slice(0, -1), chatPage.handIn(given[0])]"
_LOG = "<div role='log' aria-live='polite' aria-label='Conversation' class='log'>${(value || []).join('')}</div>"
_SCRIPTS = ("core", "panels", "rows", "postings", "conversation", "pages", "letter", "adding")
STYLES = ("base", "chat", "source", "pages", "narrow")


def build_page(backend: Backend) -> gr.Blocks:
    """The whole page over `backend`; nothing of the backend is read before a person opens the page."""
    words = wording(LANGUAGES[0])
    chat = Chat(backend)
    page: gr.Blocks
    with gr.Blocks(
        title=words.title, analytics_enabled=False, fill_width=True, fill_height=True, delete_cache=(600, 3_600)
    ) as page:
        register(backend)
        conversation = gr.State(Conversation(), time_to_live=_STATE_SECONDS)
        handed = gr.Textbox(visible=False)  # the CV, which the script puts in the place of this box's value
        header, language = _top()
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="postings-column"):
                _mounted("postings", "chatPage.mountList(element)")
            with gr.Column(elem_id="chat-column"):
                _mounted("chat-bar", "chatPage.mountBar(element)")
                log, labelled = _chat(words)
            with gr.Column(elem_id="view-column"):
                _mounted("view", "chatPage.mountView(element)")
            with gr.Column(elem_id="source-column"):
                _source(backend, words)
        _connect(page, chat, header, language, [log, conversation, handed], labelled)
    return page


def theme() -> gr.themes.Base:
    """Plain, with the fonts of the person's own system: no font is fetched."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.gray,
        font=("system-ui", "-apple-system", "Segoe UI", "Noto Sans", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )


def head() -> str:
    """What goes into the head of the document: the page's own style sheet, script, and the words that it shows itself.

    The style sheet is here because Gradio, given it as `css`, puts a name of its own before every selector, and takes
    the commas within `:is(…)` for those between selectors. All of it but the root is nested, to weigh more than
    Gradio's own.
    """
    scripts = "\n".join(asset(f"{name}.js") for name in _SCRIPTS)
    nested = "\n".join(asset(f"{name}.css") for name in STYLES)
    styles = f"{asset('root.css')}\n.gradio-container {{\n{nested}\n}}"
    return f"<style>{styles}</style>\n<script>window.pageWords = {script_words()};\n{scripts}</script>"


def _top() -> tuple[gr.HTML, gr.Radio]:
    with gr.Row(elem_id="top"):
        header = gr.HTML(elem_id="header", apply_default_css=False, js_on_load="chatPage.mountHeader(element)")
        language = gr.Radio(
            [("FR", "fr"), ("EN", "en")],
            value=LANGUAGES[0],
            label="Langue / Language",
            elem_id="language",
            container=False,
        )
    return header, language


def _mounted(name: str, mount: str) -> None:
    """A place that the page's own script fills."""
    gr.HTML("", elem_id=name, html_template="<div class='mounted'></div>", apply_default_css=False, js_on_load=mount)


def _chat(words: Wording) -> tuple[gr.HTML, list[Any]]:
    """The conversation, and the question with the buttons send, stop and again."""
    log = gr.HTML(
        [],
        elem_id="log",
        html_template=_LOG,
        apply_default_css=False,
        # Gradio finds the names of the events in this very string.
        js_on_load="chatPage.mountLog(element, trigger, ['ask', 'restore', 'refresh', 'forget'])",
    )
    with gr.Row(elem_id="composer"):
        question = gr.Textbox(
            label=words.question,
            placeholder=words.placeholder,
            lines=1,
            max_lines=6,
            max_length=_MAX_TYPED,
            elem_id="question",
            autofocus=True,
        )
        send = gr.Button(words.send, variant="primary", elem_id="send")
        stop = gr.Button(words.stop, elem_id="stop")
        again = gr.Button(words.again, elem_id="again")
    return log, [question, send, stop, again]


def _source(backend: Backend, words: Wording) -> gr.HTML:
    return gr.HTML(
        source.no_source(words),
        elem_id="source",
        apply_default_css=False,
        js_on_load="chatPage.mountSource(element, props, server)",
        server_functions=[server_function(backend)],
    )


def _connect(
    page: gr.Blocks, chat: Chat, header: gr.HTML, language: gr.Radio, frame: list[Any], labelled: list[Any]
) -> None:
    log, conversation, handed = frame
    question, send, stop, again = labelled

    def show(held: Conversation, chosen: str) -> tuple[Any, ...]:
        top, shown, labels = chat.show(held, chosen)
        return (top, *shown, *labels)

    def load(chosen: str) -> tuple[Any, ...]:
        return (wording(chosen).language, *show(Conversation(), chosen))

    shown = [header, *frame, *labelled]
    page.load(load, [language], [language, *shown], js="() => [chatPage.pickLanguage()]", **_EVENT)
    language.input(
        show, [conversation, language], shown, js="(state, chosen) => [state, chatPage.setLanguage(chosen)]", **_EVENT
    )
    asked = [question, conversation, language, handed]
    gr.on([question.submit, send.click], chat.ask, asked, frame, js=_SEND, **_EVENT)
    log.ask(chat.ask_example, asked[1:], frame, js=_HAND_IN, **_EVENT)
    log.forget(chat.forget, [conversation, language], frame, **_EVENT)
    log.restore(chat.restore, [conversation, language], frame, **_EVENT)
    log.refresh(show, [conversation, language], shown, **_EVENT)
    stop.click(chat.stop, queue=False, **_EVENT)
    again.click(chat.again, [language], frame, **_EVENT)
