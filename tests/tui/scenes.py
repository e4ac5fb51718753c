"""Every screen and state worth a picture: snapshot tests and screenshots/ are both drawn from here."""

import os
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec.structs import replace
from textual.pilot import Pilot

from builders import OWN_CURRICULUM, at
from planner.configuration import Configuration
from planner.core.marking import Answers
from planner.core.pending import Pending
from planner.core.profile import Profile
from planner.session import Session
from planner.storage import backups
from planner.storage.config_file import Config
from planner.storage.profile_text import dump
from planner.tui.app import PlannerApp
from planner.tui.full_screen import FullScreen
from planner.tui.restore_app import RestoreApp, Trouble
from planner.tui.screens.main import MainScreen
from planner.tui.screens.page import Page

EVENING = at("2026-11-23T20:00:00+01:00")
SMALL, LARGE, WIDE = (80, 24), (120, 40), (200, 60)
WHAT_IF = ("right", "right", "down", "down", "down", "right")
"""The keys that ask for two hours more and another domain."""
FINISHED = (
    ("cs50-sql", 78), ("practical-test-pyramid", 74), ("twelve-factor", 71), ("gilded-rose", 66),
    ("mdn-http", 60), ("rules-of-ml", 48), ("fastapi-tutorial", 44), ("pytorch-tutorials", 26),
    ("pytest-book", 18), ("stripe-fraud-primer", 9), ("github-actions", 2),
)  # fmt: skip
"""What the person of day 92 has done, and how many days ago."""
EVENINGS = (
    ("cs50-sql", "92:60 91:90 90:75 89:120 87:150 86:180 85:45 84:90 83:120 82:60 80:180 79:150 78:120"),
    ("practical-test-pyramid", "76:60 74:75"),
    ("twelve-factor", "73:75 71:60"),
    ("gilded-rose", "70:90 68:105 66:210"),
    ("mdn-http", "65:60 64:90 63:75 61:120 60:135"),
    ("rules-of-ml", "58:75 50:45 48:60"),
    ("fastapi-tutorial", "56:60 55:120 54:60 53:90 51:105 49:75 47:60 45:120 44:150"),
    ("pytorch-tutorials", "34:120 33:75 31:180 30:60 29:45 28:90 27:75 26:210"),
    ("pytest-book", "35:60 25:150 24:165 23:105 22:60 21:120 20:75 19:150 18:165"),
    ("stripe-fraud-primer", "15:45 10:50 9:75"),
    ("github-actions", "8:75 6:120 4:60 2:100"),
    ("ddia", "14:60 12:60 8:90 7:45 5:45 3:60 2:75 1:75 0:30"),
)  # fmt: skip
"""When that person studied what: days ago and minutes."""
TICKED = {("ddia", 8): 1, ("ddia", 2): 2}
"""Parts that the person had ticked, so many days ago."""


