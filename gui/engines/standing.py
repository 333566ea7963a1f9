"""How somebody holds an office: formerly, acting, designate; in which term, of which class.

``전 …장관``, ``이사장 직무대행``, ``대사 내정자``, ``제20·21대 국회의원``, ``사법연수원 30기``, ``행정고시 37회``.
"""

import re
from dataclasses import dataclass

from gui.engines.entries import Kind
from gui.engines.rendering import Rendering
from gui.engines.tokens import Token
from gui.engines.vocabulary import vocabulary
from gui.language.render import ordinal_figure

_TERMS = re.compile(
    r"(?:제\s?)?(?P<first>\d{1,3})(?P<more>(?:\s?[·,~-]\s?\d{1,3})*)\s?대(?=\s|국회|대통령|총장|[회원사의]?장)\s*"
)
_COHORT = re.compile(
    r"(?P<of>[^\d\s]+)\s*(?:제\s?)?(?P<number>\d{1,3})\s?(?:회|기)\s*(?:(?:수석\s?)?합격|수료|졸업|출신)?"
    r"|(?:제\s?)?(?P<sitting>\d{1,3})\s?회\s*(?P<exam>[^\d\s]+)\s*(?:(?:수석\s?)?합격)?"
)
_AFTER_NOUN = re.compile(r"(?= (?:of|to|for|and)\b)|(?=,)|$")
"""Where ``-designate`` goes: Ambassador-designate to Japan."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of an office beside its name; ``forms`` are templates or suffixes for the title."""

    former: bool = False
    forms: tuple[str, ...] = ()

    def of(self, role: str) -> str:
        """The title with everything that is said of it."""
        for form in self.forms:
            role = form.format(role) if "{}" in form else _after_noun(role, form)
        return role


def _after_noun(role: str, ending: str) -> str:
    match = _AFTER_NOUN.search(role)
    place = match.start() if match else len(role)
    return role[:place] + ending + role[place:]


def take_standing(tokens: list[Token]) -> Standing:
    """Drop 전, 현, 역임, 직무대행, 내정자 … at either end."""
    former, forms = False, list[str]()
    for place in (0, -1):
        while len(tokens) > 1 and (entry := tokens[place].entry(Kind.FORMER)):
            tokens.pop(place)
            former |= entry.english == "Former"
            forms += [entry.english] if entry.english not in ("Former", "current", "formerly") else []
    return Standing(former, tuple(forms))


def take_terms(text: str) -> tuple[str, str]:
    """The text without 제20·21대 and the ordinals: ``20th and 21st``; both as they were where there is none."""
    match = _TERMS.search(text)
    if match is None:
        return text, ""
    numbers = [match["first"], *re.findall(r"\d+", match["more"])]
    ordinals = [ordinal_figure(int(number)) for number in numbers]
    link = " to " if re.search(r"[~-]", match["more"]) else " and "
    listed = link.join(filter(None, [", ".join(ordinals[:-1]), ordinals[-1]]))
    return text[: match.start()] + " " + text[match.end() :], listed


_ELECTED = re.compile(r"민선\s?(?:제\s?)?(?P<number>\d{1,2})\s?기")


def elected_term(text: str) -> str:
    """민선 8기: the term of somebody elected to head a locality, empty for anything else."""
    match = _ELECTED.fullmatch(text.strip())
    return f"{ordinal_figure(int(match['number']))} popularly elected term" if match else ""


_NUMBERED_FORCE = re.compile(
    r"(?:제\s?)?(?P<number>\d{1,3})\s?"
    r"(?=[가-힣]{0,6}(?:사단|군단|여단|연대|대대|함대|비행단|전단|야전군|작전사령)(?:장|관|부|사령관|사령부)?(?:\s|$))"
)


def number_forces(text: str) -> str:
    """The text with the ordinals of forces in English: 제10전투비행단장, 3사단."""
    return _NUMBERED_FORCE.sub(lambda match: f"{ordinal_figure(int(match['number']))} ", text)


def cohort(text: str) -> Rendering | None:
    """The class of a school (사법연수원 30기) or the sitting of a state examination (행정고시 37회)."""
    match = _COHORT.fullmatch(text.strip())
    if match is None:
        return None
    number = ordinal_figure(int(match["number"] or match["sitting"]))
    name = (match["of"] or match["exam"]).removesuffix("합격")
    for entry in vocabulary().get(name):
        if entry.kind is Kind.EXAM:
            return Rendering(f"Passed the {number} {entry.english}", () if entry.sure else (entry.english,))
        if entry.kind is Kind.ORGANISATION and entry.context == "university":
            return Rendering(f"{number} class, {entry.english}", () if entry.sure else (entry.english,))
    return None
