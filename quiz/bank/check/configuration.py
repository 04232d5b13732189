"""Which rules run for a bank: what ``quiz-check.toml`` near it says, or else the user's settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from quiz.bank.check.registry import UnknownRuleError, select_rules
from quiz.errors import QuizError

FILE = "quiz-check.toml"
"""The file in a bank's folder, or in one around it, whose keys hold for the banks below."""
TABLE = "check"
"""The table of the user's settings with the same keys."""
_LISTS = ("select", "ignore")


class ConfigurationError(QuizError):
    """The configuration cannot be used; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The rules that run, as their codes, and whether warnings and hints count as findings."""

    codes: frozenset[str]
    strict: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one place says; None where it leaves something open."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    strict: bool | None = None


def configuration_for(folder: Path, command_line: Wanted, settings: Path) -> Configuration:
    """Return what holds for the banks in ``folder``.

    The command line wins over the nearest ``quiz-check.toml`` at or above the folder, key by key; where
    there is no such file, the table ``[check]`` of the file ``settings`` takes its place. Raises
    ConfigurationError, and UnknownRuleError for codes of the command line.
    """
    file = _nearest(folder.absolute())
    near = _read(file, None) if file is not None else _read(settings, TABLE)
    select = command_line.select if command_line.select is not None else near.select
    ignore = command_line.ignore if command_line.ignore is not None else near.ignore
    strict = command_line.strict if command_line.strict is not None else near.strict
    return Configuration(_rules(select or (), ignore or ()), bool(strict))


@cache
def _rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    return select_rules(select, ignore)


@cache
def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
    return None


@cache
def _read(file: Path, table: str | None) -> Wanted:
    import tomllib  # here, because most people configure nothing

    try:
        text = file.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Wanted()
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file} is not UTF-8 text.") from None
    except OSError as error:
        raise ConfigurationError(
            f"{file} cannot be read: {(error.strerror or str(error)).lower()}."
        ) from None
    try:
        data: Any = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{file} is not valid TOML: {error}.") from None
    keys = data if table is None else data.get(table, {})
    if not isinstance(keys, dict):
        raise ConfigurationError(f"{file}: “{table}” must be a table: write [{table}] on a line of its own.")
    return _wanted(file, keys)


def _wanted(file: Path, keys: dict[str, Any]) -> Wanted:
    for key, value in keys.items():
        if key == "strict":
            if not isinstance(value, bool):
                raise ConfigurationError(f"{file}: “strict” must be true or false.")
        elif key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise ConfigurationError(f'{file}: “{key}” must be a list of codes, such as ["P", "O008"].')
        else:
            near = get_close_matches(key, (*_LISTS, "strict"), 1)
            meant = f"did you mean “{near[0]}”?" if near else "there are “select”, “ignore” and “strict”."
            raise ConfigurationError(f"{file}: there is no key “{key}”; {meant}")
    lists = {key: tuple(keys[key]) if key in keys else None for key in _LISTS}
    for codes in lists.values():
        try:
            select_rules(codes or ())
        except UnknownRuleError as error:
            raise ConfigurationError(f"{file}: {error}") from None
    return Wanted(lists["select"], lists["ignore"], keys.get("strict"))
