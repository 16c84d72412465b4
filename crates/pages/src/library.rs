//! The toolkit library: found, read, printed, and kept up to date by the office.

mod changes;
mod edit;
mod files;
mod list;
mod page;
mod prose;
mod review;
mod spoken;
mod toolkit;

pub use toolkit::with_toolkit;

use crate::components::Crumb;
use crate::fault::Fault;
use crate::notices::{Announced, announce};
use crate::router::Routes;
use crate::visitor::Visitor;
use domain::library::{LARGEST_FILE, Page};
use domain::{PersonId, Stream, YearId};
use record::Notice;
use words::Words;

/// Room in an upload for what stands around the file.
const AROUND: usize = 64 * 1024;

pub fn routes(routes: Routes) -> Routes {
    let largest = usize::try_from(LARGEST_FILE).unwrap_or(usize::MAX) + AROUND;
    routes
        .page("/library", list::list)
        .page("/library/new", edit::begin)
        .post("/library/new", edit::begun)
        .page("/library/reviews", review::list)
        .page("/library/{page}", page::show)
        .page("/library/{page}/edit", edit::edit)
        .post("/library/{page}/edit", edit::sent)
        .upload("/library/{page}/files", largest, files::take)
        .post("/library/{page}/files/remove", files::remove)
        .file("/library/{page}/files/{digest}", files::give)
        .page("/library/{page}/review", review::show)
        .post("/library/{page}/review", review::sent)
}

/// The address of a page.
pub fn address(page: &str) -> String {
    format!("/library/{page}")
}

/// How many proposed pages wait for the visitor to read and publish them.
pub async fn waiting(visitor: &Visitor) -> Result<usize, Fault> {
    if !visitor.library.is_keeper() {
        return Ok(0);
    }
    let record = visitor.app.record();
    let proposals = record
        .library_proposals(&visitor.library, &visitor.year)
        .await?;
    let of_others = proposals
        .iter()
        .filter_map(|entry| entry.proposal.as_ref())
        .filter(|proposal| proposal.by != visitor.id());
    Ok(of_others.count())
}

/// The text that a reader sees, with title and summary: what is compared with the next visit.
fn as_read(words: Words, pack: &policy::Pack, page: &Page) -> String {
    let tag = words.language().tag();
    format!(
        "{}\n\n{}\n\n{}",
        page.title.get(tag),
        page.summary.get(tag),
        spoken::spoken(words, pack, page.body.get(tag))
    )
}

/// The stream of a page in the current year.
fn stream(visitor: &Visitor, page: &str) -> Stream {
    Stream::library(&visitor.year, page)
}

/// Notices to colleagues that something about a page waits for them or was answered.
async fn tell(
    visitor: &Visitor,
    people: impl IntoIterator<Item = PersonId>,
    what: Announced,
    path: &str,
) -> Result<Vec<Notice>, Fault> {
    let people = visitor.colleagues(people).await?;
    let notices = people
        .values()
        .map(|colleague| announce(visitor.writer(), colleague, what, path));
    Ok(notices.collect())
}

/// Only whoever keeps the library goes on; everybody may know that it is kept.
fn keeper(visitor: &Visitor) -> Result<(), Fault> {
    if visitor.library.is_keeper() {
        Ok(())
    } else {
        Err(Fault::Forbidden)
    }
}

fn crumbs(visitor: &Visitor, page: Option<(&str, &str)>, here: String) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb::link(visitor.words.say("nav-library"), "/library")];
    crumbs.extend(page.map(|(id, title)| Crumb::link(title, address(id))));
    crumbs.push(Crumb::here(here));
    crumbs
}

/// What the year in an address means; a year that nobody entered is none.
async fn year_of(visitor: &Visitor, year: &str) -> Result<YearId, Fault> {
    if year.is_empty() {
        return Ok(visitor.year.clone());
    }
    let year: YearId = year.parse().map_err(|_| Fault::NotFound)?;
    let known = visitor.app.record().school_years().await?;
    known.contains(&year).then_some(year).ok_or(Fault::NotFound)
}
