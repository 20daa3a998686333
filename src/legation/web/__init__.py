"""The pages and the REST API over a store; both are plain addresses, need no script and no network."""

from legation.web.application import app, serve

__all__ = ["app", "serve"]
