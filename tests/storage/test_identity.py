from pathlib import Path

from planner.storage import identity


def test_the_device_is_kept_once_something_is_saved(tmp_path: Path) -> None:
    name = identity.device(tmp_path)
    assert not list(tmp_path.iterdir())
    identity.keep_device(tmp_path, name)
    assert identity.device(tmp_path) == name
    (tmp_path / "device").write_text("not eight characters\n")
    replaced = identity.device(tmp_path)
    assert len(replaced) == 8
    identity.keep_device(tmp_path, replaced)
    assert identity.device(tmp_path) == replaced
