"""Which rules of the linter hold for a bank on screen: the same as on the command line."""

from pathlib import Path

from quiz import paths
from quiz.bank.check.configuration import Wanted, configuration_for


def codes_for(bank: Path) -> frozenset[str]:
    """The codes of the rules. Raises ConfigurationError where what is configured cannot be used."""
    return configuration_for(bank.parent, Wanted(), paths.settings_file()).codes
