"""Builds a phrase of a career word by word: names, units and fields from left to right, then what closes it."""

from collections.abc import Sequence

from gui.engines.entries import Entry, Kind
from gui.engines.phrase import Phrase, Unreadable, is_of_whole
from gui.engines.phrase_rules import (
    AT_PLACES,
    ATTRIBUTES,
    LONGEST_FIELD,
    LONGEST_PLACE,
    OF_THE_WORLD,
    OFFICIAL,
    PLAIN_UNITS,
    SAFE_MODIFIERS,
    SAYS_NOTHING,
    WHOLE,
    WITH_INSTITUTES,
    composed,
    head_of_named,
    name_part,
    tells_kind,
)
from gui.engines.tokens import Token
from gui.engines.vocabulary import kind_of, latin_key, vocabulary
from gui.engines.wording import field_of, is_exact, words_of
from gui.language.names import propose
from gui.language.romanise import has_hangul, romanise


class PhraseReader:
    """Builds a phrase: first what stands before the role, left to right, then the role."""

    def __init__(self, context: str) -> None:
        self._phrase = Phrase(kind=context)
        self._pending: list[Token] = []
        self._place = ""
        self._opening: Token | None = None
        self._of_a_place = False
        self._named = ""

    def walk(self, tokens: Sequence[Token], closing: Token | None = None) -> None:
        """Read the words before the role, or before whatever word closes the phrase."""
        for number, token in enumerate(tokens):
            following = tokens[number + 1] if number + 1 < len(tokens) else closing
            self._word(token, following)

    def _word(self, token: Token, following: Token | None) -> None:
        if token.is_any(Kind.ORGANISATION) and not (token.glued and self._pending) and not self._is_part(token):
            self._organisation(token)
        elif self._joins_name(token, following):
            self._pending.append(token)
        elif token.is_any(Kind.GENERIC) and self._opens_name(following):
            self._opening = token
        elif token.is_any(Kind.GENERIC) and self._closes_name(token, following):
            self._close_with(token)
        elif self._opening and token.is_any(Kind.UNKNOWN, Kind.LATIN):
            self._pending.append(token)
            self._close_with(self._opening)
            self._opening = None
        elif token.is_any(Kind.SCHOOL) and not self._pending and self._phrase.kind not in WITH_INSTITUTES:
            self._school(token)
        elif token.is_any(Kind.UNIT):
            self._unit(token)
        elif token.is_any(Kind.UNKNOWN) and (self._person(token, following) or self._left(token, following)):
            return
        else:
            self._pending.append(name_part(token, following))

    def _is_part(self, token: Token) -> bool:
        """Whether the short name of a ministry is a desk here: 동아일보 산업부."""
        units = [entry for entry in token.entries if entry.kind is Kind.UNIT and entry.context]
        return any(entry.context == self._phrase.kind for entry in units) and bool(self._phrase.organisation)

    def _links(self, token: Token, following: Token) -> bool:
        """과 and 와 link two names; 과 right before a role is a department."""
        return token.text not in ("과", "와") or (
            not following.glued and not following.is_any(Kind.ROLE, Kind.HEAD, Kind.DEGREE)
        )

    def _joins_name(self, token: Token, following: Token | None) -> bool:
        """Whether a link or a generic is a word of a name: in 주택기금과 a division deals with the fund."""
        if following is None or token.is_any(Kind.AND):
            return following is not None and self._links(token, following)
        named = bool(self._pending) and not self._pending[0].is_any(Kind.UNKNOWN, Kind.LATIN)
        if not self._pending and self._phrase.organisation and not token.glued:
            named = not token.is_any(Kind.FIELD, Kind.UNIT)
            return named and following.glued and following.is_any(Kind.UNIT, Kind.HEAD)
        unit = following.glued and following.is_any(Kind.UNIT, Kind.HEAD)
        return named and unit and token.glued and token.is_any(Kind.GENERIC)

    def _opens_name(self, following: Token | None) -> bool:
        """법무법인 stands before the name: nothing is named yet, and a name comes next."""
        bare = not self._pending and not self._phrase.organisation
        return bare and following is not None and following.is_any(Kind.UNKNOWN, Kind.LATIN)

    def _closes_name(self, token: Token, following: Token | None) -> bool:
        """바이오 closes the name of a company after an unknown or Latin name, and is a field after a known one."""
        if not token.is_any(Kind.FIELD):
            return not token.is_any(Kind.UNIT) or not self._phrase.organisation
        if not self._pending or (following is not None and following.glued):
            return False
        return self._pending[-1].is_any(Kind.UNKNOWN) or (token.glued and self._pending[-1].is_any(Kind.LATIN))

    def _organisation(self, token: Token) -> None:
        entry = token.entry(Kind.ORGANISATION)
        if entry is None:
            raise Unreadable
        english, self._named = entry.english + token.suffix, token.text
        linked = bool(self._pending) and self._pending[-1].is_any(Kind.AND)
        if linked and self._phrase.organisation and len(self._pending) == 1:
            english = f"{self._phrase.organisation} and {english}"
        elif linked:
            english = f"{self._name_pending()} and {english}"
        elif self._pending and all(part.is_any(Kind.COUNTRY, Kind.PLACE) for part in self._pending):
            self._place = words_of(self._pending)
        elif self._pending or (self._phrase.organisation and token.glued):
            raise Unreadable
        elif self._phrase.organisation:
            if entry.context in OFFICIAL and self._phrase.kind not in OFFICIAL:
                raise Unreadable
            self._phrase.units.insert(0, english)
            english = self._phrase.organisation
        self._pending.clear()
        self._set_organisation(english, entry.context, sure=entry.sure)

    def _set_organisation(self, english: str, kind: str, *, sure: bool) -> None:
        self._phrase.organisation, self._phrase.kind = english, kind
        if not sure:
            self._phrase.marks.append(english)

    def _name_pending(self) -> str:
        """The pending words as the name of an organisation that is not known as a whole."""
        parts = [part for part in self._pending if not part.is_any(Kind.AND)]
        self._pending.clear()
        if len(parts) != 1:
            raise Unreadable
        name, _ = self._bare_name(parts[0])
        return name

    def _bare_name(self, token: Token) -> tuple[str, str]:
        """An unknown name and what kind of organisation it tells by itself; marked if it is Hangul or misspelt."""
        known = vocabulary().latin_organisation(token.entries[0].english) if token.is_any(Kind.LATIN) else None
        if known and latin_key(known.english) == latin_key(token.entries[0].english):
            return known.english + token.suffix, known.context
        name = token.entries[0].english if token.is_any(Kind.LATIN) else token.text
        if not token.is_any(Kind.LATIN) or vocabulary().similar_organisation(name):
            self._phrase.marks.append(name)
        return name + token.suffix, "" if kind_of(name) == "company" and not tells_kind(name) else kind_of(name)

    def _close_with(self, token: Token) -> None:
        entry = token.entry(Kind.GENERIC)
        if entry is None:
            raise Unreadable
        if entry.english == "Korea" and not self._pending and self._phrase.organisation:
            self._set_organisation(f"{self._phrase.organisation} Korea{token.suffix}", "company", sure=False)
        elif not token.glued and not self._pending and self._phrase.organisation and entry.context not in WHOLE:
            self._phrase.units.append(entry.english + token.suffix)
            self._phrase.marks.append(entry.english)
        elif token.glued and not self._pending and self._phrase.organisation:
            name = f"{self._phrase.organisation} {entry.english}{token.suffix}"
            self._set_organisation(name, entry.context, sure=False)
        else:
            self._close(entry, token.suffix)

    def _close(self, generic: Entry, suffix: str = "") -> None:
        """Close the name of an organisation, or of a unit where the organisation is known."""
        phrase, pending = self._phrase, self._pending
        if any(part.is_any(Kind.UNKNOWN) for part in pending[1:]):
            raise Unreadable
        name = composed(pending, generic) + suffix
        if phrase.organisation and (pending or phrase.kind == generic.context or generic.context not in WHOLE):
            phrase.units.append(name)
            phrase.marks.append(name)
        elif phrase.organisation:
            self._set_organisation(f"{phrase.organisation} {name}", generic.context, sure=False)
        else:
            told = generic.english.islower() and all(part.is_any(Kind.LATIN) for part in pending)
            self._set_organisation(name, generic.context, sure=told or not pending)
        pending.clear()

    def _school(self, token: Token) -> None:
        entry = token.entry(Kind.SCHOOL)
        if entry is None:
            raise Unreadable
        self._phrase.units.append(entry.english + token.suffix)
        self._phrase.marks.append(entry.english)
        self._phrase.kind = "university"

    def _unit(self, token: Token) -> None:
        units = [entry for entry in token.entries if entry.kind is Kind.UNIT]
        entry = self._fitting(units)
        self._name_unit(entry, entry.english, token)

    def _name_unit(self, entry: Entry, english: str, token: Token) -> None:
        if any(part.is_any(Kind.UNKNOWN) for part in self._pending) and self._unit_of_unknown(entry, english, token):
            return
        named = tuple(self._pending)
        words = words_of(named, capital=True)
        self._pending.clear()
        words = ATTRIBUTES.get(words, words)
        if entry.join == "dept" and any(part.is_any(Kind.PLACE) for part in named):
            raise Unreadable
        unit = f"{english} of {words}" if entry.join == "dept" and words else f"{words} {english}".strip()
        if self._phrase.units and not self._phrase.organisation:
            self._phrase.marks.append(self._phrase.units[0])
        self._phrase.units.append(unit + (token.suffix if entry.kind is Kind.UNIT else ""))
        of_a_company = entry.kind is Kind.HEAD and not token.glued and not self._phrase.organisation
        bare = not words and english in SAYS_NOTHING
        other_body = bool(named) and named[0].glued and not token.glued and bool(self._phrase.organisation)
        named_by_itself = bool(words) and entry.join != "dept" and english not in PLAIN_UNITS
        composed = other_body or named_by_itself or not is_exact(named)
        if of_a_company or bare or composed or self._phrase.kind in OFFICIAL or not entry.sure:
            self._phrase.marks.append(self._phrase.units[-1])

    def _unit_of_unknown(self, entry: Entry, english: str, token: Token) -> bool:
        """An unknown name before a unit is its organisation; glued to it, both are one name, which stays in Korean.

        So does the name of a part of a known organisation.
        """
        if self._phrase.units or not self._pending[0].is_any(Kind.UNKNOWN):
            raise Unreadable
        if (not self._phrase.organisation and not token.glued) or not all(part.glued for part in self._pending[1:]):
            self._phrase.organisation, self._phrase.kind = self._bare_name(self._pending.pop(0))
            return False
        unit = token.text.removesuffix("장" if entry.kind is Kind.HEAD else "")
        name = "".join(part.text if part.glued else f" {part.text}" for part in self._pending).strip() + unit
        if english in AT_PLACES and len(self._pending) == 1 and len(self._pending[0].text) <= LONGEST_PLACE:
            name = f"{romanise(self._pending[0].text, capital=True)} {english}"
        self._pending.clear()
        if self._phrase.organisation:
            self._phrase.units.append(name)
            self._phrase.marks.append(name)
        else:
            self._set_organisation(name, "", sure=False)
        return True

    def _person(self, token: Token, following: Token | None) -> bool:
        """A Korean name of three syllables between organisation and role, or before an organisation."""
        beside = bool(self._phrase.organisation) or bool(following and following.is_any(Kind.ORGANISATION))
        beside = beside and following is not None and not following.glued
        name = propose(token.text) if beside and len(token.text) == 3 and not self._pending else None
        if name is None:
            return False
        self._phrase.person = name
        self._phrase.marks.append(name)
        return True

    def _left(self, token: Token, following: Token | None) -> bool:
        """A word by itself between an organisation and a role: a part of it that nobody can name stays in Korean."""
        alone = not self._pending and not token.glued and following is not None and not following.glued
        if not self._phrase.organisation or not alone or not has_hangul(token.text):
            return False
        self._phrase.units.append(token.text + token.suffix)
        self._phrase.marks.append(token.text)
        return True

    def degree(self, token: Token) -> None:
        """Take a degree as what the phrase is about."""
        entry = token.entry(Kind.DEGREE)
        if entry is None:
            raise Unreadable
        self._phrase.roles, self._phrase.join, self._phrase.degree = [entry.english + token.suffix], entry.join, True
        if not entry.sure:
            self._phrase.marks.append(entry.english)

    def role(self, token: Token, modifiers: Sequence[Entry]) -> None:
        """Take a role, in its English for this kind of organisation."""
        if self._phrase.units and not self._phrase.organisation:
            self._phrase.marks.append(self._phrase.units[0])
        title = (token.entry(Kind.ROLE) or token.entries[0]).english
        whole = is_of_whole(title)
        self._settle(whole=whole)
        entry = self._fitting([entry for entry in token.entries if entry.kind is Kind.ROLE])
        if token.text == "장":
            entry = head_of_named(entry, self._named, self._phrase.organisation, self._phrase.kind)
        english = entry.english
        if self._of_a_place and "Professor" in english:
            raise Unreadable
        for modifier in reversed(modifiers):
            english = modifier.english + ("" if modifier.english.endswith("-") else " ") + english
        composed = any(modifier.english not in SAFE_MODIFIERS for modifier in modifiers)
        self._phrase.roles, self._phrase.join = [english + token.suffix], entry.join
        of_a_part = whole and bool(self._place or self._phrase.subject or modifiers)
        elsewhere = bool(entry.context) and entry.context != self._phrase.kind
        own_way = self._phrase.kind == "international" and not entry.context and OF_THE_WORLD.search(english)
        if not entry.sure or elsewhere or of_a_part or composed or own_way or self._is_open(token, entry):
            self._phrase.marks.append(english)
        if token.text == "책임자" and self._phrase.subject.startswith("Chief "):
            self._phrase.roles, self._phrase.subject = [f"{self._phrase.subject} Officer{token.suffix}"], ""
            self._phrase.marks = [*self._phrase.marks[:-1], self._phrase.roles[0]]
        composed_title = entry.join == "for" and self._phrase.kind in OFFICIAL
        if self._phrase.subject and (composed_title or (token.glued and token.text.endswith("장"))):
            self._phrase.marks.append(self._phrase.subject)

    def _fitting(self, entries: list[Entry]) -> Entry:
        """What a word is in this kind of organisation, else what it is in general."""
        fitting = [entry for entry in entries if entry.context == self._phrase.kind]
        general = [entry for entry in entries if not entry.context]
        return (fitting or general or entries)[0]

    def _is_open(self, token: Token, chosen: Entry) -> bool:
        """Whether the kind of organisation would decide and is not known."""
        others = {entry.english for entry in token.entries if entry.kind is Kind.ROLE} - {chosen.english}
        return bool(others) and not self._phrase.kind and bool(self._phrase.organisation)

    def head(self, token: Token) -> None:
        """Take the head of a unit: the unit's name ends in the same word as the title."""
        entries = [entry for entry in token.entries if entry.kind is Kind.HEAD]
        entry = self._fitting(entries)
        title, unit = entry.english.split(">")
        if entry.join == "generic":
            self._close(Entry(token.text, unit, Kind.GENERIC, context=entry.context))
        else:
            self._name_unit(entry, unit, token)
        self._settle(whole=False)
        self._phrase.roles, self._phrase.join = [title + token.suffix], "comma"
        if not entry.sure or (entry.join != "generic" and entry.context not in ("", self._phrase.kind)):
            self._phrase.marks.append(title)

    def _settle(self, *, whole: bool) -> None:
        """Give the words that no unit or generic closed their place: name, field, or where."""
        pending, phrase = self._pending, self._phrase
        if pending and not phrase.organisation and not phrase.units:
            self._settle_name(whole=whole)
        elif phrase.organisation and self._is_linked_name():
            phrase.organisation += f" and {self._name_pending()}"
        if any(part.is_any(Kind.UNKNOWN) for part in pending):
            raise Unreadable
        if pending:
            self._settle_field()
        pending.clear()

    def _is_linked_name(self) -> bool:
        pending = self._pending
        return len(pending) == 2 and pending[0].is_any(Kind.AND) and pending[1].is_any(Kind.UNKNOWN, Kind.LATIN)

    def _settle_name(self, *, whole: bool) -> None:
        pending = self._pending
        if len(pending) > 1 and pending[0].is_any(Kind.COUNTRY) and pending[1].is_any(Kind.LATIN, Kind.UNKNOWN):
            self._place = words_of([pending.pop(0)])
        first, more = pending[0], len(pending) > 1
        bare = first.is_any(Kind.UNKNOWN, Kind.LATIN)
        if bare and not (whole and more) and not first.is_any(Kind.FIELD):
            self._phrase.organisation, self._phrase.kind = self._bare_name(pending.pop(0))
        elif whole or (first.is_any(Kind.COUNTRY) and more and pending[1].glued):
            self._unknown_whole()

    def _settle_field(self) -> None:
        pending, phrase = self._pending, self._phrase
        if phrase.degree and not all(part.is_any(Kind.FIELD, Kind.LATIN, Kind.AND) for part in pending):
            raise Unreadable
        self._of_a_place = all(part.is_any(Kind.PLACE, Kind.COUNTRY) for part in pending)
        if self._of_a_place and phrase.organisation:
            self._place = words_of(pending)
            return
        phrase.subject = field_of(pending)
        if not is_exact(pending):
            phrase.marks.append(phrase.subject)
        other_company = pending[0].glued and phrase.kind in WITH_INSTITUTES and not phrase.units and not phrase.degree
        if other_company or (not phrase.organisation and any(part.glued for part in pending)):
            phrase.marks.append(phrase.subject)

    def _unknown_whole(self) -> None:
        """Known words make the name of an organisation that is not known: 한미반도체. It stays in Korean."""
        parts = self._pending
        named = parts[0].is_any(Kind.UNKNOWN, Kind.LATIN) or any(part.glued for part in parts)
        if not named or any(part.is_any(Kind.AND) for part in parts):
            raise Unreadable
        written = [part.entries[0].english if part.is_any(Kind.LATIN) else part.text for part in parts]
        name = "".join(text if part.glued else f" {text}" for part, text in zip(parts, written, strict=True)).strip()
        self._phrase.organisation = name
        self._phrase.marks.append(name)
        self._pending.clear()

    def finish(self) -> Phrase:
        """The phrase, complete.

        Raises:
            Unreadable: without a role, words are left over beside the organisation, or nobody knows it; or a field is
                too long to be one.
        """
        self._settle(whole=False)
        phrase = self._phrase
        if phrase.join == "pre" and len(phrase.subject.split()) > LONGEST_FIELD:
            raise Unreadable
        if not phrase.roles and phrase.place_of_work:
            if phrase.subject or has_hangul(phrase.organisation):
                raise Unreadable
            phrase.marks += phrase.units
        if self._place:
            self._phrase.organisation = ", ".join(filter(None, [self._phrase.organisation, self._place]))
        return self._phrase
