"""Every command and every resource in the command palette."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from planner.core.text import clean
from planner.presentation.keys import Keys
from planner.tui.messages import ResourceOpened
from planner.tui.screens.main import MainScreen


class PlannerCommands(Provider):
    """Offers the table of commands first, then the resources by title."""

    async def discover(self) -> Hits:
        """Offer the commands before anything is typed."""
        for _, title, run in self._commands():
            yield DiscoveryHit(Content(clean(title)), run, text=title)

    async def search(self, query: str) -> Hits:
        """Offer what fits, what is called so first."""
        matcher = self.matcher(query)
        for name, title, run in (*self._commands(), *self._resources()):
            score = matcher.match(title)
            if score > 0:
                score += matcher.match(name)
                yield Hit(score, Content(clean(title)), run, text=title)

    def _commands(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        keys = self.screen.keys if isinstance(self.screen, MainScreen) else Keys()
        for each in keys.commands:
            if each.id not in ("palette", "back"):
                title = f"{each.label[0].upper()}{each.label[1:]} ({each.key})  {each.tooltip}"
                yield each.label, title, partial(self.screen.run_action, each.action)

    def _resources(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        if isinstance(self.screen, MainScreen):
            for resource in self.screen.session.catalogue.resources.values():
                title = clean(resource.title)
                yield title, title, partial(self._open, resource.id)

    def _open(self, resource_id: str) -> None:
        self.screen.post_message(ResourceOpened(resource_id))
