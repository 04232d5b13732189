"""Fetches one page of the web, within limits: time, size, redirects, and never from a private address."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from quiz import __version__
from quiz.article.reading import LARGEST_BYTES, ArticleError

TIMEOUT = 20.0
"""Seconds that one page may take, redirects included."""
MOST_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = frozenset({"text/plain", "text/markdown"})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8"
_CHUNK = 64 * 1024

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address it came from in the end, its bytes and the encoding it names."""

    url: str
    sort: Literal["html", "text"]
    data: bytes
    charset: str | None


def fetch(
    url: str,
    *,
    allow_local: bool = False,
    timeout: float = TIMEOUT,
    largest: int = LARGEST_BYTES,
) -> Page:
    """Fetch a page of HTML or text. Raises ArticleError with one sentence for everything that goes wrong.

    ``allow_local`` also permits addresses of this computer and its own network. ``timeout`` is in seconds
    and for everything together; ``largest`` counts bytes after unpacking.
    """
    deadline = _Deadline(timeout, url)
    try:
        for _ in range(MOST_REDIRECTS + 1):
            found = _request(url, deadline, allow_local, largest)
            if isinstance(found, Page):
                return found
            url = found
    finally:
        deadline.end()
    raise ArticleError(f"{deadline.label} was not reached: it redirects more than {MOST_REDIRECTS} times.")


class _Deadline:
    """Closes the connection in use when the time is over: a server that drips bytes cannot outlast it."""

    def __init__(self, seconds: float, label: str) -> None:
        self.label = label
        self.seconds = seconds
        self.over = False
        self._ends = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._close)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        with self._lock:
            self._sockets.append(connection)
            if self.over:
                _shut(connection)

    def left(self) -> float:
        """The seconds that are left. Raises ArticleError when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise ArticleError(self.sentence())
        return left

    def end(self) -> None:
        self._timer.cancel()

    def sentence(self) -> str:
        return f"{self.label} did not answer within {self.seconds:g} seconds."

    def _close(self) -> None:
        with self._lock:
            self.over = True
            for connection in self._sockets:
                _shut(connection)


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # not TLS's own, which would wait for an answer


def _request(url: str, deadline: _Deadline, allow_local: bool, largest: int) -> Page | str:
    """Ask for one address; the answer is a page or the address to go on with."""
    target = _checked(url, deadline.label)
    try:
        with contextlib.ExitStack() as stack:
            connection = _connect(target, deadline, allow_local)
            stack.callback(connection.close)
            path = quote(target.path or "/", safe="/%:@!$&'()*+,;=~")
            query = quote(target.query, safe="/%:@!$&'()*+,;=~?")
            connection.request(
                "GET",
                f"{path}?{query}" if query else path,
                headers={
                    "User-Agent": f"quiz/{__version__}",
                    "Accept": _ACCEPT,
                    "Accept-Encoding": "gzip",
                    "Connection": "close",
                },
            )
            answer = connection.getresponse()
            stack.callback(answer.close)
            if answer.status in _REDIRECTS and (place := answer.headers.get("Location")):
                return urljoin(url, place)
            page = _page(url, answer, deadline.label, largest)
    except (OSError, http.client.HTTPException) as error:
        # A time-out without a number is the socket’s own, set to the deadline; it may go off a hair early.
        if deadline.over or (isinstance(error, TimeoutError) and error.errno is None):
            raise ArticleError(deadline.sentence()) from None
        raise ArticleError(f"{deadline.label} cannot be fetched: {_reason(error)}.") from None
    if deadline.over:
        raise ArticleError(deadline.sentence())
    return page


def _checked(url: str, label: str) -> SplitResult:
    """Take an address apart; only ones of the web are allowed, without a password."""
    try:
        target = urlsplit(url)
        port = target.port
    except ValueError:
        raise ArticleError(f"{label} is not a valid address of a web page.") from None
    if target.scheme not in ("http", "https"):
        raise ArticleError(f"{label} leads to “{target.scheme}:”; only http and https are followed.")
    if not target.hostname or port == 0:
        raise ArticleError(f"{label} is not a valid address of a web page.")
    if target.username is not None or target.password is not None:
        raise ArticleError(f"{label} has a user name or password in it, which quiz does not send.")
    return target


def _connect(target: SplitResult, deadline: _Deadline, allow_local: bool) -> http.client.HTTPConnection:
    """Connect to an address that was checked, so that no second look-up of the name can lead elsewhere."""
    host = _ascii_host(target.hostname or "", deadline.label)
    secure = target.scheme == "https"
    port = target.port or (443 if secure else 80)
    failure: OSError = OSError("the name has no address")
    for address in _addresses(host, port, deadline.label, allow_local):
        try:
            plain = socket.create_connection((str(address), port), timeout=deadline.left())
            return _secure(plain, host, port, deadline) if secure else _plain(plain, host, port, deadline)
        except OSError as error:
            failure = error
    raise failure


def _plain(plain: socket.socket, host: str, port: int, deadline: _Deadline) -> http.client.HTTPConnection:
    deadline.watch(plain)
    connection = http.client.HTTPConnection(host, port)
    connection.sock = plain
    return connection


def _secure(plain: socket.socket, host: str, port: int, deadline: _Deadline) -> http.client.HTTPConnection:
    context = ssl.create_default_context()
    with contextlib.ExitStack() as stack:
        wrapped = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
        stack.callback(wrapped.close)
        deadline.watch(wrapped)
        wrapped.do_handshake()
        stack.pop_all()
    connection = http.client.HTTPSConnection(host, port, context=context)
    connection.sock = wrapped
    return connection


def _ascii_host(host: str, label: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise ArticleError(f"{label} is not a valid address of a web page.") from None


def _addresses(host: str, port: int, label: str, allow_local: bool) -> list[_IPAddress]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ArticleError(f"{label} cannot be fetched: there is no “{host}”, or no connection.") from None
    every = list(dict.fromkeys(ipaddress.ip_address(str(entry[4][0])) for entry in found))
    allowed = every if allow_local else [address for address in every if _is_public(address)]
    if not allowed:
        raise ArticleError(
            f"{label} leads to this computer or its own network ({host}); --allow-local permits that."
        )
    return allowed


def _is_public(address: _IPAddress) -> bool:
    """Whether an address belongs to the public internet, also one that carries another inside it."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast


