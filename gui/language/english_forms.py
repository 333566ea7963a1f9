"""Numbers in English that are more than a numeral with a unit: quarters, fractions, multiples, ordinals, labels."""

import re
from datetime import date
from decimal import Decimal
from string import ascii_lowercase, digits

from gui.language.amounts import Day, Kind, Quantity
from gui.language.dates import short_year
from gui.language.english_dates import DATE_FORMS
from gui.language.english_numerals import WORDS, alternatives, initials
from gui.language.english_ordinals import CARDINAL, ORDINAL, number_of
from gui.language.forms import Builder, Built, Forms, beside, constant, form, nothing, pair, single

_DENOMINATORS: dict[str, int] = WORDS["denominators"]
_BANDS = {
    "teens": 10,
    "teenager": 10,
    "teenagers": 10,
    "teenage": 10,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_QUARTER_MONTHS = {"january": 1, "april": 2, "july": 3, "october": 4}
_ABBREVIATED = {"y": "year", "m": "month", "q": "quarter"}


def _compared(match: re.Match[str], _: date | None) -> Built:
    unit = next(group for group in match.groups() if group).lower()
    unit = _ABBREVIATED.get(unit, unit)
    yield Quantity(match.start(), match.end(), Kind.COMPARED, Decimal(1), unit=unit, optional=True)


def _quarter(match: re.Match[str], reference: date | None) -> Built:
    """Q1, 1Q24, the January-March quarter."""
    written = _written(match)
    quarter = _QUARTER_MONTHS.get(written.lower()) or number_of(written)
    yield Quantity(match.start(), match.end(), Kind.QUARTER, Decimal(quarter))
    yield from _short_year(match, reference)


def _half_year(match: re.Match[str], reference: date | None) -> Built:
    yield Quantity(match.start(), match.end(), Kind.HALF_YEAR, number_of(_written(match)))
    yield from _short_year(match, reference)


def _written(match: re.Match[str]) -> str:
    """The first group but the year."""
    return next(group for group in match.groups() if group and group != match["year"])


def _short_year(match: re.Match[str], reference: date | None) -> Built:
    if match["year"]:
        year = short_year(int(match["year"]), reference)
        yield Quantity(match.start("year"), match.end("year"), Kind.DATE, Decimal(year), day=Day(year))


def _roman(match: re.Match[str], _: date | None) -> Built:
    yield Quantity(match.start(), match.end(), Kind.LABEL, Decimal(_ROMAN[match[1].lower()]))


def _roman_label(match: re.Match[str], _: date | None) -> Built:
    """Part II: only behind a word that is numbered; I is also a pronoun."""
    if _LABEL_BEFORE.search(match.string, max(0, match.start() - _LONGEST_LABEL), match.start()):
        yield from _roman(match, None)


def _sections(match: re.Match[str], _: date | None) -> Built:
    """Article 3(2), Article 5-2: two labels."""
    for group in (1, 2 if match[2] else 3):
        yield Quantity(match.start(group), match.end(group), Kind.LABEL, Decimal(match[group]))


def _label(match: re.Match[str], _: date | None) -> Built:
    unit = _LEGAL.get(match[1].lower(), "")
    yield Quantity(match.start(), match.end(), Kind.LABEL, number_of(match[2]), unit=unit)


_LEGAL = {"article": "조", "paragraph": "항", "subparagraph": "호", "chapter": "장"}
"""Parts of a law that have one name only, with their Korean suffix."""


def _labels(match: re.Match[str], _: date | None) -> Built:
    """Grades 4 to 6."""
    for group in (1, 2):
        yield Quantity(match.start(group), match.end(group), Kind.LABEL, number_of(match[group]))


def _every_other(match: re.Match[str], _: date | None) -> Built:
    yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal(2), unit=match[1].lower())


def _overnight(match: re.Match[str], _: date | None) -> Built:
    """An overnight trip is one of two days."""
    yield Quantity(match.start(), match.end(), Kind.NIGHT, Decimal(1), unit="night", optional=True)
    yield Quantity(match.start(), match.end(), Kind.DURATION, Decimal(2), unit="day", optional=True)


def _of_an_hour(match: re.Match[str], _: date | None) -> Built:
    """Three-quarters of an hour."""
    quarters = Decimal(3 if match[1].lower() == "three" else 1)
    yield Quantity(match.start(), match.end(), Kind.DURATION, quarters / 4, unit="hour")


