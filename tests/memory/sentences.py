"""Korean sentences with their English as a memory of press releases holds them, drawn by lot from a seed.

Words follow Zipf's law, as in any language: a few are everywhere, most are rare. About 60 characters a sentence.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

_STEMS = """
정책 산업 기술 지원 협력 안전 환경 교육 문화 농업 수산 해양 관광 금융 투자 수출 기업 시장 청년 고용 복지 의료
보건 연구 개발 혁신 규제 제도 예산 조세 재정 통상 외교 국방 치안 교통 철도 도로 항만 공항 주택 건설 도시 지역
균형 인구 가족 아동 노인 장애 소방 재난 기후 탄소 에너지 전력 원전 수소 배터리 반도체 바이오 우주 항공 로봇
데이터 통신 방송 보안 특허 표준 품질 유통 물류 소비 가격 물가 통계 조사 평가 감사 인증 심사 협약 회의 포럼
전시 행사 교류 캠페인 공모 선정 모집 설명 점검 훈련 상담 홍보
"""
_ENGLISH = """
policy industry technology support cooperation safety environment education culture agriculture fisheries
maritime tourism finance investment export company market youth employment welfare medical health research
development innovation regulation system budget tax fiscal trade diplomacy defense security transport railway
road port airport housing construction city regional balanced population family children seniors disability
fire disaster climate carbon energy power nuclear hydrogen battery semiconductor bio space aviation robot
data telecom broadcast secure patent standard quality retail logistics consumer price inflation statistics
survey evaluation audit certification review agreement meeting forum exhibition event exchange campaign
contest selection recruiting briefing inspection drill counseling publicity
"""
_PLACES = """
서울 부산 대구 인천 광주 대전 울산 세종 수원 창원 전주 청주 제주 춘천 강릉 포항 여수 목포 안동 군산
"""
_PARTICLES = """
을 를 의 에 과 와 및 로
"""
_ENDS = (
    ("추진한다고 밝혔다", "said it will promote"), ("확대하기로 했다", "decided to expand"),
    ("개최했다", "held"), ("지원할 계획이다", "plans to support"), ("점검했다", "inspected"),
    ("마련했다고 설명했다", "explained that it has prepared"), ("체결했다", "signed"),
    ("강화해 나갈 것이다", "will strengthen"),
    ("시행에 들어간다", "will start"), ("논의할 예정이다", "is scheduled to discuss"),
)  # fmt: skip
_FRAMES = (
    ("{place}시 {month}월 {day}일 {0} {1} {many}억원 {end}.", "{end} {0} and {1} with {many} won on {month}/{day}."),
    ("{0} {1} 지난해보다 {few}% 늘었다.", "Of {0}, {1} rose {few} percent from last year."),
    ("이번 {0} 기관 {few}곳과 {1} {end}.", "For this {0}, {few} bodies {end} {1}."),
    ("장관은 {0} {1} 바꾸겠다고 말했다.", "The minister said {0}, {1} will change lives."),
    ("{0} 비롯해 {1} 모두 {few}개가 담겼다.", "{few} tasks are included, such as {0} and {1}."),
    ("{0} 따라 {many}명에게 {1} 제공한다.", "The government offers {1} to {many} people by {0}."),
    ("참석자들은 {0} {1} 뜻을 모았다.", "Those present agreed that {0} needs {1}."),
    ("{place}에서 {0} {1} {many}여 명이 함께했다.", "{many} people of {1} came to {place} for {0}."),
    ("한편 {0} {month}월부터 {1} 적용된다.", "Meanwhile {0} applies to {1} from month {month}."),
    ("{0} {day}일까지 받으며 {1} 우대한다.", "Apply for {0} by day {day}; {1} is preferred."),
    ("특히 {0} {1} 애로 {few}건을 풀었다.", "Above all, {0} with {1} solved {few} problems."),
    ("{many}톤 규모 {0} {1} 문을 연다.", "{0} of {many} tons opens this year with {1}."),
)


class Sentences:
    """An endless supply of pairs of Korean and English, the same for the same seed."""

    def __init__(self, seed: int = 1, words: int = 30_000) -> None:
        self._random = random.Random(seed)
        self._words = [self._compound() for _ in range(words)]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(words)))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        while True:
            yield self.pair()

    def pair(self) -> tuple[str, str]:
        """A sentence and its English."""
        draw = self._random
        frame, english = draw.choice(_FRAMES)
        nouns = [draw.choices(self._words, cum_weights=self._weights, k=draw.randint(3, 4)) for _ in range(2)]
        korean = [" ".join(noun + draw.choice(_PARTICLES.split()) for noun, _ in some) for some in nouns]
        translated = [", ".join(word for _, word in some) for some in nouns]
        end, verb = draw.choice(_ENDS)
        place, month, day = draw.choice(_PLACES.split()), draw.randint(1, 12), draw.randint(1, 28)
        many, few = draw.randint(2, 9000), draw.randint(2, 99)
        source = frame.format(*korean, end=end, place=place, month=month, day=day, many=many, few=few)
        return source, english.format(*translated, end=verb, place=place, month=month, day=day, many=many, few=few)

    def word(self) -> tuple[str, str]:
        """A word and its English."""
        return self._random.choices(self._words, cum_weights=self._weights)[0]

    def _compound(self) -> tuple[str, str]:
        stems, english = _STEMS.split(), _ENGLISH.split()
        places = [self._random.randrange(len(stems)) for _ in range(self._random.choice((2, 2, 3)))]
        return "".join(stems[n] for n in places), " ".join(english[n % len(english)] for n in places)
