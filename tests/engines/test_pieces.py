from hypothesis import given, settings
from hypothesis import strategies as st

from gui.engines.pieces import prepare


def anything_fits(_text: str) -> bool:
    return True


def test_marks_at_the_start_are_kept_out_and_put_back() -> None:
    for lead in ("※ ", "□ ", "ㅇ ", "- ", "* ", "** ", "▶", "①", "□ ㅇ ", "· ", "– ", "ㅇ\u3000"):
        prepared = prepare(f"{lead}참석자 명단", anything_fits)
        assert prepared is not None, lead
        assert (prepared.lead, prepared.pieces) == (lead, ("참석자 명단",))
        assert prepared.joined(["List of attendees "]) == f"{lead}List of attendees"


def test_what_only_looks_like_a_mark_stays() -> None:
    for text in (
        "-5% 감소",
        "'25년 계획",
        "“인용”이다.",
        "(붙임) 명단",
        "o2o 서비스",
        "㈜대한",
        "~까지",
        "+3명",
        "ㅇㅇ부대",
        "ㅇ씨",
    ):
        prepared = prepare(text, anything_fits)
        assert prepared is not None, text
        assert (prepared.lead, prepared.pieces) == ("", (text,))


def test_nothing_without_korean_is_sent() -> None:
    for text in ("", " ", "※", "1,234", "02-1234-5678", "www.korea.kr", "KAIST", "- 3 -", "□ ", "ㅇ ", "①②"):
        assert prepare(text, anything_fits) is None, text


def test_chinese_characters_are_korean_here() -> None:
    assert prepare("韓美", anything_fits) is not None


def test_line_ends_become_spaces() -> None:
    prepared = prepare("첫 줄\n둘째  줄", anything_fits)
    assert prepared is not None
    assert prepared.pieces == ("첫 줄 둘째 줄",)


def test_sentences_share_a_piece_as_long_as_they_fit() -> None:
    prepared = prepare("가나다이다. 라마바이다. 사아자이다. 차카타이다.", lambda text: len(text) <= 14)
    assert prepared is not None
    assert prepared.pieces == ("가나다이다. 라마바이다.", "사아자이다. 차카타이다.")


SENTENCES = st.lists(
    st.text("가나다 1.5", min_size=1, max_size=12).map(lambda text: f"{text.strip()}했다."), max_size=8
)


@settings(max_examples=60)
@given(SENTENCES, st.integers(8, 60))
def test_no_text_is_lost_in_pieces(texts: list[str], limit: int) -> None:
    source = " ".join(texts)
    prepared = prepare(source, lambda text: len(text) <= limit)
    if prepared is None:
        assert not source
        return
    whole = prepared.lead + " ".join(prepared.pieces)
    assert "".join(whole.split()) == "".join(source.split())
