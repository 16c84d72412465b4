//! Files beside pages, kept by the digest of their bytes: what is on the record names the digest.

use super::{Library, subject};
use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Tx, values};
use crate::fault::{Error, Fault, Result};
use crate::people::allowed;
use crate::sql::statements;
use access::{Action, Actor, Denied, may};
use domain::library::{Attachment, Change, Entry, Page};
use domain::{Stream, YearId};

statements! {
    KEEP: Keyed = "insert into file (district, digest, bytes, at) values ($1, $2, $3, $4) on conflict (district, digest) do nothing";
    BYTES: Keyed = "select bytes from file where district = $1 and digest = $2";
}

/// Every file that a page names, has named or would name.
fn files(entry: &Entry) -> impl Iterator<Item = &Attachment> {
    let changes = entry.versions.iter().map(|version| &version.change);
    let pages = changes.chain(entry.proposal.iter().map(|proposal| &proposal.change));
    pages
        .filter_map(|change| match change {
            Change::Page(page) => Some(page.files.iter()),
            Change::Pack => None,
        })
        .flatten()
}

/// What is wrong with the files that a page's history names, for verification.
pub(crate) async fn faults(tx: &Tx, stream: &Stream, entry: &Entry) -> Result<Vec<String>> {
    let mut found = vec![];
    for file in files(entry) {
        match bytes(tx, &file.digest).await? {
            None => found.push(format!("{stream}: the file {} is missing", file.digest)),
            Some(bytes) if domain::library::digest(&bytes) != file.digest => found.push(format!(
                "{stream}: the file {} is not what its digest says",
                file.digest
            )),
            Some(_) => {}
        }
    }
    Ok(found)
}

/// Whether every file that a proposed page names is kept.
pub(crate) async fn are_kept(tx: &Tx, page: &Page) -> Result<bool> {
    for file in &page.files {
        if bytes(tx, &file.digest).await?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn bytes(tx: &Tx, digest: &str) -> Result<Option<Vec<u8>>> {
    tx.row(&BYTES, &values![DISTRICT, digest])
        .await?
        .map(|row| row.bytes(0).map(<[u8]>::to_vec))
        .transpose()
}

impl Record {
    /// Keeps a file for a page that somebody is writing; it is shown to nobody until a page that names it is published.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not propose a page, [`Fault::Refused`] for a file that is not taken.
    pub async fn keep_file(
        &self,
        actor: &Actor,
        stream: &Stream,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Attachment, Fault> {
        allowed(&may(actor, Action::ProposePage, &subject(stream)))?;
        let file = Attachment::of(name, &bytes)?;
        let values = values![DISTRICT, &file.digest, bytes, self.clock().now()];
        self.run(&KEEP, values).await?;
        Ok(file)
    }

    /// A file of a page with its bytes: of the page as it is shown for its readers, of every version and of what is
    /// proposed for whoever keeps the library.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a file that no such page names.
    pub async fn library_file(
        &self,
        library: &Library,
        year: &YearId,
        page: &str,
        digest: &str,
    ) -> Result<(Attachment, Vec<u8>), Fault> {
        let unknown = || Fault::Denied(Denied::NotKnown);
        let is_it = |file: &&Attachment| file.digest == digest;
        let shown = library
            .page(page)
            .and_then(|shown| shown.page.files.iter().find(is_it))
            .cloned();
        let file = match shown {
            Some(file) => file,
            None if library.is_keeper() => {
                let (entry, _) = self.library_entry(library, year, page).await?;
                files(&entry).find(is_it).cloned().ok_or_else(unknown)?
            }
            None => return Err(unknown()),
        };
        let found = bytes(&self.lease().await?, digest)
            .await?
            .ok_or_else(|| Fault::from(Error::Damaged(format!("the file {digest} is missing"))))?;
        Ok((file, found))
    }
}
