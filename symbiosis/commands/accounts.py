"""Who may sign in, from the shell: how the first administrator of a real territory is made."""

import click
from flask.cli import AppGroup

from symbiosis.commands.shell import opened, say
from symbiosis.domain.access import Account
from symbiosis.domain.accounts import SHORTEST, BadAccount
from symbiosis.domain.errors import Refused
from symbiosis.services import accounts as service

accounts = AppGroup("accounts", help="Who may sign in, and as what.")
ROLE = click.Choice([role.value for role in Account])
WRONG = {
    BadAccount.LOGIN: "A login has 2 to 100 letters, digits or . _ % + @ -: an e-mail address, for instance.",
    BadAccount.LOGIN_TAKEN: "This login is taken: see flask symbiosis accounts list",
    BadAccount.NAME: "A name has 1 to 60 characters: it signs the decisions.",
    BadAccount.NAME_TAKEN: "Another account has this name, and decisions are signed with it: add an initial.",
    BadAccount.FIRM: "A company account, and no other, is tied to one firm of the territory: --firm FIRM_ID",
    BadAccount.PASSWORD: f"A password has at least {SHORTEST} characters, of six kinds or more, without the login.",
    BadAccount.LAST_ADMIN: "This is the last administrator: make another one first.",
}


@accounts.command("add")
@click.argument("login")
@click.option("--name", required=True, help="First and last name: decisions are signed with it.")
@click.option("--role", type=ROLE, required=True, help="What the person may do.")
@click.option("--firm", default="", help="The id of the firm a company account speaks for.")
@click.option("--ask", is_flag=True, help="Ask for a password instead of making one up.")
def add(login: str, name: str, role: str, firm: str, ask: bool) -> None:
    """Make an account for LOGIN; its password is made up, printed once, and changed at the first sign-in."""
    with opened() as (store, _):
        wanted = service.Wanted(login, name, Account(role), firm, _asked() if ask else "")
        wrong, secret = service.add(store, wanted)
        _refuse(wrong)
        say.print(f"{login}: account made, {role}.")
        _tell(secret)


@accounts.command("list")
def show() -> None:
    """Print every account: login, role, name, firm, last sign-in."""
    with opened() as (store, _):
        for held in service.every(store):
            last = held.signed_in_at[:16] or "never"
            click.echo("\t".join([held.login, held.role.value, held.name, held.firm_id or "-", last]))


@accounts.command("role")
@click.argument("login")
@click.argument("role", type=ROLE)
@click.option("--firm", default="", help="The id of the firm a company account speaks for.")
def set_role(login: str, role: str, firm: str) -> None:
    """Give LOGIN another ROLE; the person signs in again."""
    with opened() as (store, _):
        _refuse(service.set_role(store, service.find(store, login).id, Account(role), firm))
        say.print(f"{login}: {role} from now on; open sessions are over.")


@accounts.command("password")
@click.argument("login")
@click.option("--ask", is_flag=True, help="Ask for a password instead of making one up.")
def password(login: str, ask: bool) -> None:
    """Give LOGIN another password; open sessions are over."""
    with opened() as (store, _):
        wrong, secret = service.reset_password(store, service.find(store, login).id, _asked() if ask else "")
        _refuse(wrong)
        say.print(f"{login}: password changed; open sessions are over.")
        _tell(secret)


@accounts.command("sign-out")
@click.argument("login")
def sign_out(login: str) -> None:
    """End every open session of LOGIN."""
    with opened() as (store, _):
        service.end_sessions(store, service.find(store, login).id)
        say.print(f"{login}: open sessions are over.")


@accounts.command("remove")
@click.argument("logins", nargs=-1)
@click.option("--demonstration", is_flag=True, help="Every account of the demonstration.")
def remove(logins: tuple[str, ...], demonstration: bool) -> None:
    """Remove the accounts of LOGINS; what they signed stays."""
    with opened() as (store, _):
        if demonstration:
            say.print(f"{service.remove_demonstration(store)} accounts of the demonstration removed.")
        for login in logins:
            _refuse(service.remove(store, service.find(store, login).id))
            say.print(f"{login}: removed; open sessions are over.")


def _asked() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _refuse(wrong: BadAccount | None) -> None:
    if wrong:
        raise Refused(WRONG[wrong])


def _tell(secret: str) -> None:
    if secret:
        say.print("Password, shown only now; hand it over, it is changed at the first sign-in:")
        click.echo(secret)
