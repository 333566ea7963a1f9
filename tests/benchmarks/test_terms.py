"""Terms found in a large project, with the project's own termbase and with fifty thousand terms of a user on top."""

import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gui.language import termbase
from gui.language.termbase import Term, Termbase, built_in
from gui.workspace import terms
from gui.workspace.term_files import read_terms, write_terms
from gui.workspace.term_import import plan
from tests.benchmarks.conftest import Report

SEGMENTS, TERMS = 5_000, 50_000
BOUND = 2.0
DAY = date(2023, 4, 28)

_NOUNS = """
한국 정부 산업 기술 정책 지역 혁신 특구 청년 기업 수출 투자 연구 개발 지원 사업 협력 회의 환경
에너지 교육 의료 안전 문화 관광 디지털 데이터 인공지능 반도체 배터리 우주 항공 해양 농업 식품
물류 교통 주택 금융 보험 통상 외교 통일 국방 노동 복지 보건 체육 예술 국제 글로벌 중소 벤처
창업 규제 시장 소비 공급 생산 품질 인증 표준 특허 인력 양성 재정 예산 조세 법률 행정 공공 민간
"""
_WORDS = tuple(_NOUNS.split())


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    termbase.use(())


def mine() -> list[Term]:
    """Terms as a ministry's glossary has them: two to four common words, many beginning alike."""
    dice = random.Random(1)
    names: set[str] = set()
    while len(names) < TERMS:
        words = [dice.choice(_WORDS) for _ in range(dice.randint(2, 4))]
        names.add((" " if dice.random() < 0.5 else "").join(words))
    return [Term(name, f"Term {number}", "policy", by_user=True) for number, name in enumerate(sorted(names))]


def sentences() -> list[str]:
    dice = random.Random(2)
    bodies = [term.korean for term in built_in()]
    pattern = "{}은 {} {}과 {}{} 확대를 위해 {}의 {} {}에 120억원을 지원한다고 밝혔다."
    return [pattern.format(dice.choice(bodies), *dice.choices(_WORDS, k=7)) for _ in range(SEGMENTS)]


def seconds(base: Termbase, texts: list[str]) -> tuple[float, int]:
    """How long it takes to find all terms, and how many there are."""
    began = time.perf_counter()
    count = sum(len(base.find(text, DAY)) for text in texts)
    return time.perf_counter() - began, count


def test_finding_stays_fast_with_many_terms_of_the_user(report: Report) -> None:
    own, texts = mine(), sentences()
    began = time.perf_counter()
    termbase.use(own)
    set_up = time.perf_counter() - began
    rounds = [(seconds(built_in(), texts), seconds(Termbase.load(), texts)) for _ in range(5)]
    (alone, few), (both, many) = (min(found) for found in zip(*rounds, strict=True))
    figures = f"{alone * 1000:.0f} ms built in ({few} terms), {both * 1000:.0f} ms with {TERMS} more ({many} terms)"
    report(f"terms of {SEGMENTS} segments", f"{figures}, ratio {both / alone:.2f} (bound {BOUND})")
    report(f"{TERMS} terms put in force", f"{set_up * 1000:.0f} ms")
    assert many > few
    assert both / alone < BOUND


def test_files_of_many_terms(report: Report, tmp_path: Path) -> None:
    own = mine()
    lines = []
    for suffix in (".tsv", ".xlsx", ".tbx"):
        path = tmp_path / f"terms{suffix}"
        began = time.perf_counter()
        write_terms(path, own)
        written = time.perf_counter()
        found = read_terms(path)
        lines.append(f"{suffix} out {written - began:.1f} s, in {time.perf_counter() - written:.1f} s")
        assert len(found.terms) == TERMS
    began = time.perf_counter()
    plan(own, found.terms)
    planned = time.perf_counter() - began
    terms.change((), own)
    began = time.perf_counter()
    terms.add(Term("누리 파도", "Nuripado", ""))
    report(f"files of {TERMS} terms", f"{'; '.join(lines)}; compared in {planned:.1f} s")
    report(f"one term more than {TERMS}", f"{time.perf_counter() - began:.1f} s")
