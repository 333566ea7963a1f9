"""Takes the picture in the README: the window on the sample with its draft, as a first start shows it."""

import tempfile
from pathlib import Path

from gui import app
from gui.workspace import drafting, headless
from gui.workspace.samples import sample_release

PICTURE = Path(__file__).with_name("screenshot.png")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        results = headless.main_job(sample_release(), Path(folder), drafting.known_engines()[:1])
        app.render(results.project, PICTURE)
    print(PICTURE.name)


if __name__ == "__main__":
    main()
