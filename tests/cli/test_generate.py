import json
import re
import shutil
from pathlib import Path

import yaml

from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.replacing import cut_question
from quiz.bank.kinds import KINDS
from tests.cli.conftest import ROOT, SEED, SEED_BANK, Run


def test_the_shipped_bank_is_what_generate_makes(run: Run, tmp_path: Path) -> None:
    for folder in ("seeds", "questions"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    made = tmp_path / "questions" / "again.yaml"
    done = run("generate", tmp_path / "seeds" / SEED.name, "-o", made)
    assert done.returncode == 0
    again = made.read_bytes().replace(b"id: again\n", b"id: who-inside-ice-is-leaking\n", 1)
    assert again == SEED_BANK.read_bytes()


def test_generate_says_what_it_made_and_why_not_more(run: Run, tmp_path: Path) -> None:
    done = run("generate", SEED, "-o", tmp_path / "bank.yaml")
    assert re.search(r"\b\d+ questions of \d+ kinds: ", done.stderr)
    assert "Left alone:" in done.stderr
    assert "“pledged” may point to a source (paragraph 4)" in done.stderr
    assert done.stdout == ""


def test_every_evidence_quote_stands_in_the_article(run: Run) -> None:
    bank = yaml.safe_load(run("generate", SEED).stdout)
    raw = SEED.read_bytes().decode()
    quotes = [evidence["quote"] for question in bank["questions"] for evidence in question["evidence"]]
    assert len(quotes) >= 10
    assert all(quote in raw for quote in quotes)


def test_the_same_bytes_twice_and_another_seed_other_ones(run: Run) -> None:
    first = run("generate", SEED, PYTHONHASHSEED="1").stdout
    assert first == run("generate", SEED, PYTHONHASHSEED="2").stdout
    assert first != run("generate", SEED, "--seed", "1").stdout


def test_a_bank_is_never_written_over_without_a_word(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "bank.yaml"
    target.write_text("mine")
    refused = run("generate", SEED, "-o", target)
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert target.read_text() == "mine"
    assert run("generate", SEED, "-o", target, "--force").returncode == 0
    assert "up to date" in run("generate", SEED, "-o", target).stderr


def test_a_bank_far_from_its_article_gets_a_copy_and_can_be_played(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "bank.yaml"
    assert run("generate", SEED, "-o", target).returncode == 0
    assert (target.parent / SEED.name).read_bytes() == SEED.read_bytes()
    assert run("play", "--plain", target, "--count", "1", say="1\n").returncode == 0


def test_an_article_from_standard_input_needs_a_place(run: Run, tmp_path: Path) -> None:
    assert run("generate", "-", say=SEED.read_text("utf-8")).returncode == 2
    target = tmp_path / "piped.yaml"
    assert run("generate", "-", "-o", target, say=SEED.read_text("utf-8")).returncode == 0
    assert (tmp_path / "piped.txt").read_bytes() == SEED.read_bytes()


def test_one_bad_article_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = run("generate", tmp_path / "empty.txt", SEED, "-o", tmp_path / "banks")
    assert done.returncode == 1
    assert "is empty" in done.stderr
    assert (tmp_path / "banks" / "who-inside-ice-is-leaking.yaml").exists()


def test_an_article_with_nothing_to_ask_gets_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("It rains. It may stop.\n")
    done = run("generate", tmp_path / "note.txt")
    assert done.returncode == 1
    assert "nothing in it that can be asked beyond dispute" in done.stderr


def test_a_bank_of_drafts_is_written_and_says_that_it_is_not_played_yet(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(
        "The Bridge\n\nThe bridge was closed to trams because the railing had rusted through.\n\nIt rains.\n"
    )
    made = run("generate", "bridge.txt", "-o", "bridge.yaml", "--kind", "cause_stated", cwd=tmp_path)
    assert made.returncode == 0
    assert "nothing in it is played yet; 1 draft waits for a person's yes: cause_stated 1." in made.stderr
    assert yaml.safe_load((tmp_path / "bridge.yaml").read_text("utf-8"))["questions"][0]["status"] == "draft"
    for target in ("bridge.yaml", "."):
        played = run("play", "--plain", target, cwd=tmp_path)
        assert played.returncode == 1
        assert "nothing but drafts, which wait for a person's yes" in played.stderr
        assert "Traceback" not in played.stderr


def test_drafts_are_passed_over_when_an_article_is_played(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(
        "The Bridge\n\nThe bridge was also closed to trams because the railing had rusted through.\n\n"
        "The International Bridge Office (IBO) measured the old railing on Monday.\n\nIt rains.\n"
    )
    wanted = ("--kind", "acronym", "--kind", "cause_stated")
    made = yaml.safe_load(run("generate", "bridge.txt", *wanted, cwd=tmp_path).stdout)["questions"]
    assert {question["status"] for question in made} == {"approved", "draft"}
    played = run("play", "--plain", "bridge.txt", *wanted, "--count", "50", say="1\n" * 9, cwd=tmp_path)
    assert played.returncode == 0
    assert "Question 1 of 1" in played.stdout
    for question in made:
        asked = question["prompt"].split("“")[0] in played.stdout
        assert asked == (question["status"] == "approved")


def test_inspect_finds_who_speaks_in_the_first_article(run: Run) -> None:
    report = json.loads(run("inspect", SEED, "--json").stdout)
    raw = SEED.read_bytes().decode()
    for fact in report["attributions"]:
        for part in (fact, fact["source"], fact["cue"]):
            assert raw[part["start"] : part["end"]] == part["text"]
    direct = [fact for fact in report["attributions"] if fact["form"] == "direct"]
    words: dict[str, list[str]] = {}
    for fact in direct:
        words.setdefault(fact["source"]["name"], []).append(fact["text"])
    assert set(words) == {"Kristi Noem", "Pam Bondi"}
    assert len(words["Pam Bondi"]) == 2
    assert words["Pam Bondi"][0].startswith("Well, you know")
    assert words["Pam Bondi"][1].endswith("to make America safe again.")
    assert words["Kristi Noem"][0].startswith("The FBI is so corrupt.")
    unnamed = {
        (fact["source"]["text"], fact["cue"]["text"])
        for fact in report["attributions"]
        if fact["source"]["named"] == "unnamed"
    }
    assert unnamed == {("critics", "argue"), ("reports", "suggest")}
    assert [outlet["name"] for outlet in report["outlets"]] == ["NBC News", "CBS News"]
    assert [hedge["text"] for hedge in report["hedges"] if hedge["strict"]] == [
        "reportedly",
        "allegedly",
        "reportedly",
    ]


def test_inspect_prints_a_report_at_any_width(run: Run) -> None:
    text = run("inspect", SEED).stdout
    for word in (
        "Kristi Noem",
        "Pam Bondi",
        "critics",
        "not identified",
        "NBC News",
        "CBS News",
        "reportedly",
    ):
        assert word in text


def test_only_the_skills_wanted_are_made(run: Run) -> None:
    made = yaml.safe_load(run("generate", SEED, "--skill", "source").stdout)["questions"]
    assert made
    assert {KINDS[question["kind"]].skill for question in made} == {"source"}


def test_a_kind_and_a_skill_that_do_not_meet_are_wrong_usage(run: Run) -> None:
    asked = run("generate", SEED, "--skill", "source", "--kind", "acronym")
    assert asked.returncode == 2
    assert "None of the kinds you name reports under that skill." in asked.stderr


def test_an_article_is_played_with_the_kinds_wanted_whatever_else_it_could_be_asked(run: Run) -> None:
    played = run("play", SEED, "--plain", "--kind", "acronym", "--kind", "role", "--count", "2", say="1\n1\n")
    assert played.returncode == 0
    assert "Question 2 of 2" in played.stdout


def test_a_bank_on_standard_output_says_when_its_article_is_out_of_reach(run: Run, tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "mine.txt")
    far = tmp_path / "one" / "two"
    far.mkdir(parents=True)
    asked = run("generate", "../../mine.txt", cwd=far)
    assert asked.returncode == 2
    assert asked.stdout == ""
    assert "one folder up at most" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_making_a_bank_again_keeps_what_was_decided_and_shows_the_difference(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "bank.yaml"
    run("generate", SEED, "-o", target)
    first, second, third = (one["id"] for one in yaml.safe_load(target.read_text())["questions"][:3])
    text = decided(target.read_text(), "bank", 0, "rejected", "Two readings.")
    text = text.replace("    explanation: ", "    explanation: 'Look closely. ", 2)
    text = re.sub(
        r"(explanation: 'Look closely\. )(.*)", lambda found: f"{found[1]}{found[2].strip(chr(39))}'", text
    )
    cut = cut_question(text, "bank", 2)
    target.write_text("# Ours.\n" + cut.put_back(""))
    done = run("generate", SEED, "-o", target, "--force")
    assert done.returncode == 0
    assert f"  + {third}: " in done.stderr
    assert f"  ~ {second} (kept as it stands): " in done.stderr
    assert re.search(
        r"questions kept \(2 not as they would be made now, 1 rejected\), 1 new, 0 gone\.", done.stderr
    )
    again = target.read_text()
    assert again.startswith("# Ours.\n")
    assert (
        yaml.safe_load(again)["questions"][0] | {"id": first, "reason": "Two readings."}
        == (yaml.safe_load(again)["questions"][0])
    )
    assert "up to date" in run("generate", SEED, "-o", target).stderr


def test_a_broken_bank_is_not_made_again_over_what_was_decided_in_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "bank.yaml"
    run("generate", SEED, "-o", target)
    broken = target.read_text().replace("    prompt: ", "    promt: ", 1)
    target.write_text(broken)
    done = run("generate", SEED, "-o", target, "--force")
    assert done.returncode == 1
    assert "unknown key “promt”" in done.stderr
    assert target.read_text() == broken