NOTE = """\
Chapter 3: LSM trees against B-trees. Write amplification is the price of both:
measure it before choosing.

- [x] draw the compaction of figure 3-2 by hand
- [ ] why do column stores sort by more than one key?

Ask Mira how the payments team shards its ledger."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    session: Callable[[Path], Session] = lambda file: day_one(file)  # noqa: PLW0108 - defined below
    theme: str = "planner-dark"
    says: bool = False
    """Whether what is said of the last keys is in it."""
    colour: bool = True
    app: Callable[[Session], FullScreen[Any]] = PlannerApp


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
def _set_up(days_ago: int = 0) -> Profile:
    session = replace(newcomer(Path("none.toml")), clock=_earlier(days_ago))
    return session.set_up(Answers("data-scientist", 8, "finance-fraud")).planned().profile


@cache
def _after_a_quarter() -> Profile:
    return kept(Path("none.toml"), _until(0)).planned().profile


@cache
def _until(days_ago: int) -> Profile:
    """Return the profile of the person of day 92 as it was so many days before."""
    session = kept(Path("none.toml"), _set_up(92))
    evenings = [
        (int(day), resource_id, int(minutes))
        for resource_id, logged in EVENINGS
        for day, minutes in (each.split(":") for each in logged.split())
    ]
    for day, resource_id, minutes in sorted(evenings, reverse=True):
        if day >= days_ago:
            session = replace(session, clock=_earlier(day))
            session = session.log(resource_id, minutes, session.today)
            if (resource_id, day) in FINISHED:
                session = session.mark([resource_id], "done")
            if (resource_id, day) in TICKED:
                session = session.tick(resource_id, TICKED[resource_id, day])
    return session.profile


def with_holidays(file: Path) -> Session:
    """Return the session of the same person with two weeks off over the holidays."""
    away = (date(2026, 12, 21), date(2027, 1, 3))
    session = day_92(file)
    wanted = replace(session.conditions, away=(away,))
    return kept(file, session.go(session.under(wanted), None, "holidays").profile)


def with_time(file: Path) -> Session:
    """Return the session of the same person with evenings of study logged."""
    return kept(file, _with_evenings())


def with_own_keys(session: Session) -> PlannerApp:
    """Return planner for someone who has other keys for a few commands."""
    wishes = {"toggle": ("d",), "skip": ("X", "f8"), "help": ("J",), "quit": ("Q",), "time": ("ctrl+t",)}
    return PlannerApp(session, Configuration(Config(Path(), keys=wishes)))


def timing(file: Path) -> Session:
    """Return the session of the same person with the timer running for most of an hour."""
    return kept(file, replace(with_time(file), clock=_earlier(0, 42)).start_timer("ddia").profile)


def with_note(file: Path) -> Session:
    """Return the session of the same person with a note on what they read."""
    return kept(file, with_time(file).note("ddia", NOTE).profile)


def without_hours(file: Path) -> Session:
    """Return the session of the same person, had they never written down an hour."""
    profile = _after_a_quarter()
    tables = {name: table for name, table in profile.tables.items() if name != "sessions"}
    return kept(file, replace(profile, tables=tables))


@cache
def _with_evenings() -> Profile:
    session = without_hours(Path("none.toml"))
    for days_ago, minutes in ((12, 50), (9, 75), (6, 120), (3, 60), (1, 90)):
        day = (EVENING() - timedelta(days=days_ago)).date()
        session = replace(session, clock=_earlier(days_ago)).log("ddia", minutes, day)
    return replace(session, clock=EVENING).profile


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
    (own / "other.toml").write_text(OWN_CURRICULUM.replace("good", "other").replace("0.5", "[1, 2") + "\n")
    session = day_one(file)
    from planner.storage import curricula, locations

    loaded = curricula.load(locations.bundled_curricula(), own)
    problems = [
        replace(each, file=f"/home/you/planner/curricula/{Path(each.file).name}") for each in loaded.problems
    ]
    return replace(session, problems=tuple(problems))


def with_backups(file: Path) -> Session:
    """Return the session of the person of day 92, with the backups of that time."""
    session = day_92(file)
    for number, (_, days_ago) in enumerate(FINISHED):
        earlier = EVENING() - timedelta(days=days_ago, hours=number, minutes=7 * number)
        reason = ("save", "import", "save", "conflict-copy")[number % 4]
        backups.keep(session.store.backup_folder, dump(_until(days_ago + 1)).encode(), earlier, reason)
    backups.keep(session.store.backup_folder, b"format = [", EVENING() - timedelta(days=1), "restore")
    backups.keep(session.store.backup_folder, dump(_until(1)).encode(), EVENING(), "save")
    return session


def damaged(session: Session) -> RestoreApp:
    """Return what opens where that person's profile is damaged."""
    session.file.write_text("")
    words = "/home/anna/planner/profile.toml:41: is no TOML: Expected '=' after a key in a key/value pair"
    return RestoreApp(Trouble(session.file, words, is_there=True, clock=session.clock))


def missing(session: Session) -> RestoreApp:
    """Return what opens where that person's profile is not there any more."""
    words = "/home/anna/planner/profile.toml is not there, but there are backups of it."
    return RestoreApp(Trouble(session.file, words, is_there=False, clock=session.clock))


