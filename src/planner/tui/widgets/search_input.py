"""The line one types in to search."""

import asyncio
from collections.abc import Callable

from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class SearchInput(Input):
    """Enter leads to what was found at once, before the next key counts."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Its place is the same, whatever stands in it: a letter lays out nothing anew."""

    BINDINGS = [Binding("enter,down", "leave", show=False, priority=True)]

    def __init__(self, found: Callable[[], None], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            placeholder="title, author, competency", id=id, compact=True, max_length=80, validate_on=()
        )
        self.disable_messages(Input.Changed)  # who lists what is found watches the value itself
        self._found = found

    async def action_leave(self) -> None:
        """Go on with what was found, once every letter typed so far has counted."""
        typed = asyncio.Event()
        self.call_later(typed.set)
        await typed.wait()
        self._found()
