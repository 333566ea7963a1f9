"""The forms of numbers: what they need is looked for instead of the forms, so it must be in all that they match."""

from dataclasses import replace
from pathlib import Path

import pytest

from gui.language import english_forms, korean_forms
from gui.language.amounts import Quantity
from gui.language.forms import Forms
from gui.language.width import fold

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
ALL = "abcdefghijklmnopqrstuvwxyz0123456789.#다의이는"
"""As needs: one of these characters is in nearly every text."""

FORMS = {
    "en": (english_forms._FORMS,),
    "ko": (korean_forms._NAME_FORMS, korean_forms._NUMBER_FORMS),
}


def without_needs(forms: Forms) -> Forms:
    """The same forms, each tried in every text that has a word."""
    return Forms(replace(form, needs=tuple(ALL)) for form in forms._forms)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside the checkout")
@pytest.mark.parametrize("language", FORMS)
def test_a_form_is_found_wherever_it_is(language: str) -> None:
    lines = next(CORPUS.glob(f"*.{language}")).read_text(encoding="utf-8").splitlines()
    for forms in FORMS[language]:
        every = without_needs(forms)
        for line in map(fold, lines):
            quick: list[Quantity] = []
            slow: list[Quantity] = []
            forms.take(line, None, quick)
            every.take(line, None, slow)
            assert quick == slow
