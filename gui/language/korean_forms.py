"""Numbers in Korean that are more than a numeral with a unit: years, quarters, fractions, ordinals, fixed names.

Each form is a pattern and what it means. A form takes its text out of sight of those after it.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from string import ascii_lowercase, digits

from gui.language.amounts import Day, Kind, Quantity
from gui.language.dates import WEEKDAYS, korean_dates, korean_times, short_year
from gui.language.forms import YEARS_BEGIN, Built, Forms, beside, constant, form, hide, nothing, pair, single
from gui.language.korean_numerals import WORDS, alternatives, numerals

_DIGIT = WORDS["digits"]
_NATIVE = WORDS["native"]
_SMALL_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?|(?<![가-힣])(?:[일이삼사오육칠팔구]|{alternatives(_NATIVE)}))"


def _value(written: str) -> Decimal:
    """The value of a short number: digits, 삼 or 세."""
    if written in _DIGIT:
        return Decimal(_DIGIT[written])
    if written in _NATIVE:
        return Decimal(_NATIVE[written])
    return next(numerals(written)).low


def _fixed_name(match: re.Match[str], _: date | None) -> Built:
    day = Day(month=int(match[1]), day=int(match[2]))
    yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(0), day=day, optional=True)


def _years(match: re.Match[str], reference: date | None) -> Built:
    for group in ("first", "last"):
        written = match[group]
        if written:
            year = _full_year(written, reference)
            yield Quantity(match.start(group), match.end(group), Kind.DATE, Decimal(year), day=Day(year))


def _full_year(written: str, reference: date | None) -> int:
    digits = written.lstrip("'")
    return int(digits) if len(digits) == 4 else short_year(int(digits), reference)


def _quarter_of(match: re.Match[str], reference: date | None) -> Built:
    """'24.1분기."""
    year = _full_year(match["year"], reference)
    yield Quantity(match.start("year"), match.end("year"), Kind.DATE, Decimal(year), day=Day(year))
    yield Quantity(match.start("quarter"), match.end(), Kind.QUARTER, Decimal(match["quarter"]))


def _month(match: re.Match[str], reference: date | None) -> Built:
    year = _full_year(match["year"], reference) if match["year"] else None
    cue = _YEAR_CUE.search(match.string, max(0, match.start() - 5), match.start())
    if cue and reference and match["month"] and not year:
        yield from _month_of(match, reference.year + WORDS["year_cues"][cue[1]])
        return
    month = int(match["month"]) if match["month"] else None
    part = WORDS["parts"].get(match["part"] or "", "")
    day = Day(year, month, part=part)
    end = match.start() + len(match[0].rstrip())
    yield Quantity(match.start(), end, Kind.DATE, Decimal(year or 0), day=day)


def _month_of(match: re.Match[str], year: int) -> Built:
    """내년 3월: the year follows from that of the release."""
    part = WORDS["parts"].get(match["part"] or "", "")
    day = Day(year, int(match["month"]), part=part, year_given=False)
    yield Quantity(match.start(), match.start() + len(match[0].rstrip()), Kind.DATE, Decimal(0), day=day)


def _months(match: re.Match[str], _: date | None) -> Built:
    for group in (1, 2):
        yield Quantity(match.start(group), match.end(group), Kind.DATE, Decimal(0), day=Day(month=int(match[group])))


def _ratio(match: re.Match[str], _: date | None) -> Built:
    yield Quantity(match.start(), match.end(), Kind.RATIO, _value(match[2]), _value(match[1]))


def _tenths(match: re.Match[str], _: date | None) -> Built:
    """2할 5푼: two tenths and five hundredths."""
    tenths, hundredths, thousandths = (Decimal(group or 0) for group in match.groups())
    percent = tenths * 10 + hundredths + thousandths / 10
    yield Quantity(match.start(), match.end(), Kind.PERCENT, percent, unit="percent")


