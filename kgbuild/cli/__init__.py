"""The command line. Commands are imported when one is called, libraries when it runs."""

import logging
from importlib import import_module
from typing import Any

import click

from kgbuild import __version__
from kgbuild.cli.session import Session, talk
from kgbuild.errors import KgbuildError

COMMANDS = {
    "ingest": "kgbuild.cli.write",
    "show": "kgbuild.cli.ask",
    "path": "kgbuild.cli.ask",
    "query": "kgbuild.cli.ask",
    "export": "kgbuild.cli.out",
    "load": "kgbuild.cli.out",
    "browser": "kgbuild.cli.browse",
    "articles": "kgbuild.cli.write",
    "coverage": "kgbuild.cli.measure",
    "remove": "kgbuild.cli.write",
    "rebuild": "kgbuild.cli.write",
    "merge": "kgbuild.cli.judge",
    "split": "kgbuild.cli.judge",
    "rename": "kgbuild.cli.judge",
    "retype": "kgbuild.cli.judge",
    "drop": "kgbuild.cli.judge",
    "undo": "kgbuild.cli.judge",
    "review": "kgbuild.cli.review",
    "judgements": "kgbuild.cli.judge",
    "eval": "kgbuild.cli.measure",
    "doctor": "kgbuild.cli.doctor",
}
INTERRUPTED = 130


def _attribute(command: str) -> str:
    return "eval_" if command == "eval" else command  # eval is a builtin's name


class Commands(click.Group):
    """A group that finds its commands by name, and turns a KgbuildError into one plain line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer needs them."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), _attribute(cmd_name))
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KgbuildError as error:
            talk(f"Error: {error}")
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("Stopped. What is done is kept; run the same again to go on.", err=True)
            ctx.exit(INTERRUPTED)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    default="kgbuild.db",
    show_default=True,
    envvar="KGBUILD_DB",
    show_envvar=True,
    help="The ledger: one file that holds all.",
)
@click.option(
    "--neo4j",
    metavar="URI",
    envvar="NEO4J_URI",
    show_envvar=True,
    help="Neo4j to load into and ask, e.g. bolt://127.0.0.1:7687; its user, password and "
    "database come from NEO4J_USERNAME, NEO4J_PASSWORD (or a file that NEO4J_PASSWORD_FILE names, "
    "or a prompt) and NEO4J_DATABASE.",
)
@click.version_option(__version__, message="kgbuild %(version)s")
@click.pass_context
def main(ctx: click.Context, db: str, neo4j: str | None) -> None:
    """Turn a pile of news into a knowledge graph that a person can trust.

    Every tie shows the sentence that it stands on. Begin with: kgbuild ingest FOLDER
    """
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    logging.getLogger("neo4j").propagate = False  # what the driver warns of is raised as well
    ctx.obj = Session.from_environment(db, neo4j)
