"""Completions in real shells, typed as a user types them."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner

from command import run
from planner.cli.commands import cli

SHELLS: Mapping[str, tuple[str, ...]] = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
SETTING_UP: Mapping[str, str] = {
    "bash": 'eval "$(planner completions bash)"; PS1="READY "',
    "zsh": 'autoload -Uz compinit; compinit -D -u; eval "$(planner completions zsh)"; PROMPT="READY "',
    "fish": 'planner completions fish | source; function fish_prompt; echo "READY "; end',
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> "pexpect.spawn[str]":
    """A shell with planner's completions, ready to be typed into."""
    name = request.param
    program, *words = SHELLS[name]
    if shutil.which(program) is None:
        pytest.skip(f"{name} is not installed here")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "ZDOTDIR": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "TERM": "dumb" if name != "fish" else "xterm",
    }
    typed: pexpect.spawn[str] = pexpect.spawn(
        program, words, env=environment, encoding="utf-8", timeout=20, dimensions=(40, 200)
    )
    typed.sendline(SETTING_UP[name])
    typed.expect("READY ")
    typed.expect("READY ") if name == "fish" else None
    return typed


def test_commands_and_ids_complete(shell: "pexpect.spawn[str]") -> None:
    shell.send("planner sho\tddi\t")
    shell.send("\r")
    shell.expect("Designing Data-Intensive Applications, 2nd edition")
    shell.expect("READY ")
    shell.send("planner list --competency databa\t --level 2 --kin\tbook --jso\t| grep -c ddia\r")
    shell.expect(r"[\r\n]\D*1\s")
    shell.sendline("exit")
    shell.expect(pexpect.EOF)


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_is_printed(name: str) -> None:
    assert "_PLANNER_COMPLETE" in run("completions", name).stdout


def test_there_are_none_for_other_shells() -> None:
    assert "'csh' is not one of" in run("completions", "csh", code=2).stderr


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mark ddia doin", {"doing"}),
        ("pin ddia pro-gi", {"pro-git"}),
        ("setup --domain fin", {"finance-fraud"}),
        ("path --target unicorn", {"unicorn-mle"}),
        ("why softw", {"software", "software-design"}),
        ("claim datab", {"databases"}),
        ("export --format t", {"toml"}),
        ("show dd --profile", {"--profile"}),
    ],
)
def test_what_is_offered(typed: str, expected: set[str]) -> None:
    *before, last = typed.split()
    environment = {
        "_PLANNER_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["planner", *before, last]),
        "COMP_CWORD": str(len(before) + 1),
    }
    found = CliRunner().invoke(cli, env=environment, prog_name="planner").stdout
    assert {line.partition(",")[2] for line in found.splitlines()} == expected


@pytest.mark.parametrize("content", ["", "format = 99"])
def test_the_profile_stays_closed(content: str, tmp_path: Path) -> None:
    file = tmp_path / "home" / "profile.toml"
    file.parent.mkdir()
    file.write_text(content)
    environment = {"_PLANNER_COMPLETE": "bash_complete", "COMP_WORDS": "planner show dd", "COMP_CWORD": "2"}
    done = CliRunner().invoke(cli, env=environment, prog_name="planner")
    assert (done.stdout.strip(), done.stderr) == ("plain,ddia", "")
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_where_no_curriculum_can_be_read_nothing_is_offered(tmp_path: Path) -> None:
    (tmp_path / "damaged.toml").write_text("format = [")
    environment = {
        "_PLANNER_COMPLETE": "bash_complete",
        "COMP_WORDS": f"planner --curricula {tmp_path} show dd",
        "COMP_CWORD": "4",
    }
    done = CliRunner().invoke(cli, env=environment, prog_name="planner")
    assert (done.stdout.strip(), done.stderr) == ("", "")
