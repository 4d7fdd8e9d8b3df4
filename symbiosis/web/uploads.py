"""Files that arrive: how big they may be, and how many at once, so that slow lines keep nobody else waiting."""

from threading import BoundedSemaphore

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

MEGABYTE = 1024 * 1024
LARGEST = {"imports.send": 300 * MEGABYTE, "mine_sheet.send": 20 * MEGABYTE, "card_file.look": 20 * MEGABYTE}
AT_ONCE = 4  # half the threads of a process: whoever only reads pages finds one
AGAIN_SECONDS = 60
PLACE = "symbiosis.place"


def install(app: Flask) -> None:
    """Let files come in where they may, before anything reads what was sent."""
    places = BoundedSemaphore(AT_ONCE)

    def admit() -> None:
        if request.method != "POST" or request.endpoint not in LARGEST:
            return
        request.max_content_length = LARGEST[request.endpoint]
        if not places.acquire(blocking=False):
            raise TooManyRequests(retry_after=AGAIN_SECONDS)
        request.environ[PLACE] = True

    def leave(_error: BaseException | None) -> None:
        if request.environ.pop(PLACE, False):
            places.release()

    app.before_request(admit)
    app.teardown_request(leave)