def _nights(match: re.Match[str], _: date | None) -> Built:
    yield Quantity(match.start(), match.end(1), Kind.NIGHT, _value(match[1]), unit="night")
    yield Quantity(match.start(2), match.end(), Kind.DURATION, _value(match[2]), unit="day")


def _ordinal(match: re.Match[str], _: date | None) -> Built:
    suffix = match["suffix"] or ""
    kind = Kind.LABEL if suffix in _ARTICLES else Kind.ORDINAL
    yield Quantity(match.start(), match.end(), kind, _value(match[1]), unit=suffix)


def _half_year(match: re.Match[str], _: date | None) -> Built:
    yield Quantity(match.start(), match.end(), Kind.HALF_YEAR, Decimal(1 if match[1] == "상" else 2))


def _compared(match: re.Match[str], _: date | None) -> Built:
    word = " ".join(match[1].split())
    unit = next(unit for unit, words in WORDS["compared"].items() if word in words)
    yield Quantity(match.start(), match.end(), Kind.COMPARED, Decimal(1), unit=unit, optional=True)


def _age_bands(match: re.Match[str], _: date | None) -> Built:
    for group in (1, 2):
        if match[group]:
            yield Quantity(match.start(group), match.end(), Kind.AGE_BAND, Decimal(match[group]), unit="age")


def _decade(match: re.Match[str], _: date | None) -> Built:
    part = WORDS["parts"].get(match[2] or "", "")
    day = Day(part=part) if part else None
    yield Quantity(match.start(), match.end(), Kind.DECADE, Decimal(match[1]), day=day)


def _two_decades(match: re.Match[str], _: date | None) -> Built:
    for group in (1, 2):
        yield Quantity(match.start(group), match.end(group), Kind.DECADE, Decimal(match[group]))


def _century(match: re.Match[str], _: date | None) -> Built:
    day = Day(part=WORDS["parts"][match[2]])
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, Decimal(match[1]), unit="세기", day=day)


def _several(match: re.Match[str], _: date | None) -> Built:
    """수개월, 수년."""
    unit = {"개월": "month", "년": "year", "시간": "hour", "주": "week"}[match[1]]
    low, high = Decimal(2), Decimal(9)
    yield Quantity(match.start(), match.end(), Kind.DURATION, low, high, unit, vague=True, optional=True)


def _every(match: re.Match[str], _: date | None) -> Built:
    """매월 20만 원: a month."""
    unit = {"년": "year", "월": "month", "달": "month", "주": "week"}.get(match[1][-1], "day")
    unit = "year" if match[1] == "해마다" else unit
    yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal(1), unit=unit, optional=True)


def _per(match: re.Match[str], _: date | None) -> Built:
    unit = {"분": "minute", "초": "second"}[match[1]]
    yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal(1), unit=unit, optional=True)


def _today(match: re.Match[str], reference: date | None) -> Built:
    """오늘, which English gives as a date."""
    if reference:
        day = reference + timedelta({"어제": -1, "내일": 1}.get(match[1], 0))
        told = Day(day.year, day.month, day.day, year_given=False)
        yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(day.day), day=told, optional=True)


def _this_year(match: re.Match[str], reference: date | None) -> Built:
    """지난해, which English may give as a year."""
    if reference:
        year = reference.year + WORDS["year_cues"][match[1]]
        yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(year), day=Day(year), optional=True)


def _this_month(match: re.Match[str], reference: date | None) -> Built:
    """지난달, which English may give as a month."""
    if reference:
        ahead = {"지": -1, "다": 1, "내": 1}.get(match[1][0], 0)
        year, month = divmod(reference.year * 12 + reference.month - 1 + ahead, 12)
        day = Day(year, month + 1, year_given=False)
        yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(0), day=day, optional=True)


def _next_one(match: re.Match[str], _: date | None) -> Built:
    """제2의 반도체: a second one, or the next."""
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, Decimal(match[1]), optional=True)


def _weekday(match: re.Match[str], _: date | None) -> Built:
    day = Day(weekday=WEEKDAYS.index(match[1]))
    yield Quantity(match.start(), match.end(), Kind.DATE, Decimal(0), day=day, optional=True)


