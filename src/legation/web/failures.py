"""What a page answers when it can't do what was asked: a status, a message, and a way out."""

from __future__ import annotations

from http import HTTPStatus

from legation.errors import DocumentError, InputError, LegationError, StoreError


class PageError(LegationError):
    """An error of a request; `ways` are links that may have been meant."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        message: str,
        hint: str | None = None,
        ways: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(code, message, hint)
        self.status, self.ways = status, ways


STATUSES: tuple[tuple[type[LegationError], HTTPStatus], ...] = (
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (DocumentError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LegationError, HTTPStatus.BAD_REQUEST),
)


def status(error: LegationError) -> HTTPStatus:
    """The HTTP status of an error."""
    if isinstance(error, PageError):
        return error.status
    return next(code for kind, code in STATUSES if isinstance(error, kind))


def shape(code: str, message: str, hint: str | None = None) -> dict[str, dict[str, str | None]]:
    """The one JSON form of every error."""
    return {"error": {"code": code, "message": message, "hint": hint}}
