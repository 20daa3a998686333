"""Reading: a file, a folder, a glob, standard input or a stream → documents, and issues for what can't be read."""

from __future__ import annotations

from legation.read.documents import Unread, body, document, issues
from legation.read.sources import read

__all__ = ["Unread", "body", "document", "issues", "read"]
