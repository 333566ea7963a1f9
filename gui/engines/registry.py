"""All engines by name, the embedded default first."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gui.document.errors import EngineError
from gui.engines.base import Engine
from gui.engines.consent import Consents, GivenConsents
from gui.engines.ctranslate2 import CTranslate2
from gui.engines.embedded import EmbeddedEngine
from gui.engines.fxtranslate import Fxtranslate
from gui.engines.neural import LOADED, ModelKind, NeuralEngine
from gui.engines.online import OnlineSettings, online_engines
from gui.engines.pacing import Traffic
from gui.engines.pairs import PairSource


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the models on this machine are; empty where none was chosen."""

    ctranslate2: str = ""
    fxtranslate: str = ""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What engines need from outside: memories in order of trust, models, services, consents, the traffic up to now."""

    memories: Sequence[PairSource] = ()
    models: ModelSettings = field(default_factory=ModelSettings)
    online: OnlineSettings = field(default_factory=OnlineSettings)
    consents: Consents = field(default_factory=GivenConsents)
    traffic: Traffic = field(default_factory=Traffic)


def engines(settings: EngineSettings | None = None) -> tuple[Engine, ...]:
    """All engines, ready or not, the embedded default first. Touches no network and loads nothing heavy."""
    settings = settings or EngineSettings()
    kinds: tuple[ModelKind, ...] = (CTranslate2(settings.models.ctranslate2), Fxtranslate(settings.models.fxtranslate))
    LOADED.settle(kinds)
    return (
        EmbeddedEngine(settings.memories),
        *(NeuralEngine(kind) for kind in kinds),
        *online_engines(settings.online, settings.consents, settings.traffic),
    )


def engine(name: str, settings: EngineSettings | None = None) -> Engine:
    """The engine with this name.

    Raises:
        EngineError: there is none; the sentence lists the names there are.
    """
    known = engines(settings)
    for candidate in known:
        if candidate.name == name:
            return candidate
    names = ", ".join(candidate.name for candidate in known)
    raise EngineError("There is no engine called {name}; choose one of these: {names}.", name=name, names=names)
