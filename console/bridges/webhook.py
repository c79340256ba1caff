"""HTTP webhook: answers 2xx only once the hub has stored what was posted."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import sqlite3
import ssl
import time

from aiohttp import web

from console.bridges.config import WebhookSection
from console.bridges.courier import Courier, Message
from console.bridges.watch import Watch
from console.bus.source import SpoolFull

MOST_BYTES = 256 * 1024
MOST_WAITING = 500
SHUTDOWN_S = 2.0
_log = logging.getLogger(__name__)
_audit = logging.getLogger("console.bridges.audit")


class WebhookUpstream:
    """POST to one path, with a bearer token, a signature, or both.

    A signature is `X-Signature: sha256=HEX`, the HMAC-SHA256 of `X-Timestamp` (seconds since 1970),
    a full stop and the body.
    """

    def __init__(self, section: WebhookSection, courier: Courier, watch: Watch) -> None:
        self._section = section
        self._courier = courier
        self._watch = watch
        self.port = 0
        """Where it listens, once it does."""

    async def run(self) -> None:
        """Serve until cancelled; raises `OSError` where it cannot listen."""
        section = self._section
        application = web.Application(client_max_size=MOST_BYTES)
        application.router.add_post(section.path, self._posted)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=SHUTDOWN_S)
        await runner.setup()
        try:
            site = web.TCPSite(runner, section.bind, section.port, ssl_context=self._tls())
            await site.start()
            self.port = runner.addresses[0][1]
            self._watch.up()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    def _tls(self) -> ssl.SSLContext | None:
        if not self._section.cert_file:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self._section.cert_file, self._section.key_file or None)
        return context

    async def _posted(self, request: web.Request) -> web.Response:
        if not self._token_fits(request):
            return self._turned_away(request, "token")
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.json_response({"error": "more than 256 KiB"}, status=413)
        if trouble := self._signature_trouble(request, body):
            return self._turned_away(request, trouble)
        if self._courier.waiting >= MOST_WAITING:
            return _later("too many requests wait")
        return await self._deliver(request.path, body)

    async def _deliver(self, path: str, body: bytes) -> web.Response:
        stored: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        slot = object()

        def settled(reason: str) -> None:
            if not stored.done():
                stored.set_result(reason)

        try:
            self._courier.take([Message(path, body, slot, settled)])
            reason = await asyncio.wait_for(stored, self._section.answer_s)
        except (SpoolFull, sqlite3.Error) as error:
            _log.error("webhook: the spool takes nothing: %s", error)
            return _later("the spool is full")
        except TimeoutError:
            return _later("not stored yet")
        finally:
            self._courier.forget(slot)
        if reason:
            return web.json_response({"error": reason}, status=422)
        return web.json_response({"stored": True})

    def _token_fits(self, request: web.Request) -> bool:
        token = self._section.token
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return not token or hmac.compare_digest(given.encode(), token.encode())

    def _signature_trouble(self, request: web.Request, body: bytes) -> str:
        key = self._section.hmac_key
        if not key:
            return ""
        stamp = request.headers.get("X-Timestamp", "")
        if not stamp.isdecimal() or abs(time.time() - int(stamp)) > self._section.window_s:
            return "timestamp"
        expected = hmac.new(key.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        given = request.headers.get("X-Signature", "").removeprefix("sha256=")
        return "" if hmac.compare_digest(given.encode(), expected.encode()) else "signature"

    def _turned_away(self, request: web.Request, what: str) -> web.Response:
        _audit.warning("audit: webhook turned %s away: wrong %s", request.remote, what)
        return web.json_response({"error": f"wrong {what}"}, status=401)


def _later(reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=503, headers={"Retry-After": "5"})
