import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from planner.core.history import stretches_of
from planner.core.marking import MOST_OF_A_NOTE
from planner.session import Session
from planner.storage import profile_file
from planner.tui.app import PlannerApp
from planner.tui.screens.export import ExportScreen
from planner.tui.screens.main import MainScreen
from planner.tui.screens.note import NoteArea, NoteScreen
from planner.tui.screens.time import TimeScreen
from planner.tui.widgets.key_line import KeyLine
from tui.sayings import said
from tui.scenes import EVENING, LARGE, SMALL, timing, with_note, with_time
from tui.scenes import without_hours as day_92

pytestmark = pytest.mark.usefixtures("first_paths")

SIZES = pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE], ids=["60x20", "80x24", "120x40"])


def _main(app: PlannerApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def _text(app: PlannerApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def _minutes(session: Session) -> list[int]:
    return [each.minutes for each in stretches_of(session.profile, session.catalogue.resources["ddia"])]


async def _click(pilot: Pilot[None], words: str) -> None:
    """Click on words, wherever they stand."""
    lines = _text(pilot.app).splitlines()  # type: ignore[arg-type]
    y = next(index for index, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].index(words), y))
    await pilot.pause()


@SIZES
async def test_two_keys_start_the_timer_and_two_stop_it(size: tuple[int, int], tmp_path: Path) -> None:
    now = EVENING()
    app = PlannerApp(replace(day_92(tmp_path / "p.toml"), clock=lambda: now))
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("t", "enter")
        assert _main(app).session.timer is not None
        assert "▶ 0:00" in _text(app)
        assert "timer started" in said(app)
        now += timedelta(minutes=42)
        await pilot.press("t")
        assert "Stop, and log 42 min today" in _text(app)
        await pilot.press("enter")
        assert _main(app).session.timer is None
        assert _minutes(_main(app).session) == [42]
        assert "42 minutes" in said(app)
        assert "▶" not in _text(app).splitlines()[0]
        await pilot.press("u", "u")
        assert (_minutes(_main(app).session), _main(app).session.timer) == ([], None)


