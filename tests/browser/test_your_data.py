"""Your data, in a browser: taken out, deleted, and brought back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all

from unkink.bootstrap import open_use_cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened, Server


def _downloaded(page: Page, name: str) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name=name).click()
    return started.value.path()


@pytest.mark.browser
def test_all_of_it_can_leave_be_deleted_and_come_back(
    open_page: Callable[..., Opened], server: Server
) -> None:
    """Download a backup, delete everything, choose the backup: the record is there again."""
    page, watch = open_page()
    answer_all(page)
    page.goto(f"{server.url}/#/your-data")
    page.get_by_text("1 round of safety answers").wait_for()
    everything = json.loads(_downloaded(page, "Download: Everything").read_bytes())
    backup = _downloaded(page, "Download a backup")
    assert 1 == len(everything["answers"])

    page.get_by_role("button", name="Delete everything …").click()
    sure = page.get_by_role("dialog")
    assert sure.get_by_role("button", name="Delete everything").is_disabled()
    sure.get_by_role("textbox").fill("Delete everything")
    sure.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Begin").wait_for()
    assert () == tuple(open_use_cases(server.data).store.answers())

    page.goto(f"{server.url}/#/your-data")
    page.get_by_label("A backup, or").set_input_files(
        {"name": "mine.zip", "mimeType": "application/zip", "buffer": backup.read_bytes()}
    )
    page.get_by_role("button", name="Add it to what is here").click()
    page.get_by_text("1 round of safety answers").wait_for()
    assert 1 == len(open_use_cases(server.data).store.answers())
    assert [] == watch.strangers


@pytest.mark.browser
def test_a_file_that_is_no_record_is_told_and_changes_nothing(
    open_page: Callable[..., Opened], server: Server
) -> None:
    """Whoever picks the wrong file is told so in one line."""
    page, watch = open_page()
    watch.expected = ("422",)
    answer_all(page)
    page.goto(f"{server.url}/#/your-data")
    page.get_by_label("A backup, or").set_input_files(
        {"name": "holiday.json", "mimeType": "application/json", "buffer": b'{"sun": true}'}
    )
    page.get_by_role("button", name="Put it in place of what is here").click()
    page.get_by_role("alert").get_by_text("was not written by").wait_for()

    assert 1 == len(open_use_cases(server.data).store.answers())
