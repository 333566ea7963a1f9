"""English for the cells of attendee and contact tables: positions, careers, degrees.

A cell is a noun phrase, or several joined by commas. Each is taken apart (:mod:`gui.engines.tokens`,
:mod:`gui.engines.phrases`) and written in one order: role, unit, organisation; years in parentheses; a degree first.
What is not known stays in Korean or is romanised, and is marked either way; a phrase that cannot be read as a whole is
left alone.
"""

import re
from collections.abc import Sequence

from gui.engines.entries import Kind
from gui.engines.phrase import Phrase, Unreadable
from gui.engines.phrases import read_phrase
from gui.engines.rendering import Rendering
from gui.engines.standing import Standing, cohort, elected_term, number_forces, take_standing, take_terms
from gui.engines.tenure import take_tenure
from gui.engines.tokens import Token, tokenise
from gui.engines.vocabulary import vocabulary
from gui.engines.wording import words_of
from gui.language.romanise import has_hangul
from gui.language.width import fold

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_FIRST_TIE = 0xE000
_TIE = re.compile(r"[\ue000-\uf8ff*]")
_COMMA = re.compile(
    r"\s*[,;]\s+(?!(?:LLP|LLC|PLLC|Inc|Ltd|Corp|Co|L\.P|P\.C|N\.A|S\.A)\b)|\s*[;]\s*|(?<=[가-힣]),(?=\S)"
)
_BULLET = re.compile(r"^[\s○ㅇ●◦•∙▪■□◆▶▷※·-]+(?=\S)")
_STATUS = re.compile(r"^\s*[(\[]?\s*(전|현|前|現)\s*[)\]]\s*|\s*[(\[]\s*(전|현|前|現)\s*[)\]]\s*$")
_EXPERIENCE = re.compile(r"^(?P<field>.+?)\s*(?:분야\s*)?(?P<years>\d{1,2})여?\s*년\s*(?:이상\s*)?(?:경력|경험)$")
_LEGAL_FORM = re.compile(r"\(\s?[주사재유]\s?\)|㈜|['\"“”「」『』]")
"""Legal forms and quotation marks, which the English of a name goes without."""

_AWARDED_BY = re.compile(r"(장관|청장|처장|위원장|총장)\s?(표창|상|감사패|공로패)(?![가-힣])")
"""Whoever gives an award is written with or without spaces: 산업통상자원부장관 표창."""

_HANJA = re.compile(r"[\u4e00-\u9fff]")
_LEVEL = re.compile(r"(?<=[장관보사관무])급$")
"""차관급: somebody of that rank, whatever the title."""


def translate_cell(text: str, year: int, context: str = "") -> Rendering | None:
    """English for a position or an item of somebody's career, ``None`` where it cannot be read.

    Args:
        text: The cell's text without its bullet.
        year: The year of the release, which decides the century of ``'98``.
        context: The kind of organisation that the table is about, where a cell names none.
    """
    if not text.strip():
        return None
    try:
        rendering = _cell(_BULLET.sub("", fold(text)).strip(), year, context)
    except Unreadable:
        return None
    return None if _HANJA.search(rendering.text) else rendering


def organisation_kind(text: str) -> str:
    """What kind of organisation a cell names (``hospital``, ``ministry`` …), empty where that is not known."""
    try:
        return read_phrase(tokenise(fold(text), vocabulary())).kind
    except Unreadable:
        return ""


def _cell(text: str, year: int, context: str = "") -> Rendering:
    text, tenure = take_tenure(_AWARDED_BY.sub(r" \1\2", text), year)
    years = f" ({tenure})" if tenure else ""
    if not has_hangul(text) and not _ends_in_role(text):
        return Rendering(text.strip() + years, _slips(text))
    status = _STATUS.search(text)
    text, asides = _without_brackets(_LEGAL_FORM.sub(" ", _STATUS.sub("", text)))
    experience = _EXPERIENCE.match(text)
    rendering = _experience(experience) if experience else _cohort(text) or _career(text, context)
    former = status is not None and (status[1] or status[2]) in "전前"
    english = ("Former " if former else "") + rendering.text + (" (current)" if status and not former else "")
    english, marks = _with_brackets(english, asides, year)
    return Rendering(english + years, (*(_TIE.sub("", mark) for mark in rendering.marks), *marks))


def _cohort(text: str) -> Rendering | None:
    """A class or an examination, with the brackets tied to its end."""
    found = cohort(_TIE.sub("", text))
    return Rendering(found.text + "".join(_TIE.findall(text)), found.marks) if found else None


