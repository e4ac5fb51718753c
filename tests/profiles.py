"""Profiles as anyone might have them, for properties."""

from hypothesis import strategies as st

from planner.core.profile import TABLES, Profile

texts = st.text(st.characters(codec="utf-8"), max_size=20)
leaves = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
)
entries = st.dictionaries(texts, st.one_of(leaves, st.lists(leaves, max_size=3)), max_size=4)
tables = st.dictionaries(texts, entries, min_size=1, max_size=3)
profiles = st.builds(
    Profile,
    st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1),
    st.dictionaries(st.sampled_from([*TABLES, "of-tomorrow"]), tables, max_size=4),
    st.dictionaries(st.sampled_from(["u", "v"]), leaves, max_size=2),
)