def _one_or_two(match: re.Match[str], _: date | None) -> Built:
    """A month or two."""
    low, high = Decimal(1), Decimal(2)
    yield Quantity(match.start(), match.end(), Kind.DURATION, low, high, unit=match[1].lower())


def _score(match: re.Match[str], _: date | None) -> Built:
    """7-2: a result or a vote, where the larger number comes first."""
    first, second = Decimal(match[1]), Decimal(match[2])
    if first > second:
        parts = tuple(
            Quantity(match.start(group), match.end(group), Kind.COUNT, value)
            for group, value in ((1, first), (2, second))
        )
        yield Quantity(match.start(), match.end(), Kind.VERSUS, first, second, parts=parts)
    else:
        yield Quantity(match.start(), match.end(), Kind.COUNT, first, second if second > first else None)


def _out_of(match: re.Match[str], _: date | None) -> Built:
    parts = tuple(
        Quantity(match.start(group), match.end(group), Kind.COUNT, number_of(match[group])) for group in (1, 2)
    )
    yield Quantity(match.start(), match.end(), Kind.RATIO, parts[0].low, parts[1].low, parts=parts)


def _fraction(match: re.Match[str], _: date | None) -> Built:
    word = match[2].lower().replace("halves", "half")
    denominator = _DENOMINATORS.get(word) or _DENOMINATORS[word.rstrip("s")]
    top = Decimal(1) if match[1].lower() in ("a", "an") else number_of(match[1])
    yield Quantity(match.start(), match.end(), Kind.RATIO, top, Decimal(denominator))


def _multiple(match: re.Match[str], _: date | None) -> Built:
    value = Decimal(WORDS["multiples"][match[0].lower()])
    yield Quantity(match.start(), match.end(), Kind.MULTIPLE, value, unit="times", optional=value == 2)


def _fold(match: re.Match[str], _: date | None) -> Built:
    low, high = (match[1] or match[2], match[2] if match[1] else None)
    top = number_of(high) if high else None
    yield Quantity(match.start(), match.end(), Kind.MULTIPLE, number_of(low), top, "times")


def _band(match: re.Match[str], _: date | None) -> Built:
    for group in match.groups():
        if group:
            low = Decimal(_BANDS.get(group.lower()) or group)
            teens = group.lower().startswith("teen")
            yield Quantity(match.start(), match.end(), Kind.AGE_BAND, low, unit="age", optional=teens)


def _century(match: re.Match[str], _: date | None) -> Built:
    day = Day(part=match[1].lower())
    yield Quantity(match.start(2), match.end(), Kind.ORDINAL, number_of(match[2]), day=day)


def _age(match: re.Match[str], _: date | None) -> Built:
    low, high = number_of(match[1] or match[3]), number_of(match[2]) if match[2] else None
    spans = [group for group in (1, 2, 3) if match[group]]
    parts = tuple(
        Quantity(match.start(group), match.end(group), Kind.AGE, number_of(match[group]), unit="age") for group in spans
    )
    both = parts if high is not None else ()
    yield Quantity(match.start(), match.end(), Kind.AGE, low, high, "age", parts=both)


def _decade(match: re.Match[str], _: date | None) -> Built:
    day = Day(part=match[1].lower()) if match[1] else None
    yield Quantity(match.start(), match.end(), Kind.DECADE, Decimal(match[2]), day=day)


def _part_of_point(match: re.Match[str], _: date | None) -> Built:
    part = Decimal("0.5") if match[1].lower() == "half" else Decimal("0.25")
    yield Quantity(match.start(), match.end(), Kind.POINT, part, unit="point")


def _group(match: re.Match[str], _: date | None) -> Built:
    """The Group of Seven is the G7."""
    yield Quantity(match.start(), match.end(), Kind.COUNT, number_of(match[1]), unit="country", optional=True)


def _generation(match: re.Match[str], _: date | None) -> Built:
    """5G: the fifth generation, where the Korean says so."""
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, Decimal(match[1]), optional=True)


def _to(match: re.Match[str], _: date | None) -> Built:
    """7 to 3 is a proportion, 3 to 7 may as well be a range."""
    first = number_of(match[1])
    second = Decimal(0) if match[2].lower() in ("zero", "nil") else number_of(match[2])
    kind = Kind.VERSUS if first > second else Kind.COUNT
    parts = tuple(
        Quantity(match.start(group), match.end(group), Kind.COUNT, value) for group, value in ((1, first), (2, second))
    )
    yield Quantity(match.start(), match.end(), kind, first, second, parts=parts)


