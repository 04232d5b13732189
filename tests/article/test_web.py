"""Fetching a page from a server of this computer: what is fetched, and every way in which it is not."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from quiz.article import ArticleError
from quiz.article.web import Page, fetch
from tests.article.pages import PAGE

MEGABYTE = 1_000_000


class Site(BaseHTTPRequestHandler):
    """A small site with pages of every sort."""

    def do_GET(self) -> None:
        name, _, rest = self.path.partition("?")[0].strip("/").partition("/")
        getattr(self, f"page_{name}", self.page_missing)(rest)

    def answer(self, data: bytes, sort: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", sort)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def page_bridge(self, rest: str) -> None:
        self.answer(PAGE.encode())

    def page_plain(self, rest: str) -> None:
        self.answer(b"It rains.\n", "text/plain; charset=iso-8859-1")

    def page_packed(self, rest: str) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self, rest: str) -> None:
        self.answer(gzip.compress(b"a" * (50 * MEGABYTE), 1), Content_Encoding="gzip")

    def page_torn(self, rest: str) -> None:
        self.answer(gzip.compress(PAGE.encode())[:200], Content_Encoding="gzip")

    def page_unpacked(self, rest: str) -> None:
        self.answer(PAGE.encode(), Content_Encoding="gzip")

    def page_brotli(self, rest: str) -> None:
        self.answer(b"?", Content_Encoding="br")

    def page_short(self, rest: str) -> None:
        self.answer(b"<p>It", Content_Length="5000")

    def page_endless(self, rest: str) -> None:
        self.answer(b"")
        while not self.server.stopped.is_set():  # type: ignore[attr-defined]
            self.wfile.write(b"word " * 10_000)

    def page_drip(self, rest: str) -> None:
        self.answer(b"")
        while not self.server.stopped.wait(0.05):  # type: ignore[attr-defined]
            self.wfile.write(b"a")
            self.wfile.flush()

    def page_silent(self, rest: str) -> None:
        self.server.stopped.wait(10)  # type: ignore[attr-defined]

    def page_picture(self, rest: str) -> None:
        self.answer(b"GIF89a", "image/gif")

    def page_untold(self, rest: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>It rains.")

    def page_hops(self, rest: str) -> None:
        left = int(rest)
        self.redirect(f"/hops/{left - 1}" if left > 1 else "/bridge?from=hops#end")

    def page_away(self, rest: str) -> None:
        self.redirect(rest)

    def page_broken(self, rest: str) -> None:
        self.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")

    def page_missing(self, rest: str) -> None:
        self.send_error(404)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, address: object) -> None:
        """A reader that hangs up is what most of these tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Site) as server:
        server.stopped = threading.Event()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.stopped.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()


def get(url: str, timeout: float = 10) -> Page:
    return fetch(url, allow_local=True, timeout=timeout, largest=MEGABYTE)


def refusal(url: str, timeout: float = 10) -> str:
    """The sentence in which a page is refused."""
    with pytest.raises(ArticleError) as caught:
        get(url, timeout)
    message = str(caught.value)
    assert message.startswith(url)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def test_a_page_comes_with_its_address_and_encoding(site: str) -> None:
    assert get(f"{site}/bridge") == Page(f"{site}/bridge", "html", PAGE.encode(), "utf-8")
    assert get(f"{site}/plain") == Page(f"{site}/plain", "text", b"It rains.\n", "iso-8859-1")


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert get(f"{site}/packed").data == PAGE.encode()


def test_letters_beyond_ascii_in_an_address_are_sent_as_the_web_writes_them(site: str) -> None:
    assert get(f"{site}/bridge/Brücke von Ostmole?wie=schön").data == PAGE.encode()


def test_five_redirects_are_followed_and_no_sixth(site: str) -> None:
    assert get(f"{site}/hops/5").url == f"{site}/bridge?from=hops"
    assert "redirects more than 5 times" in refusal(f"{site}/hops/6")


@pytest.mark.parametrize("place", ["file:///etc/hosts", "ftp://127.0.0.1/", "javascript:alert(1)", "data:,a"])
def test_a_redirect_may_not_leave_the_web(site: str, place: str) -> None:
    assert "only http and https are followed" in refusal(f"{site}/away/{place}")


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ("nothing", "the server answers 404, not found"),
        ("picture", "is image/gif; only web pages and plain text can be read"),
        ("untold", "does not say what it is"),
        ("bomb", "is too large for an article: the limit is 1 MB"),
        ("endless", "is too large for an article"),
        ("torn", "the connection broke off"),
        ("short", "the connection broke off"),
        ("unpacked", "is not packed as its server says"),
        ("brotli", "is packed as “br”"),
        ("broken", "the server does not answer as the web does"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(site: str, page: str, word: str) -> None:
    assert word in refusal(f"{site}/{page}")


@pytest.mark.parametrize("page", ["silent", "drip"])
def test_a_slow_server_is_left_when_the_time_is_over(site: str, page: str) -> None:
    started = time.monotonic()
    assert "did not answer within 0.3 seconds" in refusal(f"{site}/{page}", timeout=0.3)
    assert time.monotonic() - started < 3


def test_nobody_there_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert "connection refused" in refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0.0.0.0",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "[2002:7f00:1::]",
        "[64:ff9b::10.0.0.1]",
    ],
)
def test_a_private_address_is_refused_unless_it_is_allowed(host: str) -> None:
    with pytest.raises(ArticleError, match=r"leads to this computer or its own network .*--allow-local"):
        fetch(f"http://{host}:9/")


@pytest.fixture
def news(site: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """The same site under a name with a public address, and the addresses that were connected to.

    Asked for a second time, the name leads to this computer.
    """
    answers = iter(["93.184.216.34"])
    connected: list[str] = []
    look_up, connect = socket.getaddrinfo, socket.create_connection

    def answer(host: str, *arguments: Any, **more: Any) -> Any:
        return look_up(next(answers, "127.0.0.1") if host == "news.example" else host, *arguments, **more)

    def lead(address: tuple[str, int], **more: Any) -> socket.socket:
        connected.append(address[0])
        return connect(("127.0.0.1", address[1]), **more)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(socket, "create_connection", lead)
    return site.replace("127.0.0.1", "news.example"), connected


def test_a_name_is_looked_up_once_and_the_address_that_was_checked_is_used(
    news: tuple[str, list[str]],
) -> None:
    url, connected = news
    assert fetch(f"{url}/bridge").data == PAGE.encode()
    assert connected == ["93.184.216.34"]


def test_every_redirect_is_checked_again(site: str, news: tuple[str, list[str]]) -> None:
    url, connected = news
    with pytest.raises(ArticleError, match="--allow-local"):
        fetch(f"{url}/away/{site}/bridge")
    assert connected == ["93.184.216.34"]


def test_a_name_that_leads_elsewhere_the_second_time_is_refused(news: tuple[str, list[str]]) -> None:
    url, connected = news
    with pytest.raises(ArticleError, match="--allow-local"):
        fetch(f"{url}/away//bridge")
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("http://", "not a valid address"),
        ("http://[::1", "not a valid address"),
        ("http://127.0.0.1:99999/", "not a valid address"),
        ("http://mara:secret@127.0.0.1/", "has a user name or password in it"),
        ("http://no-such-host.invalid/", "there is no “no-such-host.invalid”, or no connection"),
    ],
)
def test_an_address_that_cannot_be_used_is_said(url: str, word: str) -> None:
    assert word in refusal(url)
