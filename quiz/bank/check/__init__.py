"""The linter of banks: rules look at a bank, findings become diagnostics, formats write them."""

from quiz.bank.check.diagnostic import Diagnostic, Edit, Level
from quiz.bank.check.linting import Checked, check_text
from quiz.bank.check.registry import UnknownRuleError, every_rule, find_rule, select_rules
from quiz.bank.check.rule import BankRule, FileRule, Finding, QuestionRule, Rule

__all__ = [
    "BankRule",
    "Checked",
    "Diagnostic",
    "Edit",
    "FileRule",
    "Finding",
    "Level",
    "QuestionRule",
    "Rule",
    "UnknownRuleError",
    "check_text",
    "every_rule",
    "find_rule",
    "select_rules",
]
