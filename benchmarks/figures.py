"""A figure beside its goal, and ratios of two things that were done in turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the acceptance table."""

    what: str
    value: float | None
    """None where it could not be measured."""
    goal: float | None = None
    """What it must not exceed; None for what is told besides."""
    unit: str = "×"
    at_least: bool = False
    """Whether the goal is what it must not fall short of."""
    note: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether there is a goal, and the figure does not meet it."""
        if self.goal is None or self.value is None:
            return False
        return self.value < self.goal if self.at_least else self.value > self.goal

    @property
    def shown(self) -> str:
        """The figure as the table says it."""
        return "–" if self.value is None else f"{_number(self.value)}{_space(self.unit)}{self.unit}"

    @property
    def goal_shown(self) -> str:
        """The goal as the table says it."""
        if self.goal is None:
            return ""
        return f"{'≥' if self.at_least else '≤'} {self.goal:g}{_space(self.unit)}{self.unit}"

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.value is None:
            return "skipped"
        return "" if self.goal is None else "missed" if self.is_missed else "ok"


_DIGITS = ((100, 0), (10, 1), (0.1, 2))
"""Decimals of figures from so much on."""


def ratio(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the median of the ratios, pair by pair."""
    return median(ours / (other or 1e-9) for ours, other in pairs)


def late(values: Sequence[float]) -> float:
    """Return what nineteen of twenty values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * 19 // 20)]


def _number(value: float) -> str:
    digits = next((digits for least, digits in _DIGITS if value >= least), 3)
    return f"{value:,.{digits}f}"


def _space(unit: str) -> str:
    return "" if unit == "%" else " "
