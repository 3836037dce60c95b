"""The page for others and for programs: who is let in, and what they can call."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import socket
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr
import httpx
import pytest
from gradio_client import Client
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import app
from assistant.assistant import Assistant
from assistant.errors import UserError
from assistant.store import Store
from assistant.web.api import endpoints
from assistant.web.security import Guard
from assistant.web.serve import Access, check_address, running
from assistant.web.users import Users, users_of
from tests.support import AGADIR, SEED_NAMES

GOOD = "correct horse"


def basic(name: str, password: str) -> bytes:
    return b"Basic " + base64.b64encode(f"{name}:{password}".encode())


# Users


@pytest.mark.parametrize(
    ("header", "known"),
    [
        (basic("awa", GOOD), True),
        (basic("zoé", "mot de:passe é"), True),
        (basic("awa", GOOD).replace(b"Basic", b"basic"), True),
        (basic("awa", "wrong horse"), False),
        (basic("awa", ""), False),
        (basic("zoé", GOOD), False),
        (basic("nobody", GOOD), False),
        (basic("", ""), False),
        (b"", False),
        (b"Basic", False),
        (b"Basic \xff\xfe", False),
        (b"Basic !!!!", False),
        (b"Basic " + base64.b64encode(b"\xff\xfe:x"), False),
        (b"Bearer " + base64.b64encode(f"awa:{GOOD}".encode()), False),
    ],
)
def test_who_is_known(header: bytes, known: bool) -> None:
    users = Users({"awa": GOOD, "zoé": "mot de:passe é"})
    assert users.knows(header) is known
    assert users.knows(header) is known, "the second time as well"
    assert not any(GOOD in repr(value) for value in vars(users).values())


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["awa"], "NAME:PASSWORD"),
        ([":correct horse"], "NAME:PASSWORD"),
        (["a\nb:correct horse"], "NAME:PASSWORD"),
        (["awa:short"], "at least 8"),
        (["awa:correct horse", "awa:another horse"], "twice"),
    ],
)
def test_users_that_cannot_be_are_refused_without_telling_a_password(given: list[str], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as refused:
        users_of(given, None)
    assert "short" not in str(refused.value).replace("too short", "")
    assert "horse" not in str(refused.value)


def test_users_come_from_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    file = tmp_path / "users"
    file.write_text(f"# who may ask\nawa:{GOOD}\n\nzoé:mot de passe\n", encoding="utf8")
    file.chmod(0o644)
    with pytest.raises(UserError, match="chmod 600"):
        users_of([], file)
    file.chmod(0o600)
    users = users_of(["bob:a third horse"], file)
    assert users
    assert len(users) == 3
    assert users.knows(basic("zoé", "mot de passe"))
    file.write_text("# nobody\n")
    with pytest.raises(UserError, match="no user"):
        users_of([], file)
    with pytest.raises(UserError, match="cannot be read"):
        users_of([], tmp_path / "missing")
    assert users_of([], None) is None


# The guard


async def _hello(_: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr("assistant.web.security._WRONG_SECONDS", 0)
    users = Users({"awa": GOOD})
    guard = Middleware(Guard, hosts=("localhost", "jobs.example"), users=users)
    routes = [Route(path, _hello, methods=["GET", "POST"]) for path in ("/", "/x", "/gradio_api/startup-events")]
    with TestClient(Starlette(routes=routes, middleware=[guard]), base_url="http://localhost") as client:
        yield client


REQUESTS: list[tuple[str, str, dict[str, str], int]] = [
    ("GET", "/", {}, 401),
    ("GET", "/x", {}, 401),
    ("POST", "/", {}, 401),
    ("GET", "/", {"authorization": basic("awa", "wrong horse").decode()}, 401),
    ("GET", "/", {"authorization": basic("awa", GOOD).decode()}, 200),
    ("GET", "/gradio_api/startup-events", {}, 200),
    ("POST", "/gradio_api/startup-events", {}, 401),
    ("GET", "/", {"host": "jobs.example:7860", "authorization": basic("awa", GOOD).decode()}, 200),
    ("GET", "/", {"host": "192.0.2.7:7860", "authorization": basic("awa", GOOD).decode()}, 200),
    ("GET", "/", {"host": "[2001:db8::1]", "authorization": basic("awa", GOOD).decode()}, 200),
    ("GET", "/", {"host": "evil.test", "authorization": basic("awa", GOOD).decode()}, 400),
    (
        "POST",
        "/",
        {"host": "jobs.example", "origin": "https://jobs.example", "authorization": basic("awa", GOOD).decode()},
        200,
    ),
    (
        "POST",
        "/",
        {"host": "jobs.example", "origin": "https://evil.test", "authorization": basic("awa", GOOD).decode()},
        403,
    ),
]


@pytest.mark.parametrize(("method", "path", "headers", "status"), REQUESTS)
def test_nobody_comes_in_without_a_password(
    guarded: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = guarded.request(method, path, headers=headers)
    assert answer.status_code == status
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert answer.headers["content-security-policy"]
    assert (answer.text == "hello") == (status == 200)


def test_without_users_an_address_is_no_name_of_the_page() -> None:
    guard = Middleware(Guard, hosts=("localhost",))
    with TestClient(Starlette(routes=[Route("/", _hello)], middleware=[guard]), base_url="http://localhost") as client:
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"host": "192.0.2.7"}).status_code == 400


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "192.0.2.7", "jobs.example", "::", "", "localhost.", "127.0.0.1.evil.test"]
)
def test_without_a_password_only_this_machine_is_served(port: int, host: str) -> None:
    with pytest.raises(UserError, match=r"this machine only.*--users FILE"):
        check_address(host, port)


@pytest.mark.parametrize(
    ("host", "sentence"),
    [("192.0.2.7", "no address 192.0.2.7"), ("jobs.example", "no IPv4 address"), ("::", "no IPv4 address")],
)
def test_an_address_that_is_not_this_machine_is_refused_to_others_too(port: int, host: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        check_address(host, port, to_others=True)


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1", "localhost"])
def test_with_a_password_it_is_served_to_others(port: int, host: str) -> None:
    assert check_address(host, port, to_others=True) == host.replace("localhost", "127.0.0.1")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--host", "0.0.0.0"], "--users FILE"),
        (["--host", "0.0.0.0", "--user", "awa"], "NAME:PASSWORD"),
        (["--users", "nowhere.txt"], "cannot be read"),
    ],
)
def test_the_program_says_what_is_wrong(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(arguments) == 2
    assert sentence in capsys.readouterr().err


# What programs call


@pytest.fixture
def calls(hashed_seeds: Store) -> dict[str, Any]:
    return endpoints(Assistant(hashed_seeds, lambda: date(2024, 4, 1)))


def test_postings_are_listed_with_their_facts(calls: dict[str, Any]) -> None:
    listed = calls["postings"]()
    assert [each["posting"] for each in listed] == list(SEED_NAMES)
    agadir = listed[-1]
    assert (agadir["deadline"], agadir["state"], agadir["days"]) == ("2024-04-07", "open", 6)
    assert (agadir["languages_required"], agadir["languages_plus"]) == (["ar", "fr"], ["zgh"])
    json.dumps(listed)


def test_facts_come_with_quotes(calls: dict[str, Any]) -> None:
    found = calls["facts"](AGADIR)
    assert ("contract", "CDD") in [(fact["field"], fact["value"]) for fact in found["facts"]]
    assert all(fact["quote"] for fact in found["facts"])


@pytest.mark.parametrize(
    ("question", "matches"),
    [("Quels postes exigent l'anglais ?", 3), ("Which postings require English?", 3)],
)
def test_questions_are_answered_as_ever(calls: dict[str, Any], question: str, matches: int) -> None:
    answer = calls["ask"](question)
    assert answer["kind"] == "set"
    assert len([match for match in answer["matches"] if match["modality"] == "required"]) == matches
    follow_up = calls["ask"]("Lesquels sont ouverts ?", [{"role": "user", "content": question}])
    assert follow_up["kind"] == "set"


def test_a_letter_is_drafted_with_and_without_a_cv(calls: dict[str, Any]) -> None:
    bare = calls["letter"](AGADIR)
    assert (bare["kind"], bare["posting"], bare["has_cv"]) == ("letter", AGADIR, False)
    drafted = calls["letter"](AGADIR, "Expérience\n- 4 ans comptable\n\nLangues\n- Arabe courant\n", "en")
    assert (drafted["language"], drafted["has_cv"]) == ("en", True)


BAD_CALLS: list[tuple[str, list[Any]]] = [
    ("ask", [""]),
    ("ask", ["x" * 50_001]),
    ("ask", [7]),
    ("ask", ["Who?", [{"role": "system", "content": "x"}]]),
    ("ask", ["Who?", "history"]),
    ("facts", ["nowhere.txt"]),
    ("facts", [None]),
    ("letter", ["nowhere.txt"]),
    ("letter", [AGADIR, "", "de"]),
]


@pytest.mark.parametrize(("name", "arguments"), BAD_CALLS)
def test_a_call_that_cannot_be_answered_says_why(calls: dict[str, Any], name: str, arguments: list[Any]) -> None:
    with pytest.raises(gr.Error):
        calls[name](*arguments)


def test_calls_beyond_the_room_are_refused_and_the_others_answered(hashed_seeds: Store) -> None:
    gate = threading.Event()

    class Slow(Assistant):
        def cards(self) -> list[Any]:
            gate.wait(10)
            return []

    call = endpoints(Slow(hashed_seeds))["postings"]
    outcomes: list[object] = []

    def run() -> None:
        try:
            outcomes.append(call())
        except gr.Error as error:
            outcomes.append(str(error))

    threads = [threading.Thread(target=run) for _ in range(20)]
    for thread in threads:
        thread.start()
    while len(outcomes) < 4:
        pass
    gate.set()
    for thread in threads:
        thread.join()
    assert [outcome for outcome in outcomes if outcome == []] == [[]] * 16
    assert all("Too many calls" in str(outcome) for outcome in outcomes if outcome != [])


# Over the wire


@pytest.fixture(scope="module")
def served(hashed_seeds: Store) -> Iterator[str]:
    before = dict(os.environ)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    access = Access(Users({"awa": GOOD}), mcp=True)
    try:
        with running(Assistant(hashed_seeds, lambda: date(2024, 4, 1)), "127.0.0.1", number, access) as address:
            yield address
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.mark.server
@pytest.mark.parametrize(
    ("name", "data", "key"),
    [("ask", ["Who needs English?", None], "matches"), ("facts", [AGADIR], "facts"), ("postings", [], None)],
)
def test_programs_call_by_name_over_http(served: str, name: str, data: list[str | None], key: str | None) -> None:
    url = f"{served}gradio_api/run/{name}"
    assert httpx.post(url, json={"data": data}).status_code == 401
    answer = httpx.post(url, json={"data": data}, auth=("awa", GOOD), timeout=60)
    assert answer.status_code == 200
    (found,) = answer.json()["data"]
    assert found[key] if key else len(found) == 5


@pytest.mark.server
def test_programs_in_python_may_leave_the_history_out(served: str) -> None:
    client = Client(served, headers={"Authorization": basic("awa", GOOD).decode()}, verbose=False)
    found = client.predict(question="Quels postes exigent l'anglais ?", api_name="/ask")
    assert found["kind"] == "set"
    assert found["matches"]


@pytest.mark.server
def test_the_endpoints_and_no_others_are_documented(served: str) -> None:
    info = httpx.get(f"{served}gradio_api/info", auth=("awa", GOOD), timeout=60).json()
    assert set(info["named_endpoints"]) == {"/ask", "/facts", "/letter", "/postings"}
    assert info["unnamed_endpoints"] == {}


@pytest.mark.server
def test_an_error_of_the_caller_is_told_in_words(served: str) -> None:
    answer = httpx.post(f"{served}gradio_api/run/facts", json={"data": ["nowhere.txt"]}, auth=("awa", GOOD), timeout=60)
    assert answer.status_code >= 400
    assert "nowhere.txt" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.server
def test_the_same_are_tools_of_mcp(served: str) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def visit() -> tuple[list[str], list[str], str]:
        headers = {"Authorization": basic("awa", GOOD).decode()}
        async with (
            httpx.AsyncClient(headers=headers, timeout=60) as client,
            streamable_http_client(f"{served}gradio_api/mcp/", http_client=client) as (receive, send, _),
            ClientSession(receive, send) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            told = await session.call_tool("ask", {"question": "Quels postes exigent le tamazight ?"})
            return [tool.name for tool in tools], [tool.description or "" for tool in tools], str(told.content[0])

    names, descriptions, told = asyncio.run(visit())
    assert sorted(names) == ["ask", "facts", "letter", "postings"]
    assert all(descriptions)
    assert AGADIR in told
    assert httpx.post(f"{served}gradio_api/mcp/", json={}).status_code == 401
