"""What has to hold between curricula: ids known, ids unique, no cycles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from msgspec import Struct

from planner.core.curriculum import AREAS, Curriculum, Resource
from planner.core.problem import MOST_TOLD, KeyPath
from planner.core.profile import STATUSES

RESERVED: frozenset[str] = frozenset({*STATUSES, *AREAS, "known", "none"})
"""Words that commands understand, so nothing can be called that."""
_SHOWN_IN_CYCLE = 5
_ROUNDS = 8
"""As many go through what has prerequisites in files as people write them, most of it at first."""
_MOST_COMPARED = 20_000
"""How many names are compared with unknown ones to say which was meant; it takes its time."""


class Fault(Struct, frozen=True):
    """Something in a curriculum that does not fit the rest."""

    curriculum: str
    path: KeyPath
    reason: str


def find_faults(curricula: Sequence[Curriculum]) -> tuple[Fault, ...]:
    """Return all that keeps these curricula from being one catalogue; a cycle is looked for last."""
    faults = tuple(_ids(curricula)) + tuple(_references(curricula))
    return faults or tuple(_cycle(curricula))


def first_of(wrong: Iterable[tuple[KeyPath, str]], amount: int) -> Iterator[tuple[KeyPath, str]]:
    """Go through the first of this many things that are wrong with a file, each with its place."""
    yield from islice(wrong, MOST_TOLD)
    if amount > MOST_TOLD:
        yield (), f"and {amount - MOST_TOLD} more problems; put these right first"


def _ids(curricula: Sequence[Curriculum]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], str] = {}
    for curriculum, path, name in _named(curricula):
        kind = str(path[0])
        if name in RESERVED:
            yield Fault(curriculum.id, path, f"'{name}' is a word of planner's own; choose another id")
        elif (kind, name) in seen:
            yield Fault(curriculum.id, path, f"'{name}' is taken by {seen[kind, name]}; ids are unique")
        seen.setdefault((kind, name), f"{curriculum.id}.toml")


def _named(curricula: Sequence[Curriculum]) -> Iterator[tuple[Curriculum, KeyPath, str]]:
    """Go through everything that has an id; former ids come last, so that they give way to live ones."""
    for curriculum in curricula:
        for index, competency in enumerate(curriculum.competencies):
            yield curriculum, ("competency", index, "id"), competency.id
        for index, resource in enumerate(curriculum.resources):
            yield curriculum, ("resource", index, "id"), resource.id
        for index, role in enumerate(curriculum.roles):
            yield curriculum, ("role", index, "id"), role.id
    for curriculum in curricula:
        for index, resource in enumerate(curriculum.resources):
            for former in resource.formerly:
                yield curriculum, ("resource", index, "formerly"), former


def _references(curricula: Sequence[Curriculum]) -> Iterator[Fault]:
    resources = {each.id for curriculum in curricula for each in curriculum.resources}
    competencies = {each.id for curriculum in curricula for each in curriculum.competencies}
    every = {"resource": sorted(resources), "competency": sorted(competencies)}
    known = {"resource": resources, "competency": competencies}
    left = _MOST_COMPARED
    for curriculum in curricula:
        for path, names, kind in _mentions(curriculum):
            if known[kind].issuperset(names):
                continue
            for name in (each for each in names if each not in known[kind]):
                left -= len(known[kind])
                whole = (*path, name) if isinstance(names, Mapping) else path
                yield Fault(curriculum.id, whole, _unknown(name, kind, every[kind] if left >= 0 else ()))


def _mentions(curriculum: Curriculum) -> Iterator[tuple[KeyPath, Iterable[str], str]]:
    """Go through everything that names others, with the kind of what it names."""
    for index, resource in enumerate(curriculum.resources):
        yield ("resource", index, "requires"), resource.requires, "resource"
        yield ("resource", index, "teaches"), resource.teaches, "competency"
    for index, role in enumerate(curriculum.roles):
        yield ("role", index, "essential"), role.essential, "resource"
        for group in role.one_of:
            yield ("role", index, "one_of"), group, "resource"
        yield ("role", index, "typical"), role.typical, "competency"


def _unknown(name: str, kind: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    return f"no curriculum has a {kind} '{name}'{hint}"


def _cycle(curricula: Sequence[Curriculum]) -> Iterator[Fault]:
    graph = {each.id: each.requires for curriculum in curricula for each in curriculum.resources}
    if _is_soon_laid_out(graph):
        return
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle = list(reversed(error.args[1][1:]))
        yield _blame(curricula, cycle)


def _is_soon_laid_out(graph: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a few rounds lay everything out after what it requires: then there is no cycle."""
    laid: set[str] = set()
    left = list(graph.items())
    for _ in range(_ROUNDS):
        kept = []
        for each in left:
            if laid.issuperset(each[1]):
                laid.add(each[0])
            else:
                kept.append(each)
        left = kept
        if not left:
            return True
    return False


def _blame(curricula: Sequence[Curriculum], cycle: list[str]) -> Fault:
    """Blame the file that was loaded last of those in the cycle."""
    places: Mapping[str, tuple[int, int, Resource]] = {
        resource.id: (order, index, resource)
        for order, curriculum in enumerate(curricula)
        for index, resource in enumerate(curriculum.resources)
    }
    last = max(cycle, key=lambda each: (places[each][0], -places[each][1]))
    order, index, _ = places[last]
    turned = cycle[cycle.index(last) :] + cycle[: cycle.index(last)]
    shown = [*turned[:_SHOWN_IN_CYCLE], *(["…"] if len(turned) > _SHOWN_IN_CYCLE else []), last]
    path: KeyPath = ("resource", index, "requires")
    return Fault(
        curricula[order].id, path, f"prerequisites go in a circle: {' → '.join(shown)}; remove one of them"
    )
