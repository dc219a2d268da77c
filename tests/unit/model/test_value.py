"""layout/model/value.py: values are frozen, equal by fields, copied with changes; records may change."""

import pytest

from layout.model.value import fresh, record, replace, value


@value
class Spot:
    x: int
    y: int = 0
    name: str = "spot"

    @property
    def both(self) -> int:
        return self.x + self.y


@value(eq=False)
class Thing:
    x: int


@record
class Heap:
    label: str
    items: list[int] = fresh(factory=list)


def test_fields_come_in_order_and_by_name_and_have_defaults() -> None:
    assert Spot(1) == Spot(x=1, y=0, name="spot") and Spot(1, 2).both == 3
    assert repr(Spot(1, 2)) == "Spot(x=1, y=2, name='spot')"


@pytest.mark.parametrize("wrong", [{}, {"x": 1, "z": 2}])
def test_fields_that_are_missing_or_unknown_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"Spot\.__init__\(\)"):
        Spot(**wrong)


def test_a_value_cannot_be_changed() -> None:
    spot = Spot(1)
    with pytest.raises(AttributeError, match="Spot is a value: x cannot be changed"):
        spot.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del spot.x
    with pytest.raises(AttributeError):
        spot.w = 2  # type: ignore[attr-defined]


def test_values_are_equal_by_their_fields_and_kind() -> None:
    assert Spot(1) != Spot(2) and Spot(1) != (1, 0, "spot")
    assert len({Spot(1), Spot(1), Spot(2)}) == 2
    assert Thing(1) != Thing(1)


def test_a_copy_differs_only_where_it_is_told() -> None:
    spot = Spot(1, 2)
    assert replace(spot, y=5) == Spot(1, 5) and spot == Spot(1, 2)
    with pytest.raises(TypeError):
        replace(spot, z=1)  # type: ignore[call-arg]


def test_a_record_may_change_and_starts_with_lists_of_its_own() -> None:
    one, two = Heap("a"), Heap("a")
    one.items.append(1)
    one.label = "b"
    assert (one.label, one.items, two.items) == ("b", [1], [])
    assert Heap("a", [2]).items == [2] and Heap("a") != Heap("a")


def test_match_takes_fields_in_order() -> None:
    match Spot(1, 2):
        case Spot(x, y):
            assert (x, y) == (1, 2)
