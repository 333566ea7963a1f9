"""Comments keep to their words while the English around them changes."""

from gui.document.review import Comment


def about(quote: str, start: int) -> Comment:
    return Comment("c1", "b1.1", "Sure?", quote=quote, start=start)


def test_a_comment_follows_its_words() -> None:
    assert about("minister", 4).span("The minister spoke.") == (4, 12)
    assert about("minister", 4).span("Today the minister spoke.") == (10, 18)


def test_of_several_places_the_nearest_counts() -> None:
    assert about("won", 20).span("120 won, and then 500 won") == (22, 25)


def test_words_that_are_gone_have_no_place() -> None:
    assert about("minister", 4).span("He spoke.") is None
    assert about("", 0).span("He spoke.") is None
