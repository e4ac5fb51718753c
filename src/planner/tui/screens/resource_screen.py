"""What one can do to the highlighted resource: check it off, mark it, tick its parts, open its link."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import on
from textual.screen import Screen

from planner.core.curriculum import Resource
from planner.presentation.sheet import Target
from planner.tui.messages import ResourceToggled, TargetChosen
from planner.tui.screens.session_screen import SessionScreen

if TYPE_CHECKING:
    from planner.core.marking import Mark
    from planner.tui.screens.page import Deed
    from planner.tui.screens.pages import PageName


class ResourceScreen(SessionScreen):
    """Turns keys and clicks on a resource into changes of the session."""

    def highlighted(self) -> str | None:
        """Return the highlighted resource, if one is."""
        raise NotImplementedError

    def chosen(self) -> Sequence[str]:
        """Return the resources that a mark is meant for, and say so where there is none."""
        return self.one()

    def marked(self) -> None:
        """Go on after what was chosen has been marked."""

    def part(self) -> int:
        """Return the part of the highlighted resource that the cursor is on; 0 for none."""
        return 0

    def one(self) -> Sequence[str]:
        """Return the highlighted resource, and say so where there is none."""
        resource_id = self.highlighted()
        if resource_id is None:
            self.tell("Choose a resource first.")
            return ()
        return (resource_id,)

    @on(ResourceToggled)
    def _toggle(self, message: ResourceToggled) -> None:
        self.change(self.session.toggle(message.resource_id))

    def action_check_off(self) -> None:
        """Check off what is highlighted or selected; on a part, tick up to it."""
        resource_id, part = self.highlighted(), self.part()
        if resource_id is not None and part:
            self.tick_up_to(resource_id, part)
        else:
            self.action_mark("done")

    def action_mark(self, mark: "Mark") -> None:
        """Mark what is highlighted or selected, as one change."""
        chosen = self.chosen()
        if chosen:
            self.change(self.session.toggle_marks(chosen, mark))
            self.marked()

    def tick_up_to(self, resource_id: str, part: int) -> None:
        """Tick the parts up to one; the last one that is ticked, take back."""
        resource = self.session.catalogue.resources[resource_id]
        ticked = self.session.profile.progress_of(resource).parts
        self._tick(resource, part - 1 if ticked == part else part)

    def _tick(self, resource: Resource, parts: int) -> None:
        is_last = parts >= resource.parts and self.session.profile.progress_of(resource).status != "done"
        then = f"If that was all: {self.keys.of('toggle')} in the list checks it off." if is_last else ""
        self.change(self.session.tick(resource.id, parts), then)

    def do(self, target: Target) -> None:
        """Do what stands at the cursor or under the mouse."""
        if target.does == "part":
            self.tick_up_to(target.id, int(target.value))
        elif target.does == "link":
            self.action_open_link()

    @on(TargetChosen)
    def _clicked_target(self, message: TargetChosen) -> None:
        self.do(message.target)

    def action_tick(self, by: int) -> None:
        """Tick a part of what is highlighted, or take one back."""
        for resource_id in self.one():
            resource = self.session.catalogue.resources[resource_id]
            if resource.parts:
                parts = self.session.profile.progress_of(resource).parts + by
                self._tick(resource, parts)
            else:
                self.tell(f"It has no parts to tick; {self.keys.of('toggle')} checks it off whole.")

    def action_open_link(self, copy: bool = False) -> None:
        """Open the link of what is highlighted; copy it where that is asked for, or there is no browser."""
        from planner.tui.links import open_link

        for resource_id in self.one():
            url = self.session.catalogue.resources[resource_id].url
            if not copy and open_link(url):
                self.tell(f"Opened {url}")
            else:
                self.app.copy_to_clipboard(url)
                self.tell(f"Copied {url}")

    async def action_page(self, name: "PageName") -> None:
        """Open a page over the screen."""
        await self.open_page(name, self.highlighted())

    async def open_page(self, name: "PageName", about: str | None) -> None:
        """Open a page over the screen that is about a resource, a number, or nothing; keys wait for it."""
        from planner.tui.screens.pages import open_page

        self.hush()
        await self.app.push_screen(open_page(name, self.session, about, self.keys), self._do)

    async def action_page_on(self, name: "PageName") -> None:
        """Open a page about the highlighted resource."""
        if self.one():
            await self.action_page(name)

    async def action_time(self) -> None:
        """Open the time dialog: about the highlighted resource, or about the timer where it runs."""
        if self.session.timer or self.one():
            await self.action_page("time")

    def finish(self, screens: Iterable[Screen[Any]]) -> None:
        """Do what is half done on the pages that are open: planner is being left."""
        from planner.tui.screens.page import Page

        for each in screens:
            if isinstance(each, Page):
                self._do(each.unfinished())

    def _do(self, deed: "Deed | None") -> None:
        """Do what someone decided on a page, if there is still something to do."""
        changed = deed(self.session) if deed is not None else self.session
        if changed is not self.session:
            self.change(changed)
