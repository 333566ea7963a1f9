import csv
from collections import Counter

import pytest

from gui import assets
from gui.engines.entries import Kind
from gui.engines.vocabulary import kind_of, vocabulary


@pytest.mark.parametrize("name", ["careers.tsv", "organisations.tsv", "forms.tsv"])
def test_no_row_stands_twice(name: str) -> None:
    with assets.path("language", name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = [column for column in ("kind", "context") if column in rows[0]]
    keys = Counter(("".join(row["ko"].split()), *(row[column] for column in columns)) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(None not in row.values() and None not in row for row in rows)


def test_the_vocabulary_is_large() -> None:
    with assets.path("language", "careers.tsv").open(encoding="utf-8", newline="") as file:
        kinds = Counter(row["kind"] for row in csv.DictReader(file, delimiter="\t"))
    assert kinds["role"] > 500
    assert kinds["field"] > 500
    assert set(kinds) <= set(Kind)


@pytest.mark.parametrize(
    ("english", "kind"),
    [
        ("Gangnam Severance Hospital", "hospital"),
        ("Yonsei University Health System", "hospital"),
        ("Boston Intellectual Property Law Association", "association"),
        ("McNeill Baur PLLC", "lawfirm"),
        ("Google", "company"),
        ("한빛", ""),
    ],
)
def test_names_that_tell_what_they_are(english: str, kind: str) -> None:
    assert kind_of(english) == kind


def test_latin_names_are_found_however_they_are_written() -> None:
    found = vocabulary().latin_organisation("Bain&Company")
    assert found
    assert found.english == "Bain & Company"
    assert vocabulary().latin_organisation("Nobody & Sons") is None


def test_a_slip_in_a_known_name() -> None:
    found = vocabulary().similar_organisation("Boston Dymaics")
    assert found
    assert found.english == "Boston Dynamics"
    assert vocabulary().similar_organisation("Boston Dynamics") is None
