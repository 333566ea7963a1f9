"""Sentences that are put together from counts and names."""

import pytest

from gui import i18n
from gui.document.errors import note
from gui.models import wording
from gui.workspace.drafting import DraftSummary


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (
            DraftSummary(2, 1, 3, (("deepl", 4), ("google", 1)), to_confirm=5, left=6),
            "Drafted 11 of 17: 2 from memory, 1 from similar sentences, 3 fixed forms and table cells, 4 by deepl, "
            "1 by google; 5 to confirm.",
        ),
        (DraftSummary(0, 0, 3, (), to_confirm=0, left=0), "Drafted 3 of 3: 3 fixed forms and table cells."),
    ],
)
def test_where_drafts_came_from(summary: DraftSummary, sentence: str) -> None:
    assert wording.drafted(summary) == sentence


def test_a_host_is_told_with_where_it_stands() -> None:
    assert wording.place("10.0.0.1") == "10.0.0.1, in your own network"
    assert wording.place("api.deepl.com") == "api.deepl.com, on the internet"
    i18n.use("ko")
    assert "api.deepl.com" in wording.place("api.deepl.com")


def test_a_name_in_a_sentence_is_translated_with_it() -> None:
    i18n.use("ko")
    engine, text = (
        note("Google Translate"),
        "{engine} cannot be reached: check the network connection and the server address.",
    )
    said = i18n.say(note(text, engine=engine))
    assert said.startswith(i18n.tr("Google Translate"))
    assert "Google Translate" not in said
