"""What the parts of the window share: made once by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.bridge.messages import Messages
from gui.bridge.secrets import Secrets
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.workspace.shared_memories import SharedMemories

if TYPE_CHECKING:
    from gui.bridge.services import Drafters  # neither is needed for the first paint
    from gui.workspace.drafting import Engine

Engines = Callable[[], "tuple[Engine, ...]"]
"""Makes the engines with the settings of the moment, the embedded one first, which has no memory then: it is quick."""


@dataclass(frozen=True, slots=True)
class Context:
    """Settings, keys, background work, messages, engines and translation memories."""

    settings: Settings
    secrets: Secrets
    tasks: TaskRunner
    messages: Messages
    engines: Engines
    drafters: "Callable[[], Drafters]"
    memories: SharedMemories