def _ends_in_role(text: str) -> bool:
    tokens = tokenise(_BRACKET.sub("", text), vocabulary())
    return len(tokens) > 1 and tokens[-1].is_any(Kind.ROLE)


def _slips(text: str) -> tuple[str, ...]:
    """A Latin text that is the name of a known organisation but for a slip."""
    return (text.strip(),) if vocabulary().similar_organisation(text) else ()


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """The text with a private character in place of each bracket, tied to the word before it, and their contents."""
    asides: list[str] = []

    def tie(match: re.Match[str]) -> str:
        asides.append(match[1].strip())
        return chr(_FIRST_TIE + len(asides) - 1)

    return _BRACKET.sub(tie, text), asides


def _with_brackets(text: str, asides: Sequence[str], year: int) -> tuple[str, tuple[str, ...]]:
    marks: tuple[str, ...] = ()
    for number, aside in enumerate(asides):
        english = Rendering(aside)
        if has_hangul(aside):
            english = _aside(aside, year) or _asides(aside, year) or Rendering(aside, (aside,))
        marks += english.marks
        text = text.replace(chr(_FIRST_TIE + number), f" ({english.text})" if english.text else "")
    return text, marks


def _aside(text: str, year: int) -> Rendering | None:
    """What stands in brackets: a career, or a field or place by itself; ``None`` where it cannot be read."""
    try:
        return _cell(text, year)
    except Unreadable:
        pass
    rest, terms = take_terms(f"{text} ")
    terms = elected_term(text) or ("" if rest.strip() else terms)
    if terms:
        return Rendering(terms)
    tokens = tokenise(text, vocabulary())
    if tokens and all(token.is_any(Kind.COUNTRY, Kind.PLACE) for token in tokens):
        return Rendering(", ".join(words_of([token]) for token in reversed(tokens)))
    try:
        phrase = read_phrase(tokens)
    except Unreadable:
        return None
    if phrase.roles or phrase.place_of_work or not phrase.subject:
        return None
    return Rendering(phrase.subject, tuple(phrase.marks))


def _asides(text: str, year: int) -> Rendering | None:
    """Several things in one pair of brackets: 4선, 국토교통위원장."""
    parts = [part for part in _COMMA.split(text) if part.strip()]
    found = [english for part in parts if (english := _aside(part, year))]
    if len(parts) < 2 or len(found) < len(parts):
        return None
    return Rendering(", ".join(part.text for part in found), tuple(mark for part in found for mark in part.marks))


def _experience(match: re.Match[str]) -> Rendering:
    phrase = read_phrase(tokenise(match["field"], vocabulary()))
    if phrase.organisation or phrase.units or phrase.roles or not phrase.subject:
        raise Unreadable
    return Rendering(f"{int(match['years'])} years of experience in {_lower(phrase.subject)}", tuple(phrase.marks))


def _lower(words: str) -> str:
    return " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in words.split())


def _career(text: str, context: str) -> Rendering:
    """The phrases of a cell, linked as they are: shared organisation, shared role, or one after the other."""
    phrases: list[Phrase] = []
    former = False
    for part in filter(str.strip, _COMMA.split(text)):
        level = _LEVEL.search(part.strip())
        part, terms = take_terms(number_forces(_LEVEL.sub("", part.strip())))
        tokens = list(tokenise(part, vocabulary()))
        standing = take_standing(tokens)
        former |= standing.former and not phrases
        later_former = standing.former and bool(phrases)
        for piece in _by_role(tokens):
            _add(phrases, read_phrase(piece, context))
        if level and phrases[-1].roles:
            phrases[-1].roles[-1] += "-level official"
        if terms:
            _set_terms(phrases[-1], terms)
        _hold(phrases[-1], standing)
        if later_former and phrases[-1].roles:
            phrases[-1].roles[-1] = f"Former {phrases[-1].roles[-1]}"
    if not phrases or (len(phrases) > 1 and not all(phrase.roles for phrase in phrases)):
        raise Unreadable
    if not any(phrase.roles or phrase.organisation or phrase.units for phrase in phrases):
        raise Unreadable
    text = "; ".join(map(_written, phrases))
    before = ("Former " if phrases[0].roles else "Formerly with ") if former else ""
    return Rendering(before + text, tuple(mark for phrase in phrases for mark in phrase.marks))


def _set_terms(phrase: Phrase, terms: str) -> None:
    """제21대 국회의원: Member of the 21st National Assembly; 제5대 원장: 5th President."""
    role, assembly = phrase.roles[0] if phrase.roles else "", "the National Assembly"
    if assembly in role:
        phrase.roles[0] = role.replace(assembly, f"the {terms} National Assembly")
    elif role:
        phrase.roles[0] = f"{terms} {role}"
    else:
        raise Unreadable


