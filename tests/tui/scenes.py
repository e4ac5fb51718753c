"""Every screen and state worth a picture: snapshot tests and screenshots/ are both drawn from here."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from unittest.mock import patch

from builders import at
from planner.core.marking import Answers
from planner.core.pending import Pending
from planner.core.profile import Profile
from planner.session import Session
from planner.tui.app import PlannerApp
from planner.tui.screens.main import MainScreen
from planner.tui.screens.page import Page

EVENING = at("2026-11-23T20:00:00+01:00")
SMALL, LARGE, WIDE = (80, 24), (120, 40), (200, 60)
FINISHED = (
    ("cs50-sql", 78), ("practical-test-pyramid", 74), ("twelve-factor", 71), ("gilded-rose", 66),
    ("mdn-http", 60), ("fastapi-tutorial", 44), ("pytest-book", 18), ("stripe-fraud-primer", 9),
)  # fmt: skip
"""What the person of day 92 has done, and how many days ago."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    session: Callable[[Path], Session] = lambda file: day_one(file)  # noqa: PLW0108 - defined below
    theme: str = "planner-dark"
    toasts: bool = False
    colour: bool = True


def newcomer(file: Path) -> Session:
    """Return the session of someone who opens planner for the first time."""
    session = Session.open(file, clock=EVENING)
    return replace(session, profile=Profile("picture"), device="pictures")


def kept(file: Path, profile: Profile) -> Session:
    """Return the session of someone with this profile."""
    return replace(newcomer(file), profile=profile, pending=Pending(profile, is_new=True))


def day_one(file: Path) -> Session:
    """Return the session of a data scientist who has answered the three questions."""
    return kept(file, _set_up())


def day_92(file: Path) -> Session:
    """Return the session of the same person after a quarter of evenings."""
    return kept(file, _after_a_quarter())


@cache
def _set_up() -> Profile:
    return newcomer(Path("none.toml")).set_up(Answers("data-scientist", 8, "finance-fraud")).planned().profile


@cache
def _after_a_quarter() -> Profile:
    session = day_one(Path("none.toml"))
    for resource_id, days_ago in FINISHED:
        session = replace(session, clock=_earlier(days_ago)).mark([resource_id], "done")
    session = replace(session, clock=_earlier(6)).mark(["ddia"], "doing").tick("ddia", 2)
    return replace(session, clock=EVENING).planned().profile


def studying(file: Path) -> Session:
    """Return the session of the same person, who wrote down hours and a note on the book of these weeks."""
    session = day_92(file)
    for days_ago, minutes in ((6, 90), (4, 60), (1, 45)):
        session = session.log("ddia", minutes, EVENING().date() - timedelta(days=days_ago))
    note = "Chapter 3: SSTables and B-trees.\nAsk Mira how their compaction is tuned."
    return replace(session.note("ddia", note), past=())


def there(file: Path) -> Session:
    """Return the session of someone who claims to be at the target."""
    session = newcomer(file).set_up(Answers("unicorn-mle", 8, "finance-fraud"))
    return replace(session.mark(session.standing.steps, "known"), past=())


def there_on_evidence(file: Path) -> Session:
    """Return the session of someone who has done in planner all that the target asks for."""
    session = newcomer(file).set_up(Answers("none", 8, "finance-fraud"))
    return replace(session.mark(session.standing.steps, "done"), past=())


def with_problems(file: Path) -> Session:
    """Return the session of someone with a curriculum that could not be read."""
    own = file.parent / "curricula"
    own.mkdir(parents=True, exist_ok=True)
    (own / "mine.toml").write_text('format = 1\nid = "mine"\ntitle = "Mine"\nhours = 3\n')
    session = day_one(file)
    from planner.storage import curricula, locations

    loaded = curricula.load(locations.bundled_curricula(), own)
    return replace(session, problems=loaded.problems)


def _earlier(days: int) -> Callable[[], datetime]:
    return lambda: EVENING() - timedelta(days=days)


