"""Careers as ministries write them. The phrases below the real release are of this project's own making."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.engines.cells import translate_cell
from gui.language.romanise import has_hangul
from gui.readers import registry

YEAR = 2023

PHRASES = {
    # positions: role, unit, organisation
    "삼성전자 DS부문 메모리사업부 상무": "Managing Director, Memory Business Unit, DS Division, Samsung Electronics",
    "현대자동차 연구개발본부장": "Head, R&D Division, Hyundai Motor Company",
    "네이버 최고기술책임자": "Chief Technology Officer, NAVER",
    "셀트리온 창업자 겸 명예회장": "Founder and Honorary Chairman, Celltrion",
    "노바티스 글로벌 임상개발 책임자": "Head of Global Clinical Development, Novartis",
    "테슬라 배터리 엔지니어": "Battery Engineer, Tesla",
    "JP모건 서울지점장": "Manager, Seoul Branch, J.P. Morgan",
    "포스코홀딩스 전략기획총괄": "Head of Strategic Planning, POSCO Holdings",
    "한국벤처캐피탈협회 회장": "President, Korean Venture Capital Association",
    "KB금융그룹 회장": "Chairman, KB Financial Group",
    "기업은행장": "President, Industrial Bank of Korea",
    # law
    "김앤장 법률사무소 변호사": "Attorney, Kim & Chang",
    "법무법인 광장 파트너 변호사": "Partner, Lee & Ko",
    "법무법인 세종 고문": "Advisor, Shin & Kim",
    "특허법원 판사": "Judge, Patent Court of Korea",
    "뉴욕주 변호사": "Attorney at Law (New York)",
    # academia and hospitals
    "서울대 전기정보공학부 교수": "Professor, School of Electrical and Computer Engineering, Seoul National University",
    "한국과학기술원 생명과학과 부교수": "Associate Professor of Life Sciences, KAIST",
    "서강대 경영학과 교수 겸 학장": "Professor of Business Administration and Dean, Sogang University",
    "부산대 AI대학원장": "Dean, Graduate School of AI, Pusan National University",
    "서울아산병원 심장내과 교수": "Professor of Cardiology, Asan Medical Center",
    "삼성서울병원 정형외과 과장": "Chief, Department of Orthopedic Surgery, Samsung Medical Center",
    "가천대 길병원장": "President, Gachon University Gil Medical Center",
    "다나파버 암연구소 연구원": "Researcher, Dana-Farber Cancer Institute",
    # government
    "전 산업통상자원부 장관": "Former Minister of Trade, Industry and Energy",
    "(전) 보건복지부 제2차관": "Former Second Vice Minister of Health and Welfare",
    "미국 FDA 심사관": "Examiner, FDA, United States",
    "주한미국대사": "Ambassador of the United States to Korea",
    "주일본대사": "Ambassador to Japan",
    "제21대 국회의원": "Member of the 21st National Assembly",
    "성남시장": "Mayor of Seongnam",
    # degrees first, years last
    "스탠퍼드대 컴퓨터과학 박사": "Ph.D. in Computer Science, Stanford University",
    "MIT 기계공학 석·박사": "Master's degree and Ph.D. in Mechanical Engineering, MIT",
    "하버드대 로스쿨 LL.M.": "LL.M., Harvard Law School",
    "서울대 법학과 졸업": "Graduated in Law, Seoul National University",
    "버클리대 전기공학 박사('95)": "Ph.D. in Electrical Engineering, University of California, Berkeley (1995)",
    "서울대 화학공학 학사, MIT 화학공학 박사": (
        "Bachelor's degree in Chemical Engineering, Seoul National University; Ph.D. in Chemical Engineering, MIT"
    ),
    "한국전자통신연구원 선임연구원(2005~2010)": (
        "Senior Researcher, Electronics and Telecommunications Research Institute (2005–2010)"
    ),
    "2015~2018 구글 코리아 대표": "CEO, Google Korea (2015–2018)",
    "구글 디렉터(~'18)": "Director, Google (until 2018)",
    "'13~'18 구글 디렉터": "Director, Google (2013–2018)",
    "구글 디렉터('13.3.~'18.2.)": "Director, Google (March 2013–February 2018)",
    "구글 디렉터(전)": "Former Director, Google",
    "외교부 차관급": "Vice Minister-level official, Ministry of Foreign Affairs",
    "제5대 KAIST 총장": "5th President, KAIST",
    "하버드대 교수(2010. 3. 1. ~ 2015. 2. 28.)": "Professor, Harvard University (March 2010–February 2015)",
    "하버드대 교수('05~'08, '10~'12)": "Professor, Harvard University (2005–2008, 2010–2012)",
    "전) 구글 이사": "Former Director, Google",
    "○ 前 구글 이사": "Former Director, Google",
    "서울대 교수, 前 구글 이사": "Professor, Seoul National University; Former Director, Google",
    "공군사관학교장": "Superintendent, Republic of Korea Air Force Academy",
    "강릉시장(민선 8기)": "Mayor of Gangneung (8th popularly elected term)",
    "국회의원(4선)": "Member of the National Assembly (four-term)",
    "구글 이사('22~現)": "Director, Google (2022–present)",
    "한화에어로스페이스 생산담당 전무": "Senior Managing Director, Production, Hanwha Aerospace",
    "삼성전자 퇴직": "Formerly with Samsung Electronics",
    "한국연구재단 이사장 직무대행": "Acting Chairperson, National Research Foundation of Korea",
    "맥킨지 파트너 (2008.3~현재)": "Partner, McKinsey & Company (March 2008–present)",
    "벤처 투자 10년 경력": "10 years of experience in venture investment",
    # Latin text
    "NEC Corporation": "NEC Corporation",
    "Genosco社 CTO": "CTO, Genosco",
    "WHDA, LLP 대표 변호사": "Managing Partner, WHDA, LLP",
}


@pytest.mark.parametrize(("korean", "english"), PHRASES.items())
def test_known_words_need_no_mark(korean: str, english: str) -> None:
    rendering = translate_cell(korean, YEAR)
    assert rendering
    assert rendering.text == english
    assert rendering.marks == ()


@pytest.mark.parametrize(
    ("korean", "english", "marks"),
    [
        ("한빛병원장", "President, Hanbit Hospital", ("Hanbit Hospital",)),
        (
            "한국위성산업협회장",
            "President, Korea Satellite Industry Association",
            ("Korea Satellite Industry Association",),
        ),
        (
            "삼성전자 반도체연구소 연구원",  # institutes and centres have an official English of their own
            "Researcher, Semiconductor Research Institute, Samsung Electronics",
            ("Semiconductor Research Institute",),
        ),
        ("법무법인 한누리 대표변호사", "Managing Partner, Hannuri Law Firm", ("Hannuri Law Firm",)),
        ("㈜누리파도 대표이사", "CEO, 누리파도", ("누리파도",)),
        ("한중반도체 CTO", "CTO, 한중반도체", ("한중반도체",)),  # known words that make an unknown name
        ("한중반도체 부장", None, None),
        ("Bostn Dynamics CEO", "CEO, Bostn Dynamics", ("Bostn Dynamics",)),  # a slip in a known name
        ("시드니대 의학 박사", "M.D., University of Sydney", ("M.D.",)),  # or a doctorate in medicine
        ("카카오클라우드 팀장", None, None),  # known words glued to a known name: perhaps another company
        ("LG에너지 상무", None, None),
        ("기획재정부 국제금융국장", None, ("International Finance Bureau",)),  # has an official English of its own
        ("서울대 홍길동 교수", "Hong Gil-dong, Professor, Seoul National University", ("Hong Gil-dong",)),
        ("국방부 전력정책관", None, None),  # electric power or military force
        ("네이버 한별서비스 기술총괄", None, ("한별서비스",)),  # a part that nobody can name stays in Korean
        ("구글 최고생산책임자", "Chief Production Officer, Google", ("Chief Production Officer",)),
        ("공군 제10전투비행단장", None, ("10th Fighter Wing",)),
        ("한국도서안전연구재단 이사장", None, None),
        ("AIIB 사무차장", None, ("Deputy Secretary General",)),  # bodies differ in the title
    ],
)
def test_what_is_not_sure_is_marked(korean: str, english: str | None, marks: tuple[str, ...] | None) -> None:
    rendering = translate_cell(korean, YEAR)
    assert rendering
    assert english is None or rendering.text == english
    assert rendering.marks
    assert marks is None or rendering.marks == marks
    assert all(mark in rendering.text for mark in rendering.marks)


@pytest.mark.parametrize(
    "korean",
    [
        "특허 15건 보유",
        "저서 다수",
        "스타트업 생태계 조성에 기여",
        "국가 등 해외 진출 국내기업 다수 지원",
        "교수, 서울대",
        "미국 박사",
        "미국 교수",
        "삼성전자 → 애플",
        "",
        "   ",
        "해양 정책 관련 민간 협력 인큐베이터",
    ],
)
def test_what_cannot_be_read_is_left_alone(korean: str) -> None:
    assert translate_cell(korean, YEAR) is None


REFERENCE = Path(__file__).parent / "careers" / "attendees_2023-04-28.tsv"
"""English for the table of the real release by row and item (-1 is the position), with a reason where a name was
looked up. ``marked``: a person has to look; ``left``: no career.
"""


def test_the_attendee_table_of_the_real_release(shared: Path) -> None:
    release = registry.read(shared / "releases" / "2023-04-28_korea-us-cluster-round-table.md")
    seen = {}
    for row, attendee in enumerate(release.attendees):
        for item, text in enumerate((attendee.position, *attendee.background), -1):
            found = translate_cell(text.lstrip("* "), YEAR)
            mark = "left" if found is None else "marked" if found.marks else ""
            seen[str(row), str(item)] = mark, found.text if found else ""
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert seen == {(row["row"], row["item"]): (row["mark"], row["english"]) for row in rows}


@pytest.mark.parametrize("aside", ["알 수 없는 말", "연수원 37기", "외 3건", "겸", "가"])
def test_what_stands_in_brackets_is_never_lost(aside: str) -> None:
    rendering = translate_cell(f"변호사({aside})", YEAR)
    assert rendering is None or aside in rendering.text or not has_hangul(rendering.text.partition("(")[2])
    assert rendering is None or "(" in rendering.text


@given(st.text(alphabet=st.sampled_from("서울대교수전겸및장과 박사한국미래(),*'~12AB·社연구소병원"), max_size=24))
def test_any_phrase_is_read_or_left_alone(text: str) -> None:
    rendering = translate_cell(text, YEAR)
    if rendering and has_hangul(rendering.text):
        assert rendering.marks  # Korean never stays unmarked
    assert rendering is None or rendering.text.strip()