def _hold(phrase: Phrase, standing: Standing) -> None:
    """Say how the office is held."""
    if not standing.forms:
        return
    if not phrase.roles or phrase.degree:
        raise Unreadable
    before, phrase.roles[-1] = phrase.roles[-1], standing.of(phrase.roles[-1])
    phrase.marks = [phrase.roles[-1] if mark == before else mark for mark in phrase.marks]


def _by_role(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut after each role that a word like 겸 links to what follows."""
    pieces: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        if (
            token.is_any(Kind.AND)
            and before
            and before.is_any(Kind.ROLE, Kind.HEAD, Kind.DEGREE)
            and not before.is_any(Kind.FIELD)
        ):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _add(phrases: list[Phrase], phrase: Phrase) -> None:
    """Add a phrase; a bare role joins the one before it, since it is held at the same place."""
    last = phrases[-1] if phrases else None
    if last and last.roles and phrase.roles and not phrase.has_place and last.degree is phrase.degree:
        last.roles += phrase.roles
        last.marks += phrase.marks
        return
    if last and last.kind == "university" and phrase.organisation in _UNIVERSITY_BODIES:
        phrase.organisation = f"{last.organisation} {phrase.organisation}"
        phrase.marks.append(phrase.organisation)
    phrases.append(phrase)


_UNIVERSITY_BODIES = frozenset({"Medical Center", "Hospital", "Cancer Hospital"})
"""Named without their university after one of its offices: 고려대 부총장 겸 의료원장."""


def _written(phrase: Phrase) -> str:
    if not phrase.roles:
        return ", ".join(phrase.place_of_work) or phrase.subject
    if phrase.degree:
        return _degree(phrase)
    place = phrase.place_of_work
    if phrase.join == "of" and not phrase.subject and place and place[0].startswith("Department of "):
        phrase.subject = place.pop(0).removeprefix("Department of ")
    first, tied = _untied(phrase.roles[0]) if phrase.subject else (phrase.roles[0], "")
    title = _role(first, phrase.subject, phrase.join)
    phrase.marks = [title if mark == phrase.roles[0] and "{}" in mark else mark for mark in phrase.marks]
    role = _listed([title, *phrase.roles[1:]])
    if role.startswith("Mayor of ") or (len(place) > 1 and place[-2].endswith("-gu")):
        place = [_AS_PLACES.get(name, name) for name in place]
    minister = _minister(role, place)
    if minister:
        return ", ".join(filter(None, [phrase.person, minister])) + tied
    return ", ".join(filter(None, [phrase.person, role, *place])) + tied


def _untied(role: str) -> tuple[str, str]:
    """A title and the brackets tied to it, which go to the end where a field follows the title."""
    bare = _TIE.sub("", role)
    return bare, role[len(bare) :] if role.startswith(bare) else ""


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


_AS_PLACES = {"Seoul Metropolitan Government": "Seoul"}
"""A government that is only a place where one of its districts is meant."""


def _role(role: str, subject: str, join: str) -> str:
    if "{}" in role:
        return " ".join(role.format(subject).split())
    if join == "for" and subject:
        return f"{role} for {subject}"
    if join == "charge":
        return f"In charge of {subject}" if subject else "Person in charge"
    if not subject:
        return role
    if join == "of":
        return f"{role} of {subject}"
    return f"{subject} {role}" if join == "pre" else f"{role}, {subject}"


_MINISTERS = frozenset({"Minister", "Vice Minister", "First Vice Minister", "Second Vice Minister"})


def _minister(role: str, place: list[str]) -> str:
    """Minister of Health and Welfare, not Minister, Ministry of Health and Welfare."""
    if role in _MINISTERS and len(place) == 1 and place[0].startswith("Ministry of "):
        return f"{role} of {place[0].removeprefix('Ministry of ')}"
    return ""


def _degree(phrase: Phrase) -> str:
    place = phrase.place_of_work
    subject = phrase.subject
    if not subject and place and place[0].startswith(("Department of ", "School of ")) and len(place) > 1:
        subject = place.pop(0).partition(" of ")[2]
    if phrase.join == "from":
        verb = phrase.roles[0]
        if not place:
            raise Unreadable
        return f"{verb} in {subject}, {', '.join(place)}" if subject else f"{verb} from {', '.join(place)}"
    degree = _listed([phrase.roles[0], *(role.replace("Master's", "master's") for role in phrase.roles[1:])])
    if subject:
        degree = f"{degree.partition(' in ')[0]} in {subject}"
    return ", ".join([degree, *place])
