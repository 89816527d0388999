"""The command that opens Neo4j Browser with kgbuild's guide and style."""

import click

from kgbuild.cli.session import Session, talk


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of the guide; else any.")
@click.option("--open", "open_", is_flag=True, help="Open the address in the web browser.")
@click.pass_obj
def browser(session: Session, port: int, *, open_: bool) -> None:
    """Print the address of Neo4j Browser, and serve the guide and the style that it takes."""
    from contextlib import suppress

    from kgbuild.guide import Guide, opening

    uri, ports = _ports(session)
    with Guide(port) as guide:
        address = opening(uri, ports, guide.address)
        click.echo(address)
        talk(f"Log in as {session.user}; the guide opens by itself, else say in the editor there:")
        talk(f"  :play {guide.address}/guide.html")
        talk("It is served to this machine alone until you stop this with Ctrl-C.")
        if open_:
            click.launch(address)
        with suppress(KeyboardInterrupt):
            guide.serve_forever()


def _ports(session: Session) -> tuple[str, dict[str, str]]:
    """Return the address of Neo4j, and where it says that its pages are, if it tells."""
    from kgbuild import cypher
    from kgbuild.errors import GraphError

    with session.connect() as connection:
        try:
            rows = connection.read(cypher.statement("browser/ports"), {}, timeout=10)
        except GraphError:
            return connection.uri, {}
        return connection.uri, {row["scheme"]: row["value"] for row in rows}