def _sections(match: re.Match[str], _: date | None) -> Built:
    """제5조의2: two labels."""
    for group in (1, 2):
        yield Quantity(match.start(group), match.end(group), Kind.LABEL, Decimal(match[group]), unit="조의")


_YEAR_CUE = re.compile(rf"(?<![가-힣])({alternatives(WORDS['year_cues'])})\s?$")
_DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
_NAMED_AFTER = alternatives(WORDS["fixed_after_month_day"])
_BASES = alternatives([word for words in WORDS["compared"].values() for word in words])
_YOUNG = alternatives(WORDS["young"])
_MAJOR = alternatives(WORDS["major"])
_HELD = "대통령|국회|총리|장관|회장|총장|의장|위원장|사장|행장|원장|이사장|대표"
"""Offices whose holders are numbered: 제15대 대통령, also without 제."""

_PROPORTION_END = r"(?=\s|$|[,.)']|로|으로|의|이|가|에|비율)"
_AFTER_ORDINAL = "차|회의|회|대|조|항|호|장|절|편|기|부|단계|세대|공화국|야당|당"
_ORDINAL_SUFFIX = (
    "번째|째(?!려)|주년|주기|위(?![원탁해협반치안기로법])|세기|차(?![례량관장지이액종])"
    "|호선|호기|급(?![증감등락여])|등(?![록급장재산본기교학극])|학년"
)
_ARTICLES = frozenset({"조", "항", "호", "장", "절", "편", "목"})
_FULL_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}"
_YEAR = rf"(?:(?<![0-9.,]){_FULL_YEAR}(?![0-9,])|'[0-9]{{2}}(?![0-9']))"
_MONTH = r"1[0-2]|0?[1-9]"
_MONTH_END = r"(?=\s*(?:$|[),~·(\n-]|기준|현재|부터|까지|이후|말|초|월))"
_DAY = r"3[01]|[12][0-9]|[1-9]"
_PART = (
    r"(?:초순|초반|초(?![기등과중대점안순반])|중순|중반|상순|하순|말경|말(?![레씀고리])|후반|중(?=에|으로|[ ,.)]|$))"
)
_NOT_DURATION = (
    r"(?!\s?(?:간(?![가-힣]{2})|동안|여\s|만에|이상|전(?![국반체후기년])|뒤|후(?!반)|넘|차(?![별량])|연속|째))(?!대)"
)

