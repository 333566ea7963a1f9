"""Korean telephone numbers for callers from abroad."""

import pytest

from gui.language.telephone import international


@pytest.mark.parametrize(
    ("korean", "abroad"),
    [
        ("044-205-2201", "+82-44-205-2201"),
        ("02-2110-1234", "+82-2-2110-1234"),
        ("(02) 2110-1234", "+82-2-2110-1234"),
        ("(044-205-2201)", "(+82-44-205-2201)"),
        ("02)2110-1234", "+82-2-2110-1234"),
        ("010-1234-5678", "+82-10-1234-5678"),
        ("011.234.5678", "+82-11-234-5678"),
        ("070-7000-1234", "+82-70-7000-1234"),
        ("0505-123-4567", "+82-505-123-4567"),
        ("044-205-2201~3", "+82-44-205-2201~3"),
        ("Tel. 044–205–2201 / 02 2110 1234", "Tel. +82-44-205-2201 / +82-2-2110-1234"),
    ],
)
def test_the_zero_goes_and_the_country_comes(korean: str, abroad: str) -> None:
    assert international(korean) == abroad
    assert international(abroad) == abroad


@pytest.mark.parametrize(
    "text", ["1588-1234", "1899-0000", "110", "080-123-4567", "2024-06-14", "+82-2-2110-1234", "", "2002-2110-1234"]
)
def test_what_has_no_form_for_abroad_stays(text: str) -> None:
    assert international(text) == text
