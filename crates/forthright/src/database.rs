//! The database's address, which every command that reads the record takes.

use anyhow::{Context, Result, bail};
use clap::Args;
use record::{Clock, Fault, Record};
use std::path::Path;
use words::{Language, Words};

#[derive(Args, Clone, Debug)]
pub struct Database {
    /// Where the record is: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.
    #[arg(
        long,
        env = "FORTHRIGHT_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:forthright.db",
        value_name = "ADDRESS"
    )]
    pub database: String,
}

impl Database {
    /// Opens the record, and makes an empty one where there is none yet.
    pub async fn open_or_make(&self) -> Result<Record> {
        Record::open(&self.database, Clock::system())
            .await
            .context("The database cannot be opened")
    }

    /// Opens a record that is there: a mistyped path must not become an empty record beside the real one.
    pub async fn open(&self) -> Result<Record> {
        if let Some(path) = self.database.strip_prefix("sqlite:")
            && !Path::new(path).is_file()
        {
            bail!("There is no database at {path}; give its address with --database.");
        }
        self.open_or_make().await
    }
}

/// Why the record did not do something, in words for whoever typed the command.
pub fn reason(fault: &Fault) -> String {
    match fault {
        Fault::Denied(_) => "it is not allowed from the command line.".to_owned(),
        Fault::Refused(refusal) => pages::refusals::sentence(Words::new(Language::En), refusal),
        Fault::Changed(_) => "somebody changed it at the same moment; try again.".to_owned(),
        Fault::TooBusy => "somebody else is writing to the database; try again.".to_owned(),
        Fault::Broken(error) => error.clone(),
    }
}