def _ordinal(match: re.Match[str], _: date | None) -> Built:
    value = number_of(match[0])
    yield Quantity(match.start(), match.end(), Kind.ORDINAL, value, optional=value <= 3 and match[0].isalpha())


_PERIOD = r"(month|quarter|year|day|week)"
_PERIODS = "month quarter year week day"
_EARLIER = r"(?: (?:earlier|before|ago|prior)\b| period\b)"
_BEFORE = r"(?:previous|preceding|prior|last|a)"
_AGAINST = r"(?:from|over|than|compared (?:with|to)|versus|against)"
_NUMBERED = alternatives(WORDS["labels"])
_LABEL_BEFORE = re.compile(rf"\b(?:{_NUMBERED}) $", re.IGNORECASE)
_LONGEST_LABEL = 16
_NUMBER_NEXT = r"(?=[a-z]++\.?(?:[ -](?:war[ -])?(?:[0-9]|on|tw|th|te|fo|fi|si|se|ei|el|ni)|[0-9]))"
"""Looks past one word for the beginning of a number, which is quicker than trying each label at each word."""

_NO_CODE = (
    rf"(?![kcm]?m[23]\b|W[0-9.,]+ ?(?:[mbtr]+illion|[bt]n)|(?:{_NUMBERED}|US|USD|KRW|EUR|JPY|CNY|RMB|GBP|CAD|AUD|HKD"
    r"|SGD|FY|No|mid|pre|post|non|some|to|and|or|in|over|than|about|top|sub|plus)-?[0-9])"
)
_DECIMAL = r"([0-9]+(?:\.[0-9]+)?)"
_NUMBER = "# " + " ".join(WORDS["ones"])
_PARTS = "hal third quarter fourth fifth sixth seventh eighth ninth tenth hundredth"
_PART = rf"(?:{alternatives([word for word in _DENOMINATORS if word not in ('half', 'halve')])})s?|half|halves"
_NO_PART = (
    r"(?!(?: of an?)? percentage| (?:straight|consecutive|successive|largest|biggest|highest|term|place|time|century"
    r"|day|year|month|round|meeting|party|an? )|-(?!of)[a-z])"
)
_NO_RATIO = (
    r"(?![,.]?[0-9]|%| (?:percent|hundred|thousand|million|billion|trillion|years|months|days|weeks|hours|minutes"
    r"|countries|cities)\b)"
)
_BANDS_WRITTEN = r"twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens|teenagers?|teenage"

