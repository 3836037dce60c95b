"""What every store promises, the exact one being the reference."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from tests.vectorstore.store_samples import DIMENSION, make_records, unit_vectors
from vectorstore import ExactStore, Record, VectorStore
from vectorstore.index import reconcile, verify

VECTORS = unit_vectors(400)
RECORDS = make_records(VECTORS)
ALL_GROUPS = {f"g{number}" for number in range(5)}


def fetch(records: Sequence[Record]) -> Callable[[Sequence[str]], list[Record]]:
    by_id = {record.id: record for record in records}
    return lambda ids: [by_id[identity] for identity in ids if identity in by_id]


@pytest.mark.parametrize("groups", [None, {"g1"}, {"g0", "g3", "nowhere"}, ALL_GROUPS], ids=str)
def test_search_agrees_with_the_exact_store(store: VectorStore, groups: set[str] | None) -> None:
    reference = ExactStore()
    for each in (store, reference):
        each.upsert(RECORDS)
    for question in unit_vectors(20, seed=1):
        found, right = store.search(question, 10, groups), reference.search(question, 10, groups)
        assert [hit.id for hit in found] == [hit.id for hit in right]
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in right], abs=1e-4)


def test_an_empty_store_answers_with_nothing(store: VectorStore) -> None:
    assert store.pairs() == {}
    assert store.search(VECTORS[0], 5) == []
    store.delete(["nobody"])
    store.upsert([])


@pytest.mark.parametrize("groups", [{"g1"}, {"g0", "g3", "nowhere"}, set(), ALL_GROUPS], ids=str)
def test_pairs_of_some_groups(store: VectorStore, groups: set[str]) -> None:
    store.upsert(RECORDS)
    assert store.pairs(groups) == {record.id: "d0" for record in RECORDS if record.group in groups}


def test_some_groups_are_brought_into_step_and_the_others_left_alone(store: VectorStore) -> None:
    store.upsert(RECORDS)
    wanted = {record.id: "d0" for record in RECORDS if record.group == "g1"}
    gone = sorted(wanted)[0]
    del wanted[gone]
    store.delete([sorted(wanted)[1]])
    assert reconcile(store, wanted, fetch(RECORDS), {"g1", "nowhere"}) == (1, 1)
    assert store.pairs() == {record.id: "d0" for record in RECORDS if record.id != gone}


def test_more_hits_than_records(store: VectorStore) -> None:
    store.upsert(RECORDS[:7])
    assert len(store.search(VECTORS[0], 100)) == 7
    assert len(store.search(VECTORS[0], 100, {"g1"})) == 2


@pytest.mark.parametrize(("limit", "groups"), [(0, None), (5, set()), (5, {"nowhere"})])
def test_nothing_is_wanted(store: VectorStore, limit: int, groups: set[str] | None) -> None:
    store.upsert(RECORDS[:7])
    assert store.search(VECTORS[0], limit, groups) == []


def test_adding_twice_changes_nothing(store: VectorStore) -> None:
    for _ in range(2):
        store.upsert(RECORDS)
    assert store.pairs() == {record.id: "d0" for record in RECORDS}
    assert [hit.id for hit in store.search(VECTORS[3], 3)].count("r00003") == 1


def test_a_changed_record_replaces_itself_whole(store: VectorStore) -> None:
    store.upsert(RECORDS[:10])
    replacement = unit_vectors(1, seed=9)[0]
    store.upsert([Record("r00003", "d1", "other", replacement)])
    assert store.pairs()["r00003"] == "d1"
    assert store.search(replacement, 1, {"other"})[0].id == "r00003"
    assert "r00003" not in {hit.id for hit in store.search(replacement, 10, {"g3"})}


def test_one_id_twice_in_a_call_is_the_last_one(store: VectorStore) -> None:
    store.upsert([Record("a", "old", "g", VECTORS[0]), Record("a", "new", "g", VECTORS[1])])
    assert store.pairs() == {"a": "new"}
    assert store.search(VECTORS[1], 1)[0].score == pytest.approx(1.0, abs=1e-4)


def test_deleted_records_are_not_found(store: VectorStore) -> None:
    store.upsert(RECORDS)
    store.delete([record.id for record in RECORDS if record.group != "g2"])
    assert set(store.pairs()) == {record.id for record in RECORDS if record.group == "g2"}
    assert {hit.id for hit in store.search(VECTORS[0], 400)} == set(store.pairs())


def test_equal_vectors_are_ordered_by_id(store: VectorStore) -> None:
    store.upsert([Record(name, "d", "g", VECTORS[0]) for name in ("c", "a", "d", "b")])
    assert [hit.id for hit in store.search(VECTORS[0], 3)] == ["a", "b", "c"]


def test_ids_and_groups_are_any_text(store: VectorStore) -> None:
    names = ["été/ç #1", "قائمة", "a'b\"c", "x" * 300]
    store.upsert([Record(name, "d", name, vector) for name, vector in zip(names, VECTORS, strict=False)])
    for name, vector in zip(names, VECTORS, strict=False):
        assert store.search(vector, 1, {name})[0].id == name


def test_another_dimension_is_refused_and_nothing_kept(store: VectorStore) -> None:
    wrong = Record("wrong", "d", "g", unit_vectors(1, dimension=DIMENSION + 1)[0])
    with pytest.raises(ValueError, match="numbers"):
        store.upsert([RECORDS[0], wrong])
    assert store.pairs() == {}
    store.upsert(RECORDS[:1])
    with pytest.raises(ValueError, match="numbers"):
        store.search(wrong.vector, 1)
    with pytest.raises(ValueError, match="unit length"):
        store.search(np.full(DIMENSION, np.nan, dtype=np.float32), 1)


def test_more_groups_than_one_filter_takes(store: VectorStore) -> None:
    vectors = unit_vectors(1300)
    reference = ExactStore()
    for each in (store, reference):
        each.upsert(make_records(vectors, groups=1300))
    few, many = {f"g{n}" for n in range(0, 1300, 2)}, {f"g{n}" for n in range(1299)}
    for groups in (few, many):
        for question in unit_vectors(5, seed=2):
            right = {hit.id for hit in reference.search(question, 10, groups)}
            # Chroma's search is approximate: one neighbour of ten may be missed.
            assert len(right & {hit.id for hit in store.search(question, 10, groups)}) >= 9


def test_reconcile_brings_the_store_into_step(store: VectorStore) -> None:
    wanted = {record.id: record.digest for record in RECORDS}
    assert reconcile(store, wanted, fetch(RECORDS)) == (400, 0)
    assert reconcile(store, wanted, fetch(RECORDS)) == (0, 0)
    changed = [*make_records(VECTORS, digest="d1")[:30], *RECORDS[30:390]]
    wanted = {record.id: record.digest for record in changed}
    assert reconcile(store, wanted, fetch(changed)) == (30, 10)
    assert store.pairs() == wanted
    assert verify(store, changed[::40]) == []


def test_verify_tells_what_is_not_found(store: VectorStore) -> None:
    store.upsert(RECORDS)
    assert verify(store, RECORDS[::20]) == []
    store.delete(["r00020"])
    problems = verify(store, RECORDS[::20])
    assert len(problems) == 1
    assert "r00020" in problems[0]


def test_verify_takes_an_equal_vector_for_the_record(store: VectorStore) -> None:
    twins = [Record(f"twin{number}", "d", "g", VECTORS[0]) for number in range(12)]
    store.upsert(twins)
    assert verify(store, twins) == []
