from hypothesis import given
from hypothesis import strategies as st

from planner.core.bits import bits_at, bits_by, bits_of, flags_of

FLAGS = st.lists(st.booleans(), max_size=200)


@given(FLAGS)
def test_bits_and_flags_say_the_same(flags: list[bool]) -> None:
    bits = bits_of(flags)
    assert list(flags_of(bits, len(flags))) == flags
    assert bits.bit_count() == sum(flags)
    assert bits_at([place for place, flag in enumerate(flags) if flag], len(flags)) == bits


@given(FLAGS, FLAGS)
def test_two_sets_combine_place_by_place(one: list[bool], other: list[bool]) -> None:
    size = min(len(one), len(other))
    both = flags_of(bits_of(one) & bits_of(other), max(len(one), len(other)))
    assert list(both)[:size] == [a and b for a, b in zip(one, other, strict=False)]


@given(st.lists(st.sampled_from("abc")))
def test_every_place_belongs_to_one_value(values: list[str]) -> None:
    sets = bits_by(values)
    assert sum(bits.bit_count() for bits in sets.values()) == len(values)
    for value, bits in sets.items():
        assert [values[place] for place, flag in enumerate(flags_of(bits, len(values))) if flag] == [
            value
        ] * values.count(value)
