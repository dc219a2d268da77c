"""A class of annotated fields goes in, a class of frozen values with slots comes out; and changed copies of values.

It is dataclass(frozen=True, slots=True) with one method compiled for each class, not seven: a hundred classes took
40 ms of every start, a third of it, and their instances are made in 60 % of the time. A record is the same for what is
still being gathered: its fields may be set.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from dataclasses import replace as replace  # so that fields and their types are checked
else:

    def replace(old, /, **changes):
        """A copy of a value with some fields changed. TypeError for a field it has not."""
        kept = {name: getattr(old, name) for name in old.__match_args__ if name not in changes}
        return type(old)(**kept, **changes)


Kind = TypeVar("Kind")
Some = TypeVar("Some")


@overload
def value(kind: type[Kind], /) -> type[Kind]: ...


@overload
def value(*, eq: bool) -> Callable[[type[Kind]], type[Kind]]: ...


@dataclass_transform(frozen_default=True)
def value(kind: type[Any] | None = None, /, *, eq: bool = True) -> Any:
    """Class decorator. Values are equal when their fields are; with eq=False, only when they are the same object.

    Fields are the class's own annotations, in order; those of a base are not taken over.
    """
    return _made(kind, eq) if kind else lambda kind: _made(kind, eq)


class _Fresh:
    """A default that is made anew for each instance."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], Some]) -> Some:
    """The default of a record's field that starts as a new list or dict in each instance."""
    return cast(Some, _Fresh(factory))


@dataclass_transform(eq_default=False, field_specifiers=(fresh,))
def record(kind: type[Kind]) -> type[Kind]:
    """Class decorator: fields may be set, and two records are equal only when they are the same object."""
    return _made(kind, eq=False, frozen=False)


def _made(kind: type[Any], eq: bool, frozen: bool = True) -> type[Any]:
    names = tuple(kind.__annotations__)
    body = {name: thing for name, thing in vars(kind).items() if name not in ("__dict__", "__weakref__")}
    defaults = {name: body.pop(name) for name in names if name in body}
    body |= {"__slots__": names, "__match_args__": names, "__repr__": _shown, "__reduce__": _made_of}
    if frozen:
        body |= {"__setattr__": _frozen, "__delattr__": _frozen}
    if eq:
        body |= _by_fields(attrgetter(*names))
    made: Any = type(kind.__name__, kind.__bases__, body)  # slots cannot be added to a class that is there already
    made.__init__ = _initialiser(made, names, defaults)
    return cast("type[Any]", made)


def _initialiser(made: type[Any], names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """An __init__ that fills the slots past the guard which keeps everyone else from doing so."""
    scope = {f"set_{name}": getattr(made, name).__set__ for name in names} | {"default": defaults, "_Fresh": _Fresh}
    asked = ", ".join(f"{name}=default[{name!r}]" if name in defaults else name for name in names)
    new = [name for name, thing in defaults.items() if isinstance(thing, _Fresh)]
    given = {
        name: f"{name}.factory() if {name}.__class__ is _Fresh else {name}" if name in new else name for name in names
    }
    filled = "; ".join(f"set_{name}(self, {thing})" for name, thing in given.items())
    exec(f"def __init__(self, {asked}): {filled}", scope)
    scope["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
    made_init: Callable[..., None] = scope["__init__"]
    return made_init


def _by_fields(fields: Callable[[Any], Any]) -> dict[str, Any]:
    """__eq__ and __hash__ over what `fields` gets of a value."""

    def eq(self: Any, other: object) -> Any:
        return fields(self) == fields(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": eq, "__hash__": lambda self: hash(fields(self))}


def _frozen(self: object, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is a value: {name} cannot be changed")


def _made_of(self: Any) -> tuple[type[Any], tuple[Any, ...]]:
    """For pickle: the class and its fields, since a frozen value cannot be filled in after it was made."""
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _shown(self: Any) -> str:
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({told})"
