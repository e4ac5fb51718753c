"""Key bindings, made of the one table of commands.

All have priority: keys that arrive together are then done one after the other, each where the one before
it led. Each has its command's id, under which a person's own keys take the place of the usual ones.
"""

from textual.binding import Binding

from planner.presentation.commands import COMMANDS, MOVES, Command

Bindings = list[Binding | tuple[str, str] | tuple[str, str, str]]


def bindings() -> Bindings:
    """Return the key bindings of the main screen."""
    return [_binding(each) for each in COMMANDS]


def moves(*names: str) -> Bindings:
    """Return the key bindings of these moves, for a list that makes them."""
    return [_binding(each) for each in MOVES if each.id in names]


def _binding(command: Command) -> Binding:
    return Binding(
        command.keys,
        command.action,
        command.label,
        show=False,
        priority=True,
        tooltip=command.tooltip,
        id=command.id,
    )