async def test_minutes_of_any_day_are_logged_by_keys_alone(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t", "7", "5", "minus", "left", "enter")
        (stretch,) = _main(app).session.profile.stretches
        assert (stretch.resource, stretch.minutes, stretch.day) == (
            "ddia",
            75,
            EVENING().date() - timedelta(days=2),
        )
        await pilot.press("t", "e", "plus", "enter")
        assert _minutes(_main(app).session) == [90, 75]


@SIZES
async def test_time_by_mouse_alone(size: tuple[int, int], tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await _click(pilot, "t time")
        await _click(pilot, "f 120")
        await _click(pilot, "- earlier")
        await _click(pilot, "enter log")
        (stretch,) = _main(app).session.profile.stretches
        assert (stretch.minutes, stretch.day) == (120, EVENING().date() - timedelta(days=1))
        await _click(pilot, "t time")
        await _click(pilot, "Start the timer")
        assert _main(app).session.timer is not None
        await _click(pilot, "▶ 0:00")
        await _click(pilot, "esc back")
        assert app.screen is _main(app)


async def test_a_stretch_is_corrected_and_taken_away(tmp_path: Path) -> None:
    app = PlannerApp(with_time(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        before = _minutes(_main(app).session)
        await pilot.press("t", "down", "down", "enter")
        assert isinstance(app.screen, TimeScreen)
        assert "Type other minutes" in said(app)
        await pilot.press("3", "0", "enter")
        assert _minutes(_main(app).session) == [30, *before[1:]]
        await pilot.press("t", "down", "down", "x")
        assert _minutes(_main(app).session) == before[1:]
        await pilot.press("u", "u")
        assert _minutes(_main(app).session) == before


async def test_a_forgotten_timer_is_not_believed(tmp_path: Path) -> None:
    session = timing(tmp_path / "p.toml")
    app = PlannerApp(replace(session, clock=lambda: EVENING() + timedelta(hours=14)))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        before = _minutes(session)
        await pilot.press("t", "enter")
        assert "how many minutes it really was" in said(app)
        await pilot.press("d", "enter")
        stretches = stretches_of(_main(app).session.profile, session.catalogue.resources["ddia"])
        assert [each.minutes for each in stretches] == [60, *before]
        assert stretches[0].day == EVENING().date()


async def test_the_timer_goes_over_to_another_resource(tmp_path: Path) -> None:
    app = PlannerApp(timing(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _minutes(_main(app).session)
        await pilot.press("down")
        other = _main(app).highlighted()
        await pilot.press("t", "down", "down", "enter")
        session = _main(app).session
        assert session.timer is not None
        assert session.timer.resource == other != "ddia"
        assert _minutes(session) == [42, *before]
        await pilot.press("u")
        session = _main(app).session
        assert session.timer is not None
        assert (session.timer.resource, _minutes(session)) == ("ddia", before)


async def test_the_timer_can_be_stopped_from_a_heading(tmp_path: Path) -> None:
    app = PlannerApp(timing(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "g", "t", "down", "enter")
        assert _main(app).session.timer is None


async def test_a_timer_on_what_no_curriculum_knows_any_more_can_be_stopped(tmp_path: Path) -> None:
    session = day_92(tmp_path / "p.toml")
    entry = {"resource": "gone-[x]", "started": EVENING() - timedelta(minutes=12)}
    app = PlannerApp(session.changed({("timer", session.device): entry}, "test"))
    async with app.run_test(size=SMALL) as pilot:
        _main(app).settle()
        await pilot.pause()
        assert "▶ 0:12 gone-[x]" in _text(app)
        await pilot.press("2", "g", "t", "enter")
        (stretch,) = _main(app).session.profile.stretches
        assert (stretch.resource, stretch.minutes) == ("gone-[x]", 12)


async def test_nothing_highlighted_and_nothing_running_says_so(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("2", "g", "t")
        assert app.screen is _main(app)
        assert said(app) == "Choose a resource first."


async def test_once_a_minute_the_bar_alone_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of the timer goes on without a key, and nothing but its line is drawn again."""
    now = EVENING()
    monkeypatch.setattr("planner.core.timer.Timer.until_next_minute", lambda *_: 0.05)
    app = PlannerApp(replace(timing(tmp_path / "p.toml"), clock=lambda: now))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "0:42" in _text(app)
        painted = []
        for widget in (*app.query("#chart"), *app.query("#panel"), *app.query("#map-list")):
            monkeypatch.setattr(widget, "render_line", lambda y, name=widget.id: painted.append((name, y)))
        now += timedelta(minutes=1)
        await asyncio.sleep(0.2)
        await pilot.pause()
        assert "0:43" in app.query_one("#top").render_line(0).text
        assert not painted


async def test_a_stop_in_another_terminal_is_no_second_stretch(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    session = timing(file).save()
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t")
        Session.open(file, clock=EVENING).stop_timer(40)
        other = replace(Session.open(file, clock=EVENING), device=session.device)
        other.stop_timer(40).save()
        await pilot.press("enter")
        _main(app).flush()
        await pilot.pause()
    saved = profile_file.load(file)
    assert saved is not None
    assert len(saved.stretches) == len(session.profile.stretches) + 1


@SIZES
async def test_a_note_is_kept_by_escape_as_one_change(size: tuple[int, int], tmp_path: Path) -> None:
    app = PlannerApp(with_note(tmp_path / "p.toml"))
    async with app.run_test(size=size) as pilot:
        changes, before = len(_main(app).session.past), _main(app).session.profile.notes["ddia"]
        await pilot.press("n", "enter", *"two [x] lines", "enter", "q", "escape")
        assert app.screen is _main(app)
        assert _main(app).session.profile.notes["ddia"] == f"{before}\ntwo [x] lines\nq"
        assert len(_main(app).session.past) == changes + 1
        await pilot.press("u")
        assert _main(app).session.profile.notes["ddia"] == before


async def test_a_note_that_is_left_as_it_was_is_no_change(tmp_path: Path) -> None:
    app = PlannerApp(with_note(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        before = _main(app).session.profile
        await pilot.press("n", "ctrl+s", "n", "x", "ctrl+z", "escape")
        assert _main(app).session.profile is before


async def test_an_emptied_note_is_taken_away(tmp_path: Path) -> None:
    app = PlannerApp(with_note(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+shift+home", "backspace")
        app.screen.query_one(NoteArea).clear()
        await pilot.press("escape")
        assert "ddia" not in _main(app).session.profile.notes


async def test_what_is_pasted_into_a_note_is_text(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        app.post_message(Paste("a\x1b[31m\r\nb\tc\x00"))
        await pilot.pause()
        await pilot.press("escape")
        assert _main(app).session.profile.notes["ddia"] == "a\ufffd[31m\nb c\ufffd"


async def test_control_characters_of_a_file_are_shown_cleaned_and_stay_unless_the_note_is_changed(
    tmp_path: Path,
) -> None:
    session = day_92(tmp_path / "p.toml").note("ddia", "\x1b]0;owned\x07 [@click=app.quit]x[/]")
    app = PlannerApp(session)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        assert "[@click=app.quit]x[/]" in _text(app)
        assert "\x1b" not in app.screen.query_one(NoteArea).text
        await pilot.press("escape")
        assert _main(app).session.profile is session.profile


async def test_too_long_a_note_stays_open(tmp_path: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("n")
        area = app.screen.query_one(NoteArea)
        area.text = "x" * (MOST_OF_A_NOTE + 1)
        await pilot.pause()
        assert "20,001 of 20,000" in _text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, NoteScreen)
        assert "1 characters too many" in said(app) or "1 character too many" in said(app)
        area.text = "x" * MOST_OF_A_NOTE
        await pilot.press("escape")
        assert len(_main(app).session.profile.notes["ddia"]) == MOST_OF_A_NOTE


async def test_leaving_planner_from_an_open_note_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    app = PlannerApp(day_92(file))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"half done", "ctrl+q")
    saved = profile_file.load(file)
    assert saved is not None
    assert saved.notes["ddia"] == "half done"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "person"
    folder.mkdir()
    return folder


async def _written(app: PlannerApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


@SIZES
async def test_two_keys_export_the_profile(size: tuple[int, int], tmp_path: Path, home: Path) -> None:
    app = PlannerApp(with_time(tmp_path / "p.toml").save())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("e", "enter")
        await _written(app, pilot)
        assert app.screen is _main(app)
        assert said(app) == "Exported to ~/planner-2026-11-23.toml"
        exported = profile_file.load(home / "planner-2026-11-23.toml")
        assert exported == _main(app).session.profile


FORMS = {
    "toml": "profile_id",
    "json": '"profile_id"',
    "csv": "id,title",
    "md": "- [ ] ",
    "ics": "BEGIN:VCALENDAR",
}


async def test_every_form_goes_where_its_ending_says(tmp_path: Path, home: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml").save())
    async with app.run_test(size=SMALL) as pilot:
        for index, (ending, words) in enumerate(FORMS.items()):
            await pilot.press("e", *["down"] * index, "enter")
            await _written(app, pilot)
            assert words in (home / f"planner-2026-11-23.{ending}").read_text("utf-8")
        await pilot.press("e", *["backspace"] * 4, *"ics")
        screen = app.screen
        assert isinstance(screen, ExportScreen)
        assert screen.form == "ics"
        await pilot.press("up")
        assert screen.file.value == "~/planner-2026-11-23.md"


async def test_a_file_that_is_there_is_asked_about(tmp_path: Path, home: Path) -> None:
    file = home / "planner-2026-11-23.csv"
    file.write_text("mine", "utf-8")
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("e", "down", "down", "enter")
        await _written(app, pilot)
        assert "There is a file of that name already." in _text(app)
        assert "enter replace it" in _text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, ExportScreen)
        assert file.read_text("utf-8") == "mine"
        await pilot.press("enter", "x", "backspace", "enter")
        await _written(app, pilot)
        assert file.read_text("utf-8") == "mine"
        await pilot.press("enter")
        await _written(app, pilot)
        assert file.read_text("utf-8").startswith("id,title")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "name a file"),
        ("~", "is a folder"),
        ("~nobody-here/x.csv", "cannot be a file"),
        ("~/file/x.csv", "could not be written"),
    ],
)
async def test_what_cannot_be_written_is_said_and_the_page_stays(
    name: str, words: str, tmp_path: Path, home: Path
) -> None:
    (home / "file").write_text("")
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("e")
        app.screen.query_one("#export-file", Input).value = name
        await pilot.press("enter")
        await _written(app, pilot)
        assert isinstance(app.screen, ExportScreen)
        assert words in " ".join(_text(app).split())


async def test_export_by_mouse_alone(tmp_path: Path, home: Path) -> None:
    app = PlannerApp(day_92(tmp_path / "p.toml"))
    async with app.run_test(size=LARGE) as pilot:
        await _click(pilot, "4 Progress")
        await _click(pilot, "e export")
        await _click(pilot, "Markdown")
        await _click(pilot, "enter export")
        await _written(app, pilot)
        assert (home / "planner-2026-11-23.md").is_file()
        await _click(pilot, "e export")
        await _click(pilot, "esc back")
        assert app.screen is _main(app)


async def test_the_keys_of_each_page_stand_at_its_bottom_at_sixty_columns(tmp_path: Path) -> None:
    app = PlannerApp(with_time(tmp_path / "p.toml"))
    async with app.run_test(size=(60, 20)) as pilot:
        for key in ("t", "n", "e"):
            await pilot.press(key)
            await pilot.pause()
            assert "esc" in app.screen.query(KeyLine).last().render_line(0).text
            await pilot.press("escape")