_EARLY: tuple[tuple[str, str, Builder], ...] = (
    ("http www @ + &", r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\+[0-9]{1,3}[- ][0-9-]+|&#?\w+;", nothing),
    ("-", r"(?<![0-9-])0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}(?![0-9-])", nothing),
    ("-", r"(?<![0-9-])1[5-9][0-9]{2}-[0-9]{4}(?![0-9-])", nothing),
    ("#", r"(?m)^\s*(?:\([0-9]{1,2}\)\s|[0-9]{1,2}[.)]\s)", nothing),
    (
        "quarter q1 q2 q3 q4 1q 2q 3q 4q",
        r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarters?\b|\bQ([1-4])\b|\b([1-4])Q(?P<year>[0-9]{2})?\b"
        r"|\b(January)-March quarter\b|\b(April)-June quarter\b|\b(July)-September quarter\b"
        r"|\b(October)-December quarter\b",
        _quarter,
    ),
    ("half h1 h2 1h 2h", r"\b(first|second|1st|2nd)[ -]half\b|\bH([12])\b|\b([12])H(?P<year>[0-9]{2})?\b", _half_year),
    (
        "24/7 clock",
        r"\b24/7\b|\baround the clock\b|\bround-the-clock\b",
        constant(Kind.DURATION, 24, "hour", optional=True),
    ),
    ("century", r"\b(?:an? )?quarter(?:[ -]of[ -]a)?[ -]century\b", constant(Kind.DURATION, 25, "year")),
    ("other", rf"\bevery other {_PERIOD}\b", _every_other),
    (
        " ".join(word + "s" for word in WORDS["labels"]),
        rf"\b(?:{_NUMBERED})s ({CARDINAL})(?: ?- ?| to | and | through )({CARDINAL})\b",
        _labels,
    ),
    ("overnight", r"\bovernight\b", _overnight),
    ("hour", r"\b(three|a|one)[ -]quarters?(?: of an)? hour\b", _of_an_hour),
    (_PERIODS + " hour", r"\ban? (year|month|week|day|hour) or two\b", _one_or_two),
    ("article no.", r"\b(?:article|no\.) ?([0-9]{1,4})(?: ?\(([0-9]+)\)|-([0-9]+))(?![0-9])", _sections),
    ("industry", r"\bindustry 4\.0\b", constant(Kind.ORDINAL, 4)),
    ("wwii wwi", r"\bWW(II?)\b", _roman),
    (" ".join(WORDS["labels"]), r"(?-i:(?=[IVX]))(?<=[a-z.] )(?-i:(I{1,3}|IV|VI{0,3}|IX|X)\b)(?!['-])", _roman_label),
    (f"{_PERIODS} yoy mom qoq /", rf"\b{_PERIOD}[ -](?:on|over|to)[ -]\1\b|\b([ymq])(?:/|o)\2\b", _compared),
    (
        "earlier before ago prior period",
        rf"\b(?:a|an|one|the|the same) (?:previous |preceding |prior |same )?{_PERIOD}{_EARLIER}",
        _compared,
    ),
    (_PERIODS, rf"\b{_AGAINST} (?:(?:that|those) of )?(?:the )?{_BEFORE} {_PERIOD}\b", _compared),
    (
        "same",
        rf"\bthe same (?:period|month|quarter|time|day) (?:of |in )?(?:the )?{_BEFORE} {_PERIOD}(?:{_EARLIER})?",
        _compared,
    ),
)
_LATE: tuple[tuple[str, str, Builder], ...] = (
    (
        beside(ascii_lowercase + "-", digits),
        rf"(?=[A-Za-z])(?<![A-Za-z0-9$€£¥₩.-])(?=[A-Za-z]{{1,12}}-?[0-9]){_NO_CODE}[A-Za-z]{{1,12}}-?[0-9]+(?:[.-][0-9]+)*[A-Za-z]*(?![A-Za-z])",
        nothing,
    ),
    ("2g 3g 4g 5g 6g 7g", r"(?<![0-9.,$€£¥₩])([2-7])G(?![A-Za-z0-9])", _generation),
    (beside(digits, "dkp"), r"(?=[0-9])(?<![0-9.,$€£¥₩])[0-9][DKP](?![A-Za-z0-9])", nothing),
    ("0s 0's ties teen", rf"(?<![0-9])'?([1-9]0)'?s(?: (?:to|and|or) ([2-9]0)'?s)?\b|\b({_BANDS_WRITTEN})\b", _band),
    ("both pair duo", r"\bboth\b|\b(?:pair|duo)\b", constant(Kind.COUNT, 2, optional=True)),
    ("trio", r"\btrio\b", constant(Kind.COUNT, 3, optional=True)),
    ("century", rf"\b(early|mid|late)[ -](?:the )?({ORDINAL}) century\b", _century),
    ("group", rf"\bgroup of ({CARDINAL})\b", _group),
    ("birds", r"\btwo birds with one stone\b", nothing),
    ("0s 0's", r"(?:\b(early|mid|late)[ -](?:the )?|\b)((?:1[5-9]|20)[0-9]0)'?s\b", _decade),
    (
        "magnitude richter",
        rf"\bmagnitude[- ](?:of )?{_DECIMAL}\b(?!%)|\b{_DECIMAL}[- ]magnitude\b|\b{_DECIMAL} on the Richter",
        single(number_of, Kind.MAGNITUDE),
    ),
    (
        "age year",
        rf"\b(?:aged?|ages|age of|aged? of) ({CARDINAL})(?:(?: ?- ?| to )({CARDINAL}))?\b"
        rf"|\b({CARDINAL})[ -]years?(?:[ -]olds?\b| of age\b)",
        _age,
    ),
    (
        _NUMBER,
        rf"\b(?=[0-9ontwfse])(?<![$€£¥₩.,0-9])({CARDINAL})(?: (?:points?|people|firms|companies)(?= out of))?[ -]"
        r"(?:in|out of|of every|in every|of the|per|for every)[ -]"
        rf"(?:every )?(?!(?:19|20)[0-9]{{2}}\b)({CARDINAL})\b{_NO_RATIO}",
        _out_of,
    ),
    ("point", r"\b(half|quarter)(?:[ -](?:of )?an?)?[ -](?:percentage[ -])?point\b", _part_of_point),
    (_PARTS, rf"\b(?=[0-9ontwfsea])(?<!and )({CARDINAL}|an?)[ -]({_PART})\b{_NO_PART}", _fraction),
    ("/", r"(?<![0-9./])([0-9]{1,2})/(10{1,3}|[2-9])(?![0-9/])", pair(number_of, Kind.RATIO)),
    ("/", r"(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])", nothing),
    (":", rf"(?<![0-9.,:$-])\b{_DECIMAL}:{_DECIMAL}\b(?!:)", pair(number_of, Kind.VERSUS)),
    (
        " to ",
        rf"\b(?=[0-9ontwfse])(?<![0-9.,:$-])({CARDINAL}) to ({CARDINAL}|zero|nil)(?![,.]?[0-9])"
        r"(?=[.,;)]|\s(?:ratio|vote|score|in favor)|$)",
        _to,
    ),
    ("-to-", rf"\b(?=[0-9ontwfse])(?<![0-9.,:$-])({CARDINAL})-to-({CARDINAL}|zero)\b(?!-)", _to),
    ("50-50", r"(?<![0-9-])(50)-(50)(?![0-9-])", pair(number_of, Kind.VERSUS)),
    (
        "- ",
        r"(?<![0-9A-Za-z.,:$€£¥₩/-])([0-9]{1,3})-([0-9]{1,3})(?![0-9%/:-]|[.,][0-9]|[ -]?[A-Za-z]*"
        r"(?:s|ion|th|people|won|yen|percent|year|day|hour|minute|month|km|[MGk]?m)\b)",
        _score,
    ),
    ("zero", r"(?<!below )(?<!above )\bzero\b", constant(Kind.COUNT, 0, optional=True)),
    ("twice", r"\bonce or twice\b", constant(Kind.COUNT, 1, "occasion", high=2)),
    ("fold", rf"\b(?:({CARDINAL})-?(?: ?- ?| to | or ))?({CARDINAL})[- ]?fold\b", _fold),
    (
        " ".join(WORDS["multiples"]),
        rf"\b{initials(WORDS['multiples'])}(?:{alternatives(WORDS['multiples'])})\b",
        _multiple,
    ),
    ("#", r"#([0-9]+)\b", single(number_of, Kind.LABEL)),
    (
        " ".join(WORDS["labels"]),
        rf"\b{initials(WORDS['labels'])}{_NUMBER_NEXT}({_NUMBERED})[ -]?({CARDINAL})\b(?![,.]?[0-9]|%| percent)",
        _label,
    ),
    (
        "top leading leader inaugural maiden firstly est main",
        r"\b(?=[tlimfb])(?<!nd )(?<!rd )(?<!th )(?<!st )(?<!-)(?:top|leading|leader|inaugural|maiden|firstly|largest"
        r"|biggest|main)\b(?! [0-9])",
        constant(Kind.ORDINAL, 1, optional=True),
    ),
    ("one", r"\b(?:air force|code|marine) one\b", constant(Kind.ORDINAL, 1)),
    ("once", r"\bonce\b", constant(Kind.COUNT, 1, "occasion", optional=True)),
    (
        beside(digits, ("st", "nd", "rd", "th")) + " " + " ".join(WORDS["ordinals"]),
        rf"(?=[0-9fstenwh])(?<![0-9A-Za-z]){ORDINAL}",
        _ordinal,
    ),
    (
        "hal",
        r"\bhalv(?:ed|es|ing)\b|(?<!and a )\bhalf\b"
        r"(?! an? | (?:century|decade|year|month|day|hour|dozen|million|billion))",
        constant(Kind.RATIO, 1, high=2, optional=True),
    ),
    ("fortnight", r"\bfortnights?\b", constant(Kind.DURATION, 14, "day")),
)


_FORMS = Forms(
    (
        *(form(*source, re.IGNORECASE) for source in _EARLY),
        *DATE_FORMS,
        *(form(*source, re.IGNORECASE) for source in _LATE),
    )
)


def take_forms(text: str, reference: date | None) -> tuple[str, list[Quantity]]:
    """The special forms in folded ``text``, and the text with them hidden, offset for offset."""
    found: list[Quantity] = []
    return _FORMS.take(text, reference, found), found
