"""`quiz bank split`: a bank for each kind, skill or status of the questions of one."""

from pathlib import Path

from quiz.amounts import counted
from quiz.bank.authoring.splitting import By, parts_of
from quiz.bank.files import SaveError, load_bank, parse_bank, save_bank
from quiz.cli.bank_meant import BankNotMeant
from quiz.cli.banks_renamed import article_from
from quiz.cli.narrating import say
from quiz.cli.placing import make_folder
from quiz.cli.schema_beside import put_schema


def split_bank(path: Path, by: By, output: Path | None) -> int:
    """Write the new banks; if one cannot be written because its file exists, none is."""
    file = load_bank(path)
    folder = output if output is not None else path.parent
    parts = parts_of(file, by, article_from(file, folder))
    if len(parts) < 2:
        raise BankNotMeant(
            f"All questions of {path} have the {by} {parts[0].name}; there is nothing to split."
        )
    targets = [folder / f"{path.stem}-{part.name.replace('_', '-')}.yaml" for part in parts]
    for target, part in zip(targets, parts, strict=True):
        if target.exists() or target.is_symlink():
            raise SaveError(f"{target} exists already; nothing was written.")
        parse_bank(part.text, str(target))
    make_folder(folder)
    for target, part in zip(targets, parts, strict=True):
        save_bank(target, part.text, replaces=None)
        say(f"Wrote {target} with {counted(part.questions, 'question')}.")
    if any(part.laid_out_anew for part in parts):
        say("Their text is laid out anew, without comments: the questions had no lines of their own.")
    put_schema(folder, parts[0].text)
    say(f"{path} stays as it is, and so do its results.")
    return 0
