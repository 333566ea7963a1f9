"""Names of persons in Korean text."""

import re

from gui.language.names import has_usual_length
from gui.language.termbase import Termbase

_TITLES = (
    "장관 차관 대표 회장 사장 원장 교수 총장 의원 대사 국장 과장 실장 위원장 청장 처장 이사장 소장 센터장 "
    "본부장 대변인 비서관 수석 의장 시장 지사 총리 부총리 대통령 박사 씨 여사"
)
_TITLED = re.compile(
    rf"(?<![가-힣])([가-힣]{{2,4}})(?=\s(?:[가-힣]{{1,8}}\s)?(?:{'|'.join(_TITLES.split())})(?![가-힣]{{2}}))"
)

_OF_BODIES = tuple("회대처청팀단부과측")
"""Last syllables of bodies (연구회 교수, 공과대 교수) that given names hardly ever end in."""


def persons_in(text: str) -> tuple[str, ...]:
    """The Korean names in a text, each once: those of the termbase, and what stands before a title like a name."""
    known = [hit.term.korean for hit in Termbase.load().find(text) if hit.term.domain == "person"]
    return tuple(dict.fromkeys("".join(name.split()) for name in (*known, *titled_persons(text))))


def titled_persons(text: str) -> tuple[str, ...]:
    """Names of three syllables before a title, no term of the termbase: 홍길동 장관."""
    found = dict.fromkeys(match[1] for match in _TITLED.finditer(text))
    return tuple(name for name in found if _is_usual(name) and Termbase.load().lookup(name) is None)


def _is_usual(name: str) -> bool:
    return has_usual_length(name) and not name.endswith(_OF_BODIES)