_NAMES = (
    form("http www @", r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+", nothing),
    form("-", r"(?<![0-9])0[0-9]{1,2}[-).]\s?[0-9]{3,4}-[0-9]{4}(?![0-9])", nothing),
    form(
        beside(ascii_lowercase + "-", digits),
        r"(?=[A-Za-z])(?<![A-Za-z0-9])(?!US|USD|KRW)[A-Za-z]{1,12}-?[0-9]+(?:[.-][0-9]+)*[A-Za-z]*(?![A-Za-z])",
        nothing,
    ),
    form("-", r"(?<![0-9-])1[5-9][0-9]{2}-[0-9]{4}(?![0-9-])", nothing),
    form("코로나", r"코로나\s?-?19", nothing),
    form("차", r"[12]차\s?(?:전지|협력|의료|진료|소비|가공)", nothing),
    form(beside(digits, "gdkp"), r"(?<![0-9.,])[0-9][GDKP](?![A-Za-z0-9])", nothing),
    form("#", r"(?m)^\s*(?:\([0-9]{1,2}\)|[0-9]{1,2}\.(?=\s)|[0-9]{1,2}\))", nothing),
    form(
        " ".join(WORDS["fixed_after_month_day"]),
        rf"(?<![0-9.·])([0-9]{{1,2}})[·./]([0-9]{{1,2}})(?=\s?(?:{_NAMED_AFTER}))",
        _fixed_name,
    ),
    form("·", rf"(?<![0-9.·])({_MONTH})·({_DAY})(?![0-9·.,])(?!\s?[년월일차회조위호개명건분주])", _fixed_name),
)
_FORMS = (
    form(
        "년대",
        r"((?:1[5-9]|20)[0-9]0)\s?(?:년대)?\s?[~·,-]\s?((?:1[5-9]|20)?[0-9]0)\s?년대",
        _two_decades,
    ),
    form("일주일", r"(?<![가-힣0-9])일주일", constant(Kind.DURATION, 1, "week")),
    form("수", r"(?<![가-힣])수\s?(개월|년|시간|주)(?![요가-힣]{2})", _several),
    form("십수", r"(?<![가-힣0-9])십수(?=\s?[년명개건])", nothing),
    form("위권", r"([0-9]+)\s?위권", single(_value, Kind.COUNT)),
    form("호", r"(?<![가-힣])제\s?([0-9]{1,4})-([0-9]{1,5})호", _sections),
    form("석", r"[1일]\s?석\s?[2이]\s?조", nothing),
    form("세대", r"([2-7])\s?세대(?=\s?(?:이동통신|통신|네트워크|전투기))", single(_value, Kind.ORDINAL)),
    form("차관", r"(?<![0-9])([1-3])차관(?!보)", single(_value, Kind.ORDINAL)),
    form("세기", r"([0-9]{1,2})\s?세기\s?(초반|초|중반|후반|말)(?![가-힣])", _century),
    form("당", r"([분초])당(?=\s(?:약\s)?[0-9])", _per),
    form("분기", r"(?P<year>'[0-9]{2})\.\s?(?P<quarter>[1-4])(?:/4)?\s?분기", _quarter_of),
    form("월", rf"(?<![0-9.,'])(?P<year>[0-4][0-9])\.(?P<month>{_MONTH})월(?P<part>)", _month),
    form("'", rf"(?P<year>'[0-9]{{2}})\.\s?(?P<month>{_MONTH})\s?월?(?![0-9.])(?P<part>)", _month),
    form("월", rf"(?<![0-9.,])({_MONTH})\s?월?\s?[~·,-]\s?({_MONTH})\s?월(?![가-힣]?[간별급])", _months),
    form(
        "~ -",
        rf"(?P<first>{_YEAR})\s?년?\s?[~-]\s?(?P<last>'?[0-9]{{2}}(?![0-9])|{_FULL_YEAR})\s?(?:년|(?=[).,\s]|$))",
        _years,
    ),
    form("~", r"(?P<first>'[0-9]{2})\s?~(?!\s?['0-9])(?P<last>)", _years),
    form("년대", r"((?:1[5-9]|20)[0-9]0|[0-9]0)\s?년대(?:\s?(초반|초|중반|후반|말))?", _decade),
    form("요일", rf"(?<![가-힣])([{WEEKDAYS}])요일", _weekday),
    form("조의", r"(?<![가-힣])제\s?([0-9]+)\s?조의\s?([0-9]+)", _sections),
    form("부두", r"([0-9]+)\s?부두", single(_value, Kind.LABEL)),
    form("제", r"(?<![가-힣])제\s?([0-9])의(?=\s)", _next_one),
    form("매 해마다", r"(?<![가-힣])(매년|해마다|매월|매달|매주|매일|날마다)", _every),
    form("주", r"(?<![가-힣0-9])(주)(?=\s?[0-9]\s?(?:회|번|차례|일))", _every),
    form("시간당", r"시간당", constant(Kind.DURATION, 1, "hour", optional=True)),
    form("분기", r"([1-4])(?:\s?/\s?4)?\s?분기", single(_value, Kind.QUARTER)),
    form("반기", r"(?<![가-힣])([상하])반기", _half_year),
    form(
        "전 지난 작년 1년",
        rf"({_BASES})(?=\s?(?:\([^()]{{1,40}}\)\s?)?(?:대비|비(?![가-힣])|보다|에 비해|과 비교|와 비교|比))",
        _compared,
    ),
    form(
        "월 년",
        rf"(?:(?P<year>{_YEAR})\s?(?:학|회계)?[년연]도?{_NOT_DURATION}\s?)?(?:(?<![0-9.,·])(?:(?<!~)|(?<=[월말초순]~))(?P<month>{_MONTH})\s?월(?![가-힣]?[간별급])"
        rf"|(?<=년)|(?<=년\s)|(?<=년도)|(?<=년도\s))\s?(?P<part>{_PART})?",
        _month,
    ),
    form(
        YEARS_BEGIN,
        rf"(?<![0-9.,])(?P<year>{_FULL_YEAR})\.\s?(?P<month>0[1-9]|1[0-2])\.?{_MONTH_END}(?P<part>)",
        _month,
    ),
    form("'", r"(?P<year>'[0-9]{2}(?![0-9']))(?P<month>)(?P<part>)(?=까지|부터|에|\.|,|\)|\s)", _month),
    form("분의", rf"({_SMALL_NUMBER})\s?분의\s?({_SMALL_NUMBER})", _ratio),
    form("만점", r"([0-9]+)\s?점\s?만점에\s?([0-9]+(?:\.[0-9]+)?)\s?점", _ratio),
    form("갑절 곱절", r"(?<![가-힣0-9]\s)(?<![0-9])[갑곱]절", constant(Kind.MULTIPLE, 2, "times")),
    form("억", r"(?<![0-9가-힣])[십백천]?억\s?대(?![가-힣])", nothing),
    form("할", r"(?<![0-9])([1-9])할(?:\s?([1-9])푼)?(?:\s?([1-9])리)?", _tenths),
    form("조", r"(?<![0-9])([2-9])인\s?1조", single(_value, Kind.COUNT, "person")),
    form(_HELD.replace("|", " "), rf"(?<![0-9.,])([0-9]+)(?P<suffix>대)\s?(?={_HELD})", _ordinal),
    form("절반", r"절반", constant(Kind.RATIO, 1, high=2)),
    form("/", r"(?<![0-9./])([0-9]{1,2})/(10{1,3}|[2-9])(?![0-9/])", pair(_value, Kind.RATIO)),
    form(
        "대 :",
        rf"(?<![0-9.,])({_DECIMAL})\s?(?:대|:)\s?({_DECIMAL})(?![0-9:]){_PROPORTION_END}",
        pair(_value, Kind.VERSUS),
    ),
    form("박", rf"({_SMALL_NUMBER})\s?박\s?([0-9]+)\s?일", _nights),
    form(
        "규모 진도",
        r"(?:규모|진도)\s?([0-9]+\.[0-9]+|[0-9](?=의?\s?(?:강진|지진|여진)))(?!\s?[%조억만천0-9])",
        single(_value, Kind.MAGNITUDE),
    ),
    form("0대", rf"([1-9]0)\s?(?:대\s?)?[~·,]\s?([1-9]0)대(?=\s?(?:{_YOUNG}|[가는의와도에]|\s|$))", _age_bands),
    form("0대", rf"(?<![0-9제])([1-9]0)대()(?=\s?(?:{_YOUNG}))", _age_bands),
    form("반세기", r"(?<![가-힣])반세기", constant(Kind.DURATION, 50, "year")),
    form("반", r"(?<![가-힣])반\s?년(?![대도])", constant(Kind.DURATION, 6, "month")),
    form(
        "제",
        rf"(?<![가-힣])제\s?([0-9]+|[일이삼사오육칠팔구](?={_AFTER_ORDINAL}))\s?(?P<suffix>{_AFTER_ORDINAL})?",
        _ordinal,
    ),
    form(
        "번째 째 주년 주기 위 세기 차 호선 호기 급 등 학년",
        rf"(?<![0-9.,])([0-9]+(?:,[0-9]{{3}})*)\s?(?P<suffix>{_ORDINAL_SUFFIX})",
        _ordinal,
    ),
    form("째", rf"(?<![가-힣])({alternatives(_NATIVE)})\s?(?P<suffix>번째|째(?!려))", _ordinal),
    form(
        "양국 양측 양당 양기관 정상 팀",
        r"(?<![가-힣])양(?:국|측|당|기관|\s?정상|\s?팀)",
        constant(Kind.COUNT, 2, optional=True),
    ),
    form("첫", r"(?<![가-힣])(?:첫\s?번째|첫째)", constant(Kind.ORDINAL, 1)),
    form("첫", r"(?<![가-힣])첫(?=\s?[가-힣])", constant(Kind.ORDINAL, 1, optional=True)),
    form("월", r"(?<![가-힣0-9])월(?:평균)?(?=\s(?:약\s)?[0-9])", constant(Kind.DURATION, 1, "month", optional=True)),
    form("연", r"(?<![가-힣0-9])연(?:간|평균)?(?=\s(?:약\s)?[0-9])", constant(Kind.DURATION, 1, "year", optional=True)),
    form("하루", r"(?<![가-힣0-9])하루\s?(?:평균|에)", constant(Kind.DURATION, 1, "day", optional=True)),
    form("오늘 금일 어제 내일", r"(?<![가-힣])(오늘|금일|어제|내일)(?!날)", _today),
    form(
        " ".join(WORDS["year_cues"]), rf"(?<![가-힣])({alternatives(WORDS['year_cues'])})(?!\s?[가-힣]?월)", _this_year
    ),
    form("달", r"(?<![가-힣])(이달|이번\s?달|지난\s?달|다음\s?달|내달)(?![가-힣]{2})", _this_month),
    form(
        " ".join(WORDS["major"]),
        rf"(?=[0-9가-힣])(?<![가-힣0-9제])({_SMALL_NUMBER})\s?대(?=\s?(?:[가-힣]+\s)?(?:{_MAJOR}))",
        single(_value, Kind.COUNT, "major"),
    ),
)


_NAME_FORMS, _NUMBER_FORMS = Forms(_NAMES), Forms(_FORMS)


def take_forms(text: str, reference: date | None) -> tuple[str, list[Quantity]]:
    """The special forms in folded ``text``, and the text with them hidden, offset for offset.

    Codes and fixed names go before calendar days, so that 8.15 광복절 and K-9 are none; the other forms come after.
    """
    found: list[Quantity] = []
    text = _NAME_FORMS.take(text, reference, found)
    text = _take_calendar(text, reference, found)
    return _NUMBER_FORMS.take(text, reference, found), found


def _take_calendar(text: str, reference: date | None, found: list[Quantity]) -> str:
    days = korean_dates(text, reference)
    for item in days:
        value = item.value
        day = Day(item.year, item.month, item.day, item.weekday, year_given=item.year is not None)
        if value:
            day = replace(day, year=value.year, month=value.month)
        zone = "local" if _LOCAL_BEFORE.search(text, max(0, item.start - 8), item.start) else ""
        day = replace(day, zone=zone or _zone(text[item.start : item.end + 8]))
        found.append(Quantity(item.start, item.end, Kind.DATE, Decimal(item.day), day=day))
    text = hide(text, ((item.start, item.end) for item in days))
    clocks = korean_times(text)
    for clock in clocks:
        minutes = clock.value.hour * 60 + clock.value.minute
        written = text[clock.start : clock.end]
        either = "시" in written[:3] and 0 < minutes < 720
        other = Decimal(minutes + 720) if either else None
        zone = _zone(text[max(0, clock.start - 6) : clock.end + 8])
        at = Day(zone=zone) if zone else None
        found.append(Quantity(clock.start, clock.end, Kind.TIME, Decimal(minutes), other=other, day=at))
    return hide(text, ((clock.start, clock.end) for clock in clocks))


_LOCAL_BEFORE = re.compile(r"(?<!\()현지\s?시[간각]\s?$")


def _zone(written: str) -> str:
    if "현지" in written:
        return "local"
    return "korea" if "한국시간" in written.replace(" ", "") or "우리시간" in written.replace(" ", "") else ""
