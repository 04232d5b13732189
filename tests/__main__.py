"""Runs every check and every test: ``python -m tests``."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent

WORKERS = str(2 * (os.cpu_count() or 1))
"""Twice as many as processors: many tests wait for a terminal, not for the processor."""

CHECKS = (
    [sys.executable, "-m", "ruff", "check", "."],
    [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."],
    [sys.executable, "-m", "mypy"],
    [str(SCRIPTS / "lint-imports")],
    [sys.executable, "-m", "pytest", "-n", WORKERS, "-q", "-m", "not benchmark"],
)


def main() -> int:
    """Run all of them, also after one has failed; 0 if every one is green."""
    failed = []
    for check in CHECKS:
        print("$", " ".join([Path(check[0]).name, *check[1:]]), flush=True)
        if subprocess.run(check, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode:
            failed.append(" ".join(check[1:4]))
    if failed:
        print("not green:", "; ".join(failed))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
