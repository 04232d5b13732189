"""The rules, one module per family or part of one; a rule is found by being here."""
