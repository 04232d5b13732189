"""How fast articles are read, as ratios within one run: ``pytest tests/benchmarks -m benchmark -s``."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.generate.witnesses import parser
from tests.stories import write_stories

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(parser.version() is None, reason="the extra nlp is not installed"),
]

ROOT = Path(__file__).parent.parent.parent
STORIES = 150
ROUNDS = 3

# Each way of reading is a process of its own, so that its peak is its own; it prints seconds and KiB. The
# clock starts when the parser is loaded and has read something, and stops before the process ends.
BEGIN = """
import json, resource, sys, time
from pathlib import Path
from quiz.article import read_article
from quiz.cli.making import Order, Workshop, make
from quiz.generate.witnesses import parser
paths = sorted(Path(sys.argv[1]).iterdir())
def order(path): return Order(read_article(path), path.stem, path.name, 0, 20, ())
"""
END = """
print(json.dumps([seconds, max(
    resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
)]))
"""
MADE_HERE = """
make(order(paths[0]))
began = time.perf_counter()
for path in paths: make(order(path))
seconds = time.perf_counter() - began
"""
WAYS = {
    "nlp.pipe alone": """
nlp = parser._load(parser.installed_model())
texts = [" ".join(block.text.split()) for path in paths
         for block in read_article(path).blocks if block.kind == "paragraph"]
list(nlp.pipe(texts[:5]))
began = time.perf_counter()
for _ in nlp.pipe(texts): pass
seconds = time.perf_counter() - began
""",
    "one job": MADE_HERE,
    "two jobs": """
with Workshop(2) as workshop:
    for making in [workshop.start(order(path)) for path in paths[:4]]: making()
    began = time.perf_counter()
    for making in [workshop.start(order(path)) for path in paths]: making()
    seconds = time.perf_counter() - began
""",
    "rules alone": "parser.installed_model = lambda: None\n" + MADE_HERE,
}


def test_how_fast_articles_are_read(tmp_path: Path) -> None:
    paths = write_stories(tmp_path / "news", STORIES)
    words = sum(len(path.read_text("utf-8").split()) for path in paths)
    seconds: dict[str, list[float]] = {way: [] for way in WAYS}
    peaks = dict.fromkeys(WAYS, 0.0)
    for _ in range(ROUNDS):  # interleaved, so that another load on the machine falls on all of them
        for way, code in WAYS.items():
            took, peak = measured(code, tmp_path / "news")
            seconds[way].append(took)
            peaks[way] = max(peaks[way], peak)
    median = {way: statistics.median(times) for way, times in seconds.items()}
    print(f"\n{STORIES} articles, {words} words, median of {ROUNDS}")
    for way, time_taken in median.items():
        print(f"{way:<16} {words / time_taken:>8.0f} words/s   peak {peaks[way]:>4.0f} MB a process")
    print(f"one job is {median['nlp.pipe alone'] / median['one job']:.2f} × nlp.pipe alone")
    print(f"two jobs are {median['one job'] / median['two jobs']:.2f} × one job")
    print(f"rules alone are {median['one job'] / median['rules alone']:.1f} × rules and parser")


def measured(code: str, folder: Path) -> tuple[float, float]:
    """Seconds of one way to read, and the peak of its largest process in MB."""
    script = folder.parent / "way.py"  # a file, because processes of a pool import where they came from
    body = "\n".join(f"    {line}" for line in (code + END).strip().splitlines())
    script.write_text(f"{BEGIN}\nif __name__ == '__main__':\n{body}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    took, peak = json.loads(done.stdout)
    return took, peak / (1e6 if sys.platform == "darwin" else 1e3)  # bytes there, KiB elsewhere
