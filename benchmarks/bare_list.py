"""A bare Textual list: what a key in the Curriculum is measured against."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from planner.core.text import clean
from planner.session import Session

READY = "HELLO-LIST"


class BareList(App[None]):
    """Textual's own list: of so many rows, or of the titles of everything in the curricula."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "check", priority=True)]

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield OptionList(*(Option(Content(f"☐ {each}")) for each in (READY, *_titles())))

    def action_check(self) -> None:
        """Check off the highlighted row, or take that back."""
        rows = self.query_one(OptionList)
        if rows.highlighted is not None:
            text = str(rows.get_option_at_index(rows.highlighted).prompt)
            other = text.replace("☐", "☑") if "☐" in text else text.replace("☑", "☐")
            rows.replace_option_prompt_at_index(rows.highlighted, Content(other))


def _titles() -> list[str]:
    if len(sys.argv) > 1:
        return [f"A resource with the number {each}" for each in range(int(sys.argv[1]))]
    return [clean(each.title) for each in Session.open().catalogue.listed]


if __name__ == "__main__":
    BareList().run()
