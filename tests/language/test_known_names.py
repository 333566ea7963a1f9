from gui.language.known_names import near_misses


def test_the_right_name_comes_as_it_is_written() -> None:
    text = "메사추세츠 종합병원, 대응제약, Bain&Company"
    assert [(text[miss.start : miss.end], miss.right) for miss in near_misses(text)] == [
        ("메사추세츠 종합병원", "매사추세츠 종합병원"),
        ("대응제약", "대웅제약"),
        ("Bain&Company", "Bain & Company"),
    ]


def test_short_words_are_no_near_misses_within_longer_ones() -> None:
    assert near_misses("안센터에서 얀센과 양센스를 말했다.") == ()


def test_misspellings_within_words_only_where_they_are_long() -> None:
    assert [miss.right for miss in near_misses("글로벌컨텐츠와 카페지기")] == ["콘텐츠"]
