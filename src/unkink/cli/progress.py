"""`unkink progress`: whether it helps, in the terminal or for other programs."""

from __future__ import annotations

from unkink.cli.common import Data, data_folder, write_json
from unkink.cli.options import Json


def progress(json: Json = False, data: Data = None) -> None:  # noqa: FBT002 - a flag
    """Tell whether it helps, as far as your record can say."""
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `--help` stays fast

    told = open_use_cases(data_folder(data)).measures.progress()
    if json:
        write_json(told)
    else:
        from unkink.cli.progress_page import show  # noqa: PLC0415

        show(told)
