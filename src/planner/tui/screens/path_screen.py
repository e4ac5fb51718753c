"""What one can do to the path: move its items, skip one with the consequence first, pin one."""

from planner.session import Session
from planner.tui.screens.resource_screen import ResourceScreen


class PathScreen(ResourceScreen):
    """Turns keys on an item of the path into changes of the path."""

    def action_move_item(self, by: int) -> None:
        """Move what is highlighted a place earlier or later in its leg, or say why it stays."""
        from planner.presentation import move_words

        resource_id = self.highlighted()
        if resource_id is None or resource_id not in self.session.standing.steps:
            self.tell(move_words.NOT_ON_PATH if resource_id else "Choose an item of your path first.")
            return
        before, moved = self.session.standing, self.session.move(resource_id, by)
        if not isinstance(moved, Session):
            self.tell(move_words.refused(before, resource_id, by, moved))
            return
        self.session = moved
        where = move_words.moved(before, moved.standing, resource_id)
        self.tell(f"{moved.past[-1].label}\n{where} · {self.keys.of('undo')} takes it back")

    async def action_skip(self) -> None:
        """Skip what is highlighted; an item of the path after a look at what that would do."""
        chosen = self.chosen()
        if len(chosen) == 1 and self._is_to_do(chosen[0]):
            await self.open_page("skip", chosen[0])
        elif chosen:
            self.action_mark("skipped")

    def action_pin(self) -> None:
        """Pin what is highlighted into the path, or free it again."""
        from planner.presentation import move_words

        chosen, before = self.chosen(), self.session
        if not chosen:
            return
        pins = before.profile.pins_now(before.catalogue.renamed)
        is_new = not pins.issuperset(chosen)
        self.session = after = before.pin(chosen, into_path=is_new)
        effect = (
            move_words.pinned(before.standing, chosen[0])
            if is_new
            else move_words.freed(before.standing, after.standing, chosen[0])
        )
        self.tell(f"{after.past[-1].label}\n{effect} · {self.keys.of('undo')} takes it back")

    def _is_to_do(self, resource_id: str) -> bool:
        """Return whether a resource is on the path; what is skipped never is."""
        return resource_id in self.session.standing.steps
