"""Files that nobody should have to read, made on the spot: the odd, the broken, the huge and the hostile."""

import gzip
import os
import random
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HEAD = """\
format = 1
id = "{id}"
title = "Bad"
area = "ml"

[[competency]]
id = "bad-art"
title = "Bad art"
weight = 0.5
"""
RESOURCE = """
[[resource]]
id = "{id}"
title = "Bad"
kind = "book"
hours = 10
teaches = {{ bad-art = 20 }}
"""
STEM = "bad"
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Bad:
    """A file, or a few of them, in a folder of curricula."""

    name: str
    make: Callable[[Path], None]
    """Makes it, given where; a few of them beside that."""
    lined: bool = False
    """Whether what is wrong with it has a line."""
    is_fine: bool = False
    """Whether it is only odd, and loads."""
    files: int = 1
    """How many files it is, which are read one after the other."""


def light() -> Sequence[Bad]:
    """Return bad curricula that are small, or refused before they are read."""
    return (*_encodings(), *_broken(), *_deep(), *_numbers(), *_odd())


def curricula() -> Sequence[Bad]:
    """Return all bad curricula."""
    return (*light(), *_large(), *_graphs(), *_many_problems())


def sound(name: str = STEM) -> str:
    """Return a sound curriculum."""
    return HEAD.format(id=name) + RESOURCE.format(id=f"{name}-book")


def _text(name: str, text: str | Callable[[], str], *, lined: bool = True, is_fine: bool = False) -> Bad:
    def content() -> bytes:
        return (text if isinstance(text, str) else text()).encode("utf-8", "surrogatepass")

    return _raw(name, content, lined=lined, is_fine=is_fine)


def _raw(
    name: str, content: bytes | Callable[[], bytes], *, lined: bool = True, is_fine: bool = False
) -> Bad:
    def make(file: Path) -> None:
        _write(file, content if isinstance(content, bytes) else content())

    return Bad(name, make, lined, is_fine)


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _encodings() -> Iterator[Bad]:
    good = sound()
    yield _text("byte-order mark", f"\ufeff{good}", is_fine=True)
    yield _text("two byte-order marks", f"\ufeff\ufeff{good}")
    yield _raw("UTF-16", good.encode("utf-16"))
    yield _raw("UTF-16 big-endian", good.encode("utf-16-be"))
    yield _raw("UTF-32", good.encode("utf-32"))
    yield _raw("Latin-1", f"{good}# caf\xe9\n".encode("latin-1"))
    yield _raw("overlong", good.encode() + b"# \xc0\xaf\n")
    yield _raw("cut inside a character", good.encode() + "# é".encode()[:-1])
    yield _text("a surrogate as bytes", f"{good}# \ud800\n")
    yield _text("a surrogate as an escape", good.replace('"Bad"', '"\\ud800"', 1))
    yield _text("CRLF", good.replace("\n", "\r\n"), is_fine=True)
    yield _text("lone CR", good.replace("\n", "\r"))
    yield _text("NUL", good.replace('"Bad"', '"B\0d"', 1))
    yield _text("raw escape", good.replace('"Bad"', '"\x1b]0;x\x07"', 1))
    yield _text("raw C1", good.replace('"Bad"', '"\x9b5n"', 1), is_fine=True)
    yield _text("escaped escape", good.replace('"Bad"', '"\\u001b]52;c;cm0=\\u0007"', 1), is_fine=True)


