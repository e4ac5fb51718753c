"""What is wrong with files, file by file: the line, the key, what is wrong and what would be right."""

from collections.abc import Sequence
from itertools import groupby

from planner.core.problem import Problem
from planner.presentation.figures import count
from planner.presentation.lines import Line, line, wrap

_INDENT = 2


def draw(problems: Sequence[Problem], width: int) -> tuple[Line, ...]:
    """Return all problems in lines of at most this many cells."""
    if not problems:
        return (line("Everything could be read."),)
    introduction = f"{summary(problems)}. {_INTRODUCTION}"
    lines = [line((each, "dim")) for each in wrap(introduction, width)]
    for file, found in groupby(problems, key=lambda each: each.file):
        lines += [(), *_file(file, width)]
        for each in found:
            lines += _problem(each, width)
    lines += [(), *(line((each, "dim")) for each in wrap(_REMEDY, width))]
    return tuple(lines)


_INTRODUCTION = "These files were left out; everything else works without them."
_REMEDY = "Put them right; they are read again by themselves. `planner check` prints the same."


def summary(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, in a word or two; empty where there are none."""
    return count(len(problems), "problem") if problems else ""


def _file(file: str, width: int) -> list[Line]:
    """Return the path of a file whole, however many lines it takes."""
    return [line((file[start : start + width], "strong")) for start in range(0, len(file), width)]


def _problem(problem: Problem, width: int) -> list[Line]:
    place = f"line {problem.line}" if problem.line is not None else ""
    where = " · ".join(filter(None, (place, problem.key)))
    lines = [line(" " * _INDENT, (each, "key")) for each in wrap(where, width - _INDENT)]
    deeper = _INDENT * 2 if lines else _INDENT
    return lines + [line(f"{'':{deeper}}{each}") for each in wrap(problem.reason, width - deeper)]
