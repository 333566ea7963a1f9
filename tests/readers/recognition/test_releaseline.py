"""When a release may be reported, in the many ways of saying it."""

import pytest

from gui.document.richtext import RichText
from gui.readers.recognition.releaseline import is_release_line, read_distributed, read_embargo, release_blocks

CASES = {
    "보도시점 : 2025. 5. 20. 석간 / 배포 : 2025. 5. 19.": "2025-05-20T12:00",
    "보도시점 '25.5.20(화) 12시 이후": "2025-05-20T12:00",
    "보도일시: 5월 20일(화) 오후 2시 이후 보도 배포일: 2025. 5. 19.": "2025-05-20T14:00",
    "보도시점 5. 21.(수) 조간(5. 20.(화) 12:00 이후 온라인) 배포 2025. 5. 19.": "2025-05-20T12:00",
    "보도일시 2025. 5. 20.(화) 조간(5. 19. 12시 이후 보도 가능)": "2025-05-19T12:00",
    "보도시점 2026. 1. 2.(금) 조간 (온라인 12. 31. 12:00)": "2025-12-31T12:00",
    "보도시점 2026. 4. 8.(수) 조간 (통신 4. 8. 08:00 이후)": "2026-04-08T08:00",
    "보도시점 2025. 5. 20.(화) 17:00 이후 (지면은 5. 21. 조간부터)": "2025-05-20T17:00",
    "보도시점 2025년 5월 20일 정오": "2025-05-20T12:00",
    "보도시점 2025. 5. 20.(화) 24:00": "2025-05-21T00:00",
    "보도시점 2025. 5. 20.(화) 11:00(행사 시작) 이후": "2025-05-20T11:00",
    "보도시점 2025. 5. 20.(화) 행사 시작 이후": "an event",
    "보도시점 2025. 5. 20.(화) 국무회의 종료 후(15:00 예정)": "an event",
    "보도시점 2025. 5. 20.(화) 별도 공지 시": "an event",
    "보도시점 2025. 5. 20.(화) 배포 즉시": "at once",
    "보도시점 : 2025. 5. 20.(화) 배포시부터": "at once",
    "보도시점 : 배포시점부터 보도 가능": "at once",
    "※ 이 자료는 2025년 5월 20일(화) 12:00 이후부터 취급하여 주십시오.": "2025-05-20T12:00",
    "2025년 5월 20일 (화) 조간부터 보도하여 주시기 바랍니다.": "2025-05-20T06:00",
}


@pytest.mark.parametrize(("line", "expected"), CASES.items())
def test_lifts(line: str, expected: str) -> None:
    assert is_release_line(line)
    blocks = release_blocks(RichText(line))
    embargo = read_embargo(blocks, read_distributed(blocks))
    lifts = embargo.lifts_at.isoformat()[:16] if embargo and embargo.lifts_at else "an event"
    assert (lifts if embargo else "at once") == expected
    assert "".join(block.text.text for block in blocks).replace(" ", "") == line.replace(" ", "")
