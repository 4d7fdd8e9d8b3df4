"""One line per request and event, without personal data: no address of a reader, no query string, no name, no form."""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Request, Response, g, request

log = logging.getLogger("symbiosis.requests")
TOLD = ("method", "route", "status", "ms", "bytes")


class AsJson(logging.Formatter):
    """A log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return at, level, logger, event and what the record adds; a trace as text."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "logger": record.name, "event": record.getMessage(),
        }  # fmt: skip
        line |= {name: getattr(record, name) for name in TOLD if hasattr(record, name)}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class AsText(logging.Formatter):
    """A log record as a line for people."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record with what it adds."""
        told = " ".join(str(getattr(record, name)) for name in TOLD if hasattr(record, name))
        return f"{super().format(record)} {told}".rstrip()


def install(app: Flask, as_json: bool) -> None:
    """Log every request, and everything of ours, on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson() if as_json else AsText("%(asctime)s %(levelname)s %(message)s"))
    ours = logging.getLogger("symbiosis")
    ours.handlers, ours.propagate = [handler], True
    ours.setLevel(logging.INFO)
    app.before_request(_start)
    app.after_request(_told)


def where(asked: Request) -> str:
    """Return the pattern of the address, never the address: it may hold an identifier or what somebody typed."""
    return asked.url_rule.rule if asked.url_rule else "(no such page)"


def _start() -> None:
    g.started = time.perf_counter()


def _told(answer: Response) -> Response:
    ms = round(1000 * (time.perf_counter() - g.get("started", time.perf_counter())), 1)
    told = {"method": request.method, "route": where(request), "status": answer.status_code, "ms": ms}
    known = answer.calculate_content_length() if answer.is_sequence else None  # asking a file's would write it whole
    log.info("request", extra=told | {"bytes": known or 0})
    return answer
