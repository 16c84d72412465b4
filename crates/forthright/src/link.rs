//! `forthright link`: a sign-in address from the command line, for who has no e-mail or for a server that sends none;
//! and, on an empty record, the first person.

use crate::database::{Database, reason};
use crate::logs;
use crate::public_url::PublicUrl;
use access::{Actor, List};
use anyhow::{Context, Result, bail};
use clap::Args;
use domain::people::{Command as PersonCommand, Directory, Name, Office, Person};
use domain::{Command, Kind, PersonId, Stream};
use jiff::SignedDuration;
use pages::sign_in::LINK_MINUTES;
use record::{Order, Record};
use serde_json::json;

/// Prints a sign-in address for one person, which works once.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  forthright link imani.castellano@example.org\n  forthright link --administrator 'Noor Abadi <noor.abadi@example.org>'"
)]
pub struct Link {
    /// Whom to sign in: id, e-mail address or employee number.
    #[arg(
        value_name = "PERSON",
        required_unless_present = "administrator",
        conflicts_with = "administrator"
    )]
    person: Option<String>,
    /// Enter the first person of an empty record, its administrator.
    #[arg(long, value_name = "NAME <EMAIL>")]
    administrator: Option<String>,
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    public_url: PublicUrl,
    /// Print JSON for machines.
    #[arg(long)]
    json: bool,
}

/// Stands on the record beside the grant.
const REASON: &str = "First administrator, from the command line";

impl Link {
    pub async fn run(self) -> Result<()> {
        logs::of_a_command();
        let origin = self.public_url.origin()?;
        let (record, person) = match (&self.administrator, &self.person) {
            (Some(administrator), _) => {
                let (name, email) = name_and_email(administrator)?;
                let record = self.database.open_or_make().await?;
                let person = enter(&record, name, email).await?;
                (record, person)
            }
            (None, Some(person)) => {
                let record = self.database.open().await?;
                let person = find(&record, person).await?;
                (record, person)
            }
            (None, None) => bail!("Say for whom: an id, an e-mail address or an employee number."),
        };
        let token = record
            .link_for(
                person,
                "command-line",
                SignedDuration::from_mins(LINK_MINUTES),
            )
            .await?;
        record.finish().await?;
        let link = format!("{origin}/sign-in/{token}");
        if self.json {
            println!(
                "{}",
                json!({ "person": person, "link": link, "minutes": LINK_MINUTES })
            );
        } else {
            println!("{link}");
            eprintln!("It works once, within {LINK_MINUTES} minutes.");
        }
        Ok(())
    }
}

/// `Noor Abadi <noor.abadi@example.org>`; the last word of the name is the family's.
fn name_and_email(given: &str) -> Result<(Name, String)> {
    let parts = given
        .trim()
        .strip_suffix('>')
        .and_then(|rest| rest.split_once('<'));
    let (Some((name, email)), true) = (parts, given.contains('@')) else {
        bail!(
            "Give the administrator as 'NAME <EMAIL>', such as 'Noor Abadi <noor.abadi@example.org>'."
        );
    };
    let (given, family) = name.trim().rsplit_once(' ').unwrap_or(("", name.trim()));
    if family.is_empty() {
        bail!("The administrator needs a name before the address.");
    }
    let name = Name {
        given: given.trim().to_owned(),
        family: family.to_owned(),
        ..Name::default()
    };
    Ok((name, email.trim().to_lowercase()))
}

/// Enters the first person of an empty record. Where a roster was imported before anybody was entered, whoever has the
/// address becomes administrator, as long as there is none.
async fn enter(record: &Record, name: Name, email: String) -> Result<PersonId> {
    let (id, command) = if record.is_empty().await? {
        let id = PersonId(uuid::Uuid::now_v7());
        (id, PersonCommand::EnterAdministrator { id, name, email })
    } else {
        let everybody = everybody(record).await?;
        let today = record.today();
        let is_administrator = |person: &Person| {
            person.has_access(today)
                && person
                    .grants_on(today)
                    .any(|grant| grant.office == Office::Administrator)
        };
        if everybody.people.values().any(is_administrator) {
            bail!(
                "The record has an administrator already, who grants others their access on the people page."
            );
        }
        let id = meant(record, &everybody, &email)?;
        (
            id,
            PersonCommand::Grant {
                office: Office::Administrator,
                school: None,
                reason: REASON.to_owned(),
            },
        )
    };
    let order = Order::new(
        Actor::COMMAND_LINE,
        Stream::of(Kind::Person, id),
        Command::Person(command),
    );
    match record.carry_out(order).await {
        Ok(_) => Ok(id),
        Err(fault) => bail!("The administrator could not be entered: {}", reason(&fault)),
    }
}

async fn find(record: &Record, person: &str) -> Result<PersonId> {
    meant(record, &everybody(record).await?, person)
}

/// The one person who has this id, e-mail address or employee number.
fn meant(record: &Record, everybody: &Directory, person: &str) -> Result<PersonId> {
    let wanted = person.trim();
    let is_meant = |id: &PersonId, person: &Person| {
        let own = &person.particulars;
        id.to_string() == wanted.to_lowercase()
            || (!own.employee.is_empty() && own.employee == wanted)
            || (!own.email.is_empty() && own.email.eq_ignore_ascii_case(wanted))
    };
    let mut found = everybody
        .people
        .iter()
        .filter(|(id, person)| is_meant(id, person));
    let (Some((id, person)), second) = (found.next(), found.next()) else {
        bail!("Nobody on the record has the id, e-mail address or employee number {wanted}.")
    };
    if second.is_some() {
        bail!("More than one person has {wanted}; give the employee number or the id.");
    }
    if !person.has_access(record.today()) {
        bail!(
            "{} has no access: the roster ended or disabled the person.",
            person.particulars.name.full()
        );
    }
    Ok(*id)
}

async fn everybody(record: &Record) -> Result<Directory> {
    let scope = access::scope(&Actor::command_line(), List::Roster)
        .context("The command line may not read the roster")?;
    match record.directory(&scope).await {
        Ok(directory) => Ok(directory),
        Err(fault) => bail!("The people could not be read: {}", reason(&fault)),
    }
}