def _earlier(days: int, minutes: int = 0) -> Callable[[], datetime]:
    return lambda: EVENING() - timedelta(days=days, minutes=minutes)


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
    Scene("map-checked-off-120x40", LARGE, ("space",), session=day_92, says=True),
    Scene("map-evidence-120x40", LARGE, ("m",), day_92),
    Scene("numbers-80x24", SMALL, ("i", "down"), day_92),
    Scene("numbers-120x40", LARGE, ("i",), day_92),
    Scene("claims-80x24", SMALL, ("c", "right", "right", "right", "right"), day_92),
    Scene("claims-120x40", LARGE, ("c", "right", "right", "right", "right"), day_92),
    Scene("presumed-80x24", SMALL, ("P", "space", "down"), day_92),
    Scene("map-there-120x40", LARGE, session=there),
    Scene("map-there-on-evidence-120x40", LARGE, session=there_on_evidence),
    Scene("map-no-colour-80x24", SMALL, session=day_92, colour=False),
    Scene("map-checked-off-80x24", SMALL, ("space",), day_92, says=True),
    Scene("too-small-44x14", (44, 14), session=day_92),
    Scene("map-wide-200x60", (200, 60), session=day_92),
    Scene("map-ansi-80x24", SMALL, theme="ansi-dark"),
    Scene("map-problems-80x24", SMALL, session=with_problems),
    Scene("problems-80x24", SMALL, ("exclamation_mark",), with_problems),
    Scene("problems-120x40", LARGE, ("exclamation_mark",), with_problems),
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
    Scene("path-wide-200x60", (200, 60), ("3", *["down"] * 22), day_92),
    Scene("path-light-120x40", LARGE, ("3", *["down"] * 33), day_92, "planner-light"),
    Scene("path-moved-120x40", LARGE, ("3", "down", "right_square_bracket"), day_92, says=True),
    Scene("path-weeks-80x24", SMALL, ("3", "b"), with_holidays),
    Scene("path-weeks-120x40", LARGE, ("3", "b", "down", "down"), with_holidays),
    Scene("path-holidays-100x30", (100, 30), ("3",), with_holidays),
    Scene("path-there-80x24", SMALL, ("3",), there),
    Scene("what-if-80x24", SMALL, ("3", "w", *WHAT_IF), day_92),
    Scene("what-if-120x40", LARGE, ("3", "w", *WHAT_IF), day_92),
    Scene("skip-80x24", SMALL, ("3", "down", "x"), day_92),
    Scene("restore-80x24", SMALL, ("B", "down", "down"), with_backups),
    Scene("restore-120x40", LARGE, ("B", "down", "down", "down"), with_backups),
    Scene("restore-damaged-80x24", SMALL, (), with_backups, app=damaged),
    Scene("restore-damaged-120x40", LARGE, (), with_backups, app=damaged),
    Scene("restore-missing-80x24", SMALL, (), with_backups, app=missing),
    Scene("progress-empty-80x24", SMALL, ("4",)),
    Scene("progress-day-92-80x24", SMALL, ("4",), day_92),
    Scene("progress-day-92-120x40", LARGE, ("4",), day_92),
    Scene("progress-light-120x40", LARGE, ("4", "z"), day_92, "planner-light"),
    Scene("progress-ansi-80x24", SMALL, ("4",), day_92, "ansi-dark"),
    Scene("progress-wide-200x60", (200, 60), ("4",), day_92),
    Scene("progress-tiny-60x20", (60, 20), ("4",), day_92),
    Scene("time-dialog-80x24", SMALL, ("t", "3", "5", "minus"), with_time),
    Scene("time-running-80x24", SMALL, session=timing),
    Scene("time-stop-80x24", SMALL, ("t",), timing),
    Scene("note-80x24", SMALL, ("2", "slash", *"data-int", "enter", "n"), with_note),
    Scene("export-80x24", SMALL, ("e", "down", "down"), day_92),
    Scene("help-80x24", SMALL, ("question_mark",)),
    Scene("help-own-keys-80x24", SMALL, ("J",), day_92, app=with_own_keys),
    Scene("palette-80x24", SMALL, ("colon",)),
    Scene("tiny-60x20", (60, 20), session=day_92),
)


async def play(scene: Scene, folder: Path) -> str:
    """Play a scene without a terminal and return its picture as SVG."""
    async with opened(scene, folder) as pilot:
        return _crisp(pilot.app.export_screenshot(title="planner", simplify=True))


@asynccontextmanager
async def opened(scene: Scene, folder: Path) -> AsyncIterator[Pilot[None]]:
    """Play a scene without a terminal and give the app as it is then, in the hands of a pilot."""
    with patch.dict(os.environ, {} if scene.colour else {"NO_COLOR": "1"}):
        app = scene.app(scene.session(folder / "profile.toml"))
    app.theme = scene.theme
    async with app.run_test(size=scene.size, notifications=scene.says) as pilot:
        await pilot.pause()
        for key in ("", *scene.keys):
            await pilot.press(*filter(None, [key]))
            for screen in app.screen_stack:
                if isinstance(screen, MainScreen | Page):
                    screen.settle()
            await app.workers.wait_for_complete()
            await pilot.pause()
        if not scene.says and isinstance(main := app.screen_stack[0], MainScreen):
            main.hush()
            await pilot.pause()
        yield pilot


def _crisp(svg: str) -> str:
    """Return a picture with its half blocks as rectangles: few fonts draw them as terminals do."""
    tops = dict(re.findall(r'<clipPath id="([^"]+)">\s*<rect x="0" y="([\d.]+)"', svg))
    half = re.search(r'<clipPath id="[^"]+-line-0">\s*<rect [^>]*height="([\d.]+)"', svg)
    assert half is not None

    def rectangles(match: re.Match[str]) -> str:
        style, x, length, clip, blocks = match.groups()
        blocks = blocks.replace("&#160;", " ")
        cell = float(length) / len(blocks)
        return "".join(
            f'<rect class="{style}" x="{float(x) + cell * run.start():g}" y="{tops[clip]}" '
            f'width="{cell * len(run[0]):g}" height="{float(half[1]) / 2:g}" shape-rendering="crispEdges"/>'
            for run in re.finditer("▀+", blocks)
        )

    text = (
        r'<text class="([^"]+)" x="([\d.]+)" y="[\d.]+" textLength="([\d.]+)" '
        r'clip-path="url\(#([^)]+)\)">((?:▀|&#160;)*▀(?:▀|&#160;)*)</text>'
    )
    return re.sub(text, rectangles, svg)
