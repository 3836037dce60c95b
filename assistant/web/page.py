"""The layout of the page, and which event calls which handler."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.web import source
from assistant.web.backend import Backend
from assistant.web.chat import Chat
from assistant.web.conversation import Conversation
from assistant.web.wording import LANGUAGES, Wording, asset, wording

_MAX_TYPED = 50_000  # characters; a longer paste would be refused whole by the guard on request bodies
_STATE_SECONDS = 3_600
_EVENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_LOG = "<div role='log' aria-live='polite' aria-label='Conversation' class='log'>${(value || []).join('')}</div>"


def build_page(backend: Backend) -> gr.Blocks:
    """The whole page over `backend`; nothing of the backend is read before a person opens the page."""
    words = wording(LANGUAGES[0])
    chat = Chat(backend)
    page: gr.Blocks
    with gr.Blocks(
        title=words.title, analytics_enabled=False, fill_width=True, fill_height=True, delete_cache=(600, 3_600)
    ) as page:
        conversation = gr.State(Conversation(), time_to_live=_STATE_SECONDS)
        header, language = _top()
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="postings-column"):
                listed = gr.HTML(elem_id="postings", apply_default_css=False)
            with gr.Column(elem_id="chat-column"):
                log, question, buttons = _chat(words)
            with gr.Column(elem_id="source-column"):
                panel = _source(chat, words)
        _connect(page, chat, header, language, listed, [log, conversation, question, *buttons])
        _connect_removal(chat, panel, language, header, listed, [log, conversation, question, *buttons])
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
    """What goes into the head of the document: the page's own script."""
    return f"<script>{asset('page.js')}</script>"


def css() -> str:
    """The page's own style sheet."""
    return asset("page.css")


def _top() -> tuple[gr.HTML, gr.Radio]:
    with gr.Row(elem_id="top"):
        header = gr.HTML(elem_id="header", apply_default_css=False, js_on_load="chatPage.header(element)")
        language = gr.Radio(
            [("Français", "fr"), ("English", "en")],
            value=LANGUAGES[0],
            label="Langue / Language",
            elem_id="language",
            container=False,
        )
    return header, language


def _chat(words: Wording) -> tuple[gr.HTML, gr.Textbox, tuple[gr.Button, gr.Button, gr.Button]]:
    log = gr.HTML(
        [],
        elem_id="log",
        html_template=_LOG,
        apply_default_css=False,
        js_on_load="chatPage.log(element, ask => trigger('ask', ask))",
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
        stop = gr.Button(words.stop, elem_id="stop", visible=False)
        again = gr.Button(words.again, elem_id="again", visible=False)
    return log, question, (send, stop, again)


def _source(chat: Chat, words: Wording) -> gr.HTML:
    return gr.HTML(
        source.no_source(words),
        elem_id="source",
        apply_default_css=False,
        js_on_load="chatPage.source(element, props, server, posting => trigger('removal', posting))",
        server_functions=[_server_function(chat)],
    )


def _server_function(chat: Chat) -> Any:  # noqa: ANN401 - Gradio marks the function, which a bound method forbids
    def open_source(target: object) -> str:
        return chat.open_source(target)

    return open_source


def _connect(
    page: gr.Blocks, chat: Chat, header: gr.HTML, language: gr.Radio, listed: gr.HTML, frame: list[Any]
) -> None:
    log, conversation, question, send, stop, again = frame

    def show(held: Conversation, chosen: str) -> tuple[Any, ...]:
        top, postings, shown = chat.show(held, chosen)
        return (top, postings, *shown)

    def load(chosen: str) -> tuple[Any, ...]:
        return (wording(chosen).language, *show(Conversation(), chosen))

    shown = [header, listed, *frame]
    page.load(load, [language], [language, *shown], js="() => [chatPage.pickLanguage()]", **_EVENT)
    language.input(
        show, [conversation, language], shown, js="(state, chosen) => [state, chatPage.setLanguage(chosen)]", **_EVENT
    )
    gr.on([question.submit, send.click], chat.ask, [question, conversation, language], frame, **_EVENT)
    log.ask(chat.ask_example, [conversation, language], frame, **_EVENT)
    stop.click(chat.stop, queue=False, **_EVENT)
    again.click(chat.again, [language], frame, **_EVENT)


def _connect_removal(
    chat: Chat, panel: gr.HTML, language: gr.Radio, header: gr.HTML, listed: gr.HTML, frame: list[Any]
) -> None:
    def remove(held: Conversation, chosen: str, event: gr.EventData) -> tuple[Any, ...]:
        shown, top, postings, rest = chat.remove(held, chosen, event)
        return (shown, top, postings, *rest)

    panel.removal(remove, [frame[1], language], [panel, header, listed, *frame], **_EVENT)
