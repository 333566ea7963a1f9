"""Takes the picture in the README: the window on the sample with its draft, as a first start shows it."""

import tempfile
from contextlib import closing
from pathlib import Path

from gui import app
from gui.workspace import drafting, engine_settings, headless
from gui.workspace.samples import sample_release
from gui.workspace.shared_memories import SharedMemories

SEGMENT = "b8.2"
"""A sentence with figures and terms, so that the panels have something to show."""

PICTURE = Path(__file__).with_name("screenshot.png")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, closing(SharedMemories()) as mine:
        sample = sample_release()
        settings = engine_settings.from_environment(memories=engine_settings.memories(sample.name, mine))
        results = headless.main_job(sample, Path(folder), drafting.engines_for(None, settings))
        app.render(results.project, PICTURE, SEGMENT)
    print(PICTURE.name)


if __name__ == "__main__":
    main()