def _broken() -> Iterator[Bad]:
    good = sound()
    yield _raw("empty", b"", lined=False)
    yield _text("blank", "\n \n", lined=False)
    yield _text("a comment", "# nothing\n", lined=False)
    yield _text("conflict markers", f"<<<<<<< HEAD\n{good}=======\n{good}>>>>>>> theirs\n")
    yield _text("JSON", '{"format": 1}\n')
    yield _text("HTML", "<!DOCTYPE html>\n<title>404</title>\n")
    yield _raw("noise", random.Random(7).randbytes(100_000))
    yield _raw("gzip", gzip.compress(good.encode(), mtime=0))
    yield _text("cut short", good[: len(good) // 2])
    yield _text("open string", good.replace('"Bad"', '"Bad', 1))
    yield _text("a key twice", good.replace("weight = 0.5", "weight = 0.5\nweight = 0.5"))
    yield _text("a table twice", f"{good}\n[x]\n[x]\n")
    yield _text("another name", sound("other"))
    yield _text("an area that is none", good.replace('"ml"', '"cooking"'))
    yield _text("a newer format", good.replace("format = 1", "format = 99"))
    yield _text("no such day", good.replace("hours = 10", "hours = 2026-02-30"))
    yield _text("a year 0", good.replace("hours = 10", "hours = 0000-01-01"))
    yield _text("a leap second", good.replace("hours = 10", "hours = 2026-12-31T23:59:60Z"))
    yield _text("an address that is none", good.replace("hours", 'url = "javascript:alert(1)"\nhours'))


def _deep() -> Iterator[Bad]:
    head = HEAD.format(id=STEM)
    yield _text("many parts, deep inside", lambda: f"{head}[{_dotted(16, 'b')}]\nx = {_nested(30)}\n")
    yield _text("500 brackets", lambda: f"{head}x = {'[' * 500}{']' * 500}\n")
    yield _text("500 braces", lambda: f"{head}x = {'{a=' * 500}1{'}' * 500}\n")
    yield _text("500 open brackets", lambda: f"{head}x = {'[' * 500}")
    yield _text("500000 open brackets", lambda: f"{head}x = {'[' * 500_000}")
    yield _text("a key of 20 parts", lambda: f"{head}{_dotted(20)} = 1\n")
    yield _text("a key of 10 000 parts", lambda: f"{head}{_dotted(10_000)} = 1\n")
    yield _text("a key of 100 000 parts", lambda: f"{head}{_dotted(100_000)} = 1\n")
    yield _text("a table of 100 000 parts", lambda: f"{head}[{_dotted(100_000)}]\n")
    yield _text("an array of tables of 100 000 parts", lambda: f"{head}[[{_dotted(100_000)}]]\n")
    yield _text("a quoted key of 100 000 parts", lambda: head + _dotted(100_000, '"a"') + " = 1\n")
    yield _text("an inline key of 100 000 parts", lambda: f"{head}x = {{ y = 1, {_dotted(100_000)} = 1 }}\n")
    yield _text("a spaced key of 100 000 parts", lambda: f"{head}{' . '.join('a' * 100_000)} = 1\n")
    yield _text("a key of odd parts", lambda: f"{head}{_dotted(20_000, '1e5')} = 1\n")
    yield _text(
        "300 keys of 500 parts",
        lambda: head + "".join(f"{_dotted(500, f'k{each}')} = 1\n" for each in range(300)),
    )
    yield _text(
        "1000 keys of 15 parts",
        lambda: head + "".join(f"{_dotted(15, f'k{each}')} = 1\n" for each in range(1000)),
    )


def _nested(levels: int) -> str:
    opened = f"{{ {_dotted(16)} = " * levels
    return f"{opened}1{' }' * levels}"


def _dotted(parts: int, part: str = "a") -> str:
    return ".".join([part] * parts)


def _numbers() -> Iterator[Bad]:
    numbers = {
        "5000 digits": "9" * 5000, "4000 digits": "9" * 4000, "underscores": "1" + "_1" * 9000,
        "65 bits": str(1 << 64), "minus 65 bits": str(-(1 << 64)), "hexadecimal": f"0x{'f' * 17}",
        "infinite float": "1e999999", "inf": "inf", "nan": "nan", "minus": "-5", "zero": "0",
        "true": "true", "text": '"12"', "a day": "2026-11-23", "a time": "07:32:00", "a list": "[1]",
        "minus zero": "-0.0", "a table": "{ a = 1 }", "6000 hours": "6000",
    }  # fmt: skip
    for name, value in numbers.items():
        yield _text(f"hours: {name}", sound().replace("hours = 10", f"hours = {value}"))


def _large() -> Iterator[Bad]:
    good = sound()
    numbers = {
        "hexadecimal bomb": lambda: f"0x{'f' * 900_000}",
        "octal bomb": lambda: f"0o{'7' * 900_000}",
        "binary bomb": lambda: f"0b{'1' * 900_000}",
        "900 000 digits": lambda: "9" * 900_000,
        "an exponent of 900 000 digits": lambda: f"1e{'9' * 900_000}",
        "900 000 decimals": lambda: f"0.{'1' * 900_000}",
    }
    for name, value in numbers.items():
        yield _text(
            f"hours: {name}",
            lambda value=value: good.replace("hours = 10", f"hours = {value()}"),  # type: ignore[misc]
            is_fine=name == "900 000 decimals",
        )
    yield _raw("50 MB string", lambda: b'title = "' + b"x" * (50 * _MIB) + b'"\n', lined=False)
    yield _raw("50 MB comment", lambda: b"#" + b"x" * (50 * _MIB) + b"\n", lined=False)
    yield _raw("one byte too many", lambda: good.encode() + b"#" * (_MIB - len(good) + 1), lined=False)
    yield _raw("as large as may be", lambda: good.encode() + b"#" * (_MIB - len(good)), is_fine=True)
    yield _text("a title of 900 000", lambda: good.replace('"Bad"', f'"{"x" * 900_000}"', 1))
    yield _text("an id of 900 000", lambda: good.replace(f'"{STEM}-book"', f'"{"x" * 900_000}"', 1))
    yield _text("a key of 900 000", lambda: f"{good}{'x' * 900_000} = 1\n")
    yield _text("900 000 quotes", lambda: f"{good}x = {chr(34) * 900_000}\n")
    yield _text("900 000 apostrophes", lambda: f"{good}x = {chr(39) * 900_000}\n")
    yield _text("900 000 backslashes", lambda: f'{good}x = "{chr(92) * 900_000}\n')
    yield _text("open multi-line string", lambda: f'{good}x = """{"a" * 900_000}\n')
    yield _text("many open multi-line strings", lambda: good + "x = " + '"""a' * 200_000)
    yield _text("900 000 blanks", lambda: f"{good}x ={' ' * 900_000}")
    yield _text("900 000 dots", lambda: f"{good}{'.' * 900_000} = 1")
    yield _text("900 000 dashes", lambda: f"{good}{'-' * 900_000} = 1", lined=True)
    yield _text("450 000 numbers", lambda: good.replace("hours = 10", f"hours = [{'1,' * 450_000}]"))
    yield _text("450 000 braces, closed", lambda: good.replace("hours = 10", f"hours = [{'{},' * 300_000}]"))


def _odd() -> Iterator[Bad]:
    yield Bad("pipe", os.mkfifo)
    yield Bad("folder", Path.mkdir)
    yield Bad("socket", _socket)
    yield Bad("link to zeros", lambda file: file.symlink_to("/dev/zero"))
    yield Bad("link to the terminal", lambda file: file.symlink_to("/dev/tty"))
    yield Bad("link to itself", lambda file: file.symlink_to(file))
    yield Bad("link to nowhere", lambda file: file.symlink_to("nowhere"))
    yield Bad("200 GB of nothing", _sparse)
    yield Bad(
        "lock of Emacs", lambda file: file.with_name(".#bad.toml").symlink_to("me@here.1"), is_fine=True
    )
    yield Bad("name that is no text", lambda file: _named(file, b"caf\xe9.toml"), lined=True)
    yield Bad(
        "name that commands", lambda file: _named(file, b"\x1b]0;owned\x07\xc2\x9b5n\n.toml"), lined=True
    )
    yield Bad("name in markup", lambda file: _named(file, b"[@click=app.quit]x[.toml"), lined=True)
    yield Bad("name of 255", lambda file: _named(file, b"x" * 250 + b".toml"), lined=True)


def _socket(file: Path) -> None:
    here = Path.cwd()
    os.chdir(file.parent)  # its address may have a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(file.name)
    finally:
        os.chdir(here)


def _sparse(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200 << 30)


def _named(file: Path, name: bytes) -> None:
    _write(Path(os.fsdecode(os.fsencode(file.parent) + b"/" + name)), sound().encode())


def _graphs() -> Iterator[Bad]:
    yield _text("an id twice", lambda: sound() + RESOURCE.format(id="bad-book"))
    yield _text("an id of another file", lambda: sound().replace("bad-book", "ddia"))
    yield _text("an id of before", lambda: sound().replace("hours", 'formerly = ["ddia"]\nhours'))
    yield _text("a circle of one", lambda: sound() + 'requires = ["bad-book"]\n')
    yield _text("a circle of two", lambda: _ring(2))
    yield _text("a circle of 5000", lambda: _ring(5000))
    yield Bad("a circle of 100 000 in 20 files", _ring_of_files, lined=True, files=20)
    yield _text("a chain of 5000", lambda: _chain(5000), is_fine=True)
    yield _text("a ladder of diamonds", lambda: _ladder(2500), is_fine=True)
    yield _text("no such prerequisite", lambda: sound() + 'requires = ["nowhere"]\n')


def _link(name: str, before: Sequence[str]) -> str:
    needs = ", ".join(f'"{each}"' for each in before)
    return f"""\
[[resource]]
id="{name}"
title="x"
kind="book"
hours=1
teaches={{bad-art=1}}
requires=[{needs}]
"""


def _ring(length: int) -> str:
    return HEAD.format(id=STEM) + "".join(
        _link(f"r{each}", [f"r{(each + 1) % length}"]) for each in range(length)
    )


def _ring_of_files(file: Path) -> None:
    length, amount = 100_000, 20
    for number in range(amount):
        name = f"{STEM}{number:02}" if number else STEM
        links = (
            _link(
                f"r{each}",
                [f"r{(each + amount) % length}"] if each + amount < length else [f"r{(number + 1) % amount}"],
            )
            for each in range(number, length, amount)
        )
        head = HEAD.format(id=name).replace("bad-art", f"bad-art{number or ''}")
        file.with_name(f"{name}.toml").write_text(head + "".join(links))


def _chain(length: int) -> str:
    return HEAD.format(id=STEM) + "".join(
        _link(f"r{each}", [f"r{each - 1}"] if each else []) for each in range(length)
    )


def _ladder(rungs: int) -> str:
    text = HEAD.format(id=STEM)
    for each in range(rungs):
        below = [f"r{each - 1}a", f"r{each - 1}b"] if each else []
        text += _link(f"r{each}a", below) + _link(f"r{each}b", below)
    return text


def _many_problems() -> Iterator[Bad]:
    head = HEAD.format(id=STEM)
    yield _text("100 000 unknown keys", lambda: "".join(f"k{each}=1\n" for each in range(100_000)))
    yield _text("50 000 empty resources", lambda: head + "[[resource]]\n" * 50_000)
    yield _text("9000 empty resources", lambda: head + "[[resource]]\n" * 9000)
    yield _text("9000 nameless competencies", lambda: head + "[[competency]]\nid=1\n" * 900)
    yield _text(
        "30 000 prerequisites that are none",
        lambda: head + "".join(_wishes(number) for number in range(1000)),
    )
    yield _text("one id 8000 times", lambda: head + _link("r", []) * 8000)
    yield _text(
        "8000 former ids twice",
        lambda: head + "".join(_link(f"r{each}", []) + 'formerly=["x"]\n' for each in range(7000)),
    )


def _wishes(number: int) -> str:
    return _link(f"r{number}", [f"nowhere-{number}-{each}" for each in range(30)])
