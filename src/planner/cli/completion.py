"""What the shell offers on tab: ids of resources, competencies and roles."""

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from planner.cli.files import Files
from planner.core.catalogue import Catalogue
from planner.core.curriculum import AREAS
from planner.core.marking import MARKS
from planner.core.target import NO_VIA
from planner.session import catalogue_in

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_Offer = tuple[str, str]
"""A word, and what it stands for."""


def _completer(offers: Callable[[Catalogue], Iterable[_Offer]]) -> Completer:
    """Return a completer of what a catalogue offers. The profile stays closed: a tab changes nothing."""

    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        files = context.find_object(Files) or Files()
        offered = offers(catalogue_in(files.curricula))
        return [CompletionItem(word, help=text) for word, text in offered if word.startswith(begun)]

    return complete


def _resources(catalogue: Catalogue) -> Iterator[_Offer]:
    return ((each.id, each.title) for each in catalogue.resources.values())


def _marks(catalogue: Catalogue) -> Iterator[_Offer]:
    yield from ((mark, f"mark them {mark}") for mark in MARKS)
    yield from _resources(catalogue)


def _competencies(catalogue: Catalogue) -> Iterator[_Offer]:
    return ((each.id, each.title) for each in catalogue.competencies.values())


def _domains(catalogue: Catalogue) -> Iterator[_Offer]:
    return ((each.id, each.title) for each in catalogue.domains)


def _numbers(catalogue: Catalogue) -> Iterator[_Offer]:
    yield from ((area, f"the whole area {area}") for area in AREAS)
    yield from _competencies(catalogue)


def _roles(catalogue: Catalogue) -> Iterator[_Offer]:
    yield from ((each.id, each.title) for each in catalogue.roles.values())
    yield NO_VIA, "none of them"


resources = _completer(_resources)
"""Offers ids of resources."""
resources_and_marks = _completer(_marks)
"""Offers marks, and ids of resources."""
competencies = _completer(_competencies)
"""Offers ids of competencies."""
domains = _completer(_domains)
"""Offers ids of domains."""
areas_and_competencies = _completer(_numbers)
"""Offers areas, and ids of competencies."""
roles = _completer(_roles)
"""Offers ids of roles, and none."""
