"""English or not: what is not is declined with an issue row, never coded as if it were."""

from __future__ import annotations

import pytest

import legation
from legation.language import english

ENGLISH = ["Iran met Russia.", "MOSCOW (TASS) - Talks end.", "", "2020-12-20 14:00", "Xi, Putin meet in Samarkand"]
OTHER = [
    "Der russische Außenminister ist am Montag zu Gesprächen nach Teheran gereist. " * 4,
    "El ministro de Exteriores ruso viajó el lunes a Teherán para mantener conversaciones. " * 4,
    "Министр иностранных дел прибыл в Тегеран.",
    "外交部长星期一抵达德黑兰。",
    "وصل وزير الخارجية الروسي إلى طهران.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert english(text)


@pytest.mark.parametrize("text", OTHER)
def test_another_language_is_declined(text: str) -> None:
    record = legation.code(text, date="2020-12-20")
    assert [i.code for i in record.issues] == ["LG406"]
    assert record.document.language is None
    assert (record.events, record.statements, record.claims) == ((), (), ())