def _page(url: str, answer: http.client.HTTPResponse, label: str, largest: int) -> Page:
    if answer.status != HTTPStatus.OK:
        raise ArticleError(f"{label} cannot be fetched: the server answers {_status(answer.status)}.")
    said = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    sort: Literal["html", "text"]
    if said in _HTML:
        sort = "html"
    elif said in _TEXT:
        sort = "text"
    else:
        what = f"is {said}" if said else "does not say what it is"
        raise ArticleError(f"{label} {what}; only web pages and plain text can be read.")
    shown = urlunsplit(urlsplit(url)._replace(fragment=""))
    return Page(shown, sort, _body(answer, label, largest), answer.headers.get_content_charset())


def _body(answer: http.client.HTTPResponse, label: str, largest: int) -> bytes:
    """Read and unpack the body; neither what arrives nor what it unpacks to may be too large."""
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise ArticleError(
            f"{label} cannot be read: it is packed as “{packing}”, which quiz did not ask for."
        )
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if packing != "identity" else None
    expected, received = answer.length, 0
    data = bytearray()
    while chunk := answer.read(_CHUNK):
        received += len(chunk)
        try:
            data += unpacker.decompress(chunk, largest + 1) if unpacker else chunk
        except zlib.error:
            raise ArticleError(f"{label} cannot be read: it is not packed as its server says.") from None
        if max(received, len(data)) > largest:
            raise ArticleError(f"{label} is too large for an article: the limit is {largest / 1e6:.2g} MB.")
    if (expected is not None and received < expected) or (unpacker is not None and not unpacker.eof):
        raise http.client.IncompleteRead(b"")
    return bytes(data)


def _status(code: int) -> str:
    try:
        return f"{code}, {HTTPStatus(code).phrase.lower()}"
    except ValueError:
        return str(code)


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, ssl.SSLError):
        return "a safe connection could not be made"
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, http.client.IncompleteRead | ConnectionResetError | BrokenPipeError):
        return "the connection broke off"
    if isinstance(error, http.client.HTTPException):
        return "the server does not answer as the web does"
    reason = getattr(error, "strerror", None) or str(error)
    return str(reason).lower().rstrip(".") or "the connection failed"
