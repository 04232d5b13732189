"""Settings: what a user may write in settings.toml, and what is said when it is wrong."""

import getpass
from pathlib import Path

import pytest

from quiz import paths
from quiz.config import Settings, SettingsError, keep_theme, login_name, read_settings
from quiz.errors import QuizError


def settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(SettingsError) as error:
        settings(folder, text)
    return str(error.value)


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings(theme="quiz-dark", player="")
    assert settings(tmp_path, "") == Settings()
    assert settings(tmp_path, "# nothing yet\n") == Settings()


def test_the_wanted_retention_is_read_and_has_bounds(tmp_path: Path) -> None:
    assert settings(tmp_path, "").retention == 0.9
    assert settings(tmp_path, "retention = 0.85\n").retention == 0.85
    for wrong in ("0.5", "1", "true", '"0.9"', "nan"):
        assert "“retention” must be a number from 0.7 to 0.97" in complaint(
            tmp_path, f"retention = {wrong}\n"
        )


def test_theme_and_player_are_read(tmp_path: Path) -> None:
    assert settings(tmp_path, 'theme = "quiz-light"\nplayer = "Ada [sic]"\n') == Settings(
        "quiz-light", "Ada [sic]"
    )
    assert settings(tmp_path, 'player = "Ada"\n') == Settings("quiz-dark", "Ada")


@pytest.mark.parametrize("text", ["theme = quiz-light", "theme", "[[", 'theme = "quiz-dark', "a = 1\na = 2"])
def test_what_is_not_toml_is_said_with_file_and_line(tmp_path: Path, text: str) -> None:
    message = complaint(tmp_path, text)
    assert message.startswith(f"{tmp_path / 'settings.toml'} is not valid TOML: ")
    assert "line 1" in message or "line 2" in message or "end of document" in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_setting_that_does_not_exist_is_named_with_those_that_do(tmp_path: Path) -> None:
    message = complaint(tmp_path, 'colour = "red"\n')
    assert "there is no setting “colour”; there are “theme”, “player”" in message
    assert message.endswith("“keys”, “check” and “retention”.")


def test_a_theme_that_does_not_exist_is_named_with_those_that_do(tmp_path: Path) -> None:
    message = complaint(tmp_path, 'theme = "dark"\n')
    assert "there is no theme “dark”; there are quiz-dark, quiz-light, quiz-blue-orange" in message
    assert message.endswith("and quiz-ansi.")


@pytest.mark.parametrize("value", ["1", "true", "[]", '""', '"  "', "2026-01-02", '["quiz-dark"]', "{a = 1}"])
@pytest.mark.parametrize("key", ["theme", "player"])
def test_a_setting_that_is_not_text_is_refused(tmp_path: Path, key: str, value: str) -> None:
    assert f"“{key}” must be text in quotation marks." in complaint(tmp_path, f"{key} = {value}\n")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'player = "\xff"\n')
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_settings(tmp_path / "settings.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path)


def test_a_mistake_in_the_settings_is_one_a_user_can_mend() -> None:
    assert issubclass(SettingsError, QuizError)


def test_the_name_to_play_under_is_the_login_name_or_a_plain_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    assert login_name() == "ada"

    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert login_name() == "player"


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    assert paths.settings_file() == tmp_path / "settings.toml"
    assert paths.scores_file() == tmp_path / "scores.db"
    assert paths.user_banks() == tmp_path / "questions"
    assert paths.cache_folder() == tmp_path / "cache"


def test_without_it_settings_and_scores_are_where_the_system_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIZ_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in (paths.settings_file(), paths.scores_file(), paths.cache_folder()):
        assert path.is_absolute()
        assert "quiz" in path.parts


def test_the_banks_that_come_with_the_program_are_there() -> None:
    assert list(paths.packaged_banks().glob("*.yaml"))


def test_mouse_motion_and_keys_are_read(tmp_path: Path) -> None:
    read = settings(tmp_path, 'mouse = false\nmotion = false\n[keys]\nflag = "F, ctrl+f"\n')
    assert (read.mouse, read.motion, dict(read.keys)) == (False, False, {"flag": "F, ctrl+f"})


@pytest.mark.parametrize(
    ("text", "complaint_about"),
    [
        ('mouse = "no"', "“mouse” must be true or false."),
        ("motion = 0", "“motion” must be true or false."),
        ('keys = "f"', "“keys” must be a table"),
        ("[keys]\nflag = 1", "the key of “flag” must be text"),
        ('[keys]\nflag = " "', "the key of “flag” must be text"),
    ],
)
def test_what_is_wrong_with_them_is_said(tmp_path: Path, text: str, complaint_about: str) -> None:
    assert complaint_about in complaint(tmp_path, text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "quiz-light"\n'),
        ("", 'theme = "quiz-light"\n'),
        ('theme = "quiz-dark"\n', 'theme = "quiz-light"\n'),
        (
            '# mine\nplayer = "Ada"\ntheme = "quiz-dark"  # at night\n[keys]\ntheme = "t"\n',
            '# mine\nplayer = "Ada"\ntheme = "quiz-light"\n[keys]\ntheme = "t"\n',
        ),
        ('[keys]\ntheme = "t"', 'theme = "quiz-light"\n[keys]\ntheme = "t"'),
    ],
)
def test_a_theme_is_kept_and_all_else_stays_as_it_was(tmp_path: Path, before: str | None, after: str) -> None:
    path = tmp_path / "folder" / "settings.toml"
    if before is not None:
        path.parent.mkdir()
        path.write_text(before, encoding="utf-8")
    keep_theme(path, "quiz-light")
    assert path.read_text(encoding="utf-8") == after
    assert read_settings(path).theme == "quiz-light"


@pytest.mark.parametrize("text", ['"theme" = "quiz-dark"\n', 'player = """\ntheme = 1\n"""\n', "["])
def test_settings_that_cannot_be_changed_safely_are_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="its line should be: theme"):
        keep_theme(path, "quiz-light")
    assert path.read_text(encoding="utf-8") == text