SCENES = (
    Scene("first-run-80x24", SMALL, ("down", "down", "down"), newcomer),
    Scene("first-run-120x40", LARGE, ("down", "down", "down"), newcomer),
    Scene("map-80x24", SMALL),
    Scene("map-120x40", LARGE),
    Scene("map-light-80x24", SMALL, theme="planner-light"),
    Scene("map-light-120x40", LARGE, theme="planner-light"),
    Scene("map-day-92-80x24", SMALL, session=day_92),
    Scene("map-day-92-120x40", LARGE, ("z",), session=day_92),
    Scene("map-day-92-zoomed-120x40", LARGE, session=day_92),
    Scene("map-checked-off-120x40", LARGE, ("space",), session=day_92, toasts=True),
    Scene("map-evidence-120x40", LARGE, ("m",), day_92),
    Scene("numbers-80x24", SMALL, ("i", "down"), day_92),
    Scene("numbers-120x40", LARGE, ("i",), day_92),
    Scene("claims-80x24", SMALL, ("c", "right", "right", "right", "right"), day_92),
    Scene("claims-120x40", LARGE, ("c", "right", "right", "right", "right"), day_92),
    Scene("presumed-80x24", SMALL, ("P", "space", "down"), day_92),
    Scene("map-there-120x40", LARGE, session=there),
    Scene("map-there-on-evidence-120x40", LARGE, session=there_on_evidence),
    Scene("map-no-colour-80x24", SMALL, session=day_92, colour=False),
    Scene("map-checked-off-80x24", SMALL, ("space",), day_92, toasts=True),
    Scene("too-small-44x14", (44, 14), session=day_92),
    Scene("map-wide-200x60", (200, 60), session=day_92),
    Scene("map-ansi-80x24", SMALL, theme="ansi-dark"),
    Scene("map-problems-80x24", SMALL, session=with_problems),
    Scene("curriculum-80x24", SMALL, ("2", "down", "down", "down"), day_92),
    Scene("curriculum-120x40", LARGE, ("2", "down", "down", "down"), day_92),
    Scene("curriculum-60x20", (60, 20), ("2", "down", "down", "down"), day_92),
    Scene("curriculum-wide-200x60", WIDE, ("2", *["F"] * 4, *["down"] * 3), day_92),
    Scene("curriculum-light-120x40", LARGE, ("2", "down", "down", "down"), day_92, "planner-light"),
    Scene("curriculum-ansi-80x24", SMALL, ("2", "f", "S", "y", "enter", *["down"] * 3), day_92, "ansi-dark"),
    Scene("curriculum-heading-120x40", LARGE, ("2", "H", *["down"] * 7), day_92),
    Scene("curriculum-filtered-120x40", LARGE, ("f", "M", "f", "y", "enter", *["down"] * 3), day_92),
    Scene("curriculum-filter-page-80x24", SMALL, ("f", "M", "f", "y", "b"), day_92),
    Scene("curriculum-filter-page-60x20", (60, 20), ("f", "M", "f", "y", "b"), day_92),
    Scene("curriculum-search-80x24", SMALL, ("slash", *"desgn", "space", *"data"), day_92),
    Scene("curriculum-empty-80x24", SMALL, ("f", "v", "dollar_sign", "enter"), day_92),
    Scene("curriculum-selected-80x24", SMALL, ("slash", *"database", "enter", "v", "v", "down", "v"), day_92),
    Scene("detail-80x24", SMALL, ("slash", *"ddia", "enter", "enter"), studying),
    Scene("detail-120x40", LARGE, ("slash", *"ddia", "enter", "enter", "down", "down"), studying),
    Scene("path-80x24", SMALL, ("3",), day_92),
    Scene("path-120x40", LARGE, ("3",), day_92),
    Scene("help-80x24", SMALL, ("question_mark",)),
    Scene("palette-80x24", SMALL, ("colon",)),
    Scene("tiny-60x20", (60, 20), session=day_92),
)


async def play(scene: Scene, folder: Path) -> str:
    """Play a scene without a terminal and return its picture as SVG."""
    with patch.dict(os.environ, {} if scene.colour else {"NO_COLOR": "1"}):
        app = PlannerApp(scene.session(folder / "profile.toml"))
    app.theme = scene.theme
    async with app.run_test(size=scene.size, notifications=scene.toasts) as pilot:
        await pilot.pause()
        for key in ("", *scene.keys):
            await pilot.press(*filter(None, [key]))
            for screen in app.screen_stack:
                if isinstance(screen, MainScreen | Page):
                    screen.settle()
            await pilot.pause()
        return _crisp(app.export_screenshot(title="planner", simplify=True))


def _crisp(svg: str) -> str:
    """Return a picture with its half blocks as rectangles: few fonts draw them as terminals do."""
    tops = dict(re.findall(r'<clipPath id="([^"]+)">\s*<rect x="0" y="([\d.]+)"', svg))
    half = re.search(r'<clipPath id="[^"]+-line-0">\s*<rect [^>]*height="([\d.]+)"', svg)
    assert half is not None

    def rectangle(match: re.Match[str]) -> str:
        style, x, length, clip = match.groups()
        return (
            f'<rect class="{style}" x="{x}" y="{tops[clip]}" width="{length}" '
            f'height="{float(half[1]) / 2:g}" shape-rendering="crispEdges"/>'
        )

    text = (
        r'<text class="([^"]+)" x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)" '
        r'clip-path="url\(#([^)]+)\)">▀+</text>'
    )
    return re.sub(text, rectangle, svg)
