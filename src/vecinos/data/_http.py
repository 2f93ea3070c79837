"""One careful GET: retries with back-off, time-outs, a size limit, and a check of what kind of thing came back."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.util.retry import Retry

from vecinos.data.errors import DataError

MEGABYTE = 1_000_000
AGAIN = "Mend: try again later; the table was not changed."


class Http:
    """A session that gives up in good time.

    ``backoff``: seconds before the first repeat, doubled each time; ``deadline``: seconds for one whole answer, however
    slowly it drips; ``limit``: bytes of one answer; ``rewrite``: changes an address before it is asked (for tests).
    """

    def __init__(
        self,
        attempts: int = 4,
        backoff: float = 1.0,
        timeout: float = 30.0,
        deadline: float = 180.0,
        limit: int = 60 * MEGABYTE,
        rewrite: Callable[[str], str] = str,
    ):
        self.attempts, self.backoff, self.timeout = attempts, backoff, timeout
        self.deadline, self.limit, self.rewrite = deadline, limit, rewrite
        retry = Retry(
            total=attempts - 1,
            backoff_factor=backoff,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=("GET",),
            retry_after_max=60,  # a source may ask for patience, not for a day
        )
        self.session = requests.Session()
        self.session.max_redirects = 5
        self.session.hooks["response"].append(_stay)
        self.session.headers["User-Agent"] = "vecinos (an open course; tables renewed by hand)"
        self.session.mount("https://", HTTPAdapter(max_retries=retry))
        self.session.mount("http://", HTTPAdapter(max_retries=retry))

    def json(self, address: str, parameters: Mapping | None = None, headers: Mapping | None = None):
        """The parsed JSON of an answer."""
        body = self.get(address, parameters, headers, kinds=("application/json", "text/json", "text/javascript"))
        try:
            return json.loads(body)
        except ValueError as error:
            raise DataError(f"{_place(address)}: the answer is no complete JSON ({error}). {AGAIN}") from None

    def text(self, address: str, parameters: Mapping | None = None) -> str:
        """The text of a CSV answer, UTF-8 with or without a byte-order mark."""
        body = self.get(address, parameters, None, kinds=("text/csv", "application/octet-stream", "text/plain"))
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise DataError(f"{_place(address)}: the answer is not UTF-8. {AGAIN}") from None

    def get(self, address: str, parameters: Mapping | None, headers: Mapping | None, kinds: tuple[str, ...]) -> bytes:
        """The body of a good answer of one of the ``kinds``. Raises DataError that never shows a key."""
        for attempt in range(1, self.attempts + 1):
            try:
                return self._once(address, parameters, headers, kinds)
            except requests.TooManyRedirects:
                raise DataError(f"{_place(address)}: redirects in a circle. {AGAIN}") from None
            except (requests.RequestException, HTTPError, OSError) as error:
                # The adapter has repeated what failed before an answer began; here only a broken body is asked again.
                if not isinstance(error, HTTPError) or attempt == self.attempts:
                    raise DataError(f"{_place(address)}: {_reason(error)}. {AGAIN}") from None
                time.sleep(self.backoff * 2 ** (attempt - 1))
        raise AssertionError("unreachable")

    def _once(self, address: str, parameters: Mapping | None, headers: Mapping | None, kinds: tuple[str, ...]) -> bytes:
        started = time.monotonic()
        with self.session.get(
            self.rewrite(address), params=parameters, headers=headers, timeout=self.timeout, stream=True
        ) as answer:
            if answer.status_code != 200:
                raise DataError(f"{_place(address)}: status {answer.status_code}. {_status_mend(answer.status_code)}")
            kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
            if kind not in kinds:
                raise DataError(
                    f"{_place(address)}: answered {kind or 'nothing named'} instead of {kinds[0]} "
                    f"(a notice for people, or a missing key?). {AGAIN}"
                )
            if (answer.raw.length_remaining or 0) > self.limit:
                raise DataError(f"{_place(address)}: more than {self.limit // MEGABYTE or 1} MB. {AGAIN}")
            body = bytearray()
            # read1 hands over what has come, be it one byte: a drip cannot hold the clock back.
            while piece := answer.raw.read1(64 * 1024, decode_content=True):
                body += piece
                if len(body) > self.limit:
                    raise DataError(f"{_place(address)}: more than {self.limit // MEGABYTE or 1} MB. {AGAIN}")
                if time.monotonic() - started > self.deadline:
                    raise DataError(f"{_place(address)}: not complete after {self.deadline:g} s. {AGAIN}")
            return bytes(body)


def _stay(answer: requests.Response, **_) -> None:
    """Refuse a redirect to another place: a key sent along must not travel."""
    if answer.is_redirect:
        here, there = urlsplit(answer.url), urlsplit(urljoin(answer.url, answer.headers["Location"]))
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            raise DataError(f"{_place(answer.url)}: sends on to another place, {there.netloc}. {AGAIN}")


def _place(address: str) -> str:
    parts = urlsplit(address)
    return parts.netloc + parts.path


def _status_mend(status: int) -> str:
    if status in (401, 403):
        return "Mend: check the key in the environment; the table was not changed."
    if status in (400, 404, 410):
        return "Mend: the address or the series has changed: correct refresh in the manifest."
    return AGAIN


def _reason(error: Exception) -> str:
    """The kind of failure, without the address (which may hold a key)."""
    if isinstance(error, (requests.Timeout, ReadTimeoutError)):
        return "no answer in time"
    if isinstance(error, requests.exceptions.RetryError):
        return "still failing after several tries"
    if isinstance(error, HTTPError):
        return "the answer broke off"
    return f"no connection ({type(error).__name__})"
