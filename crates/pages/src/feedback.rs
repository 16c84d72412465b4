//! Tell us how we are doing: what is asked now and what was published, the sheet, the results, and the office's desk on
//! which texts are screened. Nothing here saves itself: a draft would stand beside its author's name.

mod results;
mod screening;
mod sheet;
mod view;

pub use view::on_today;

use crate::fault::Fault;
use crate::routes::Routes;
use crate::visitor::Visitor;
use access::{Action, Subject, may};
use domain::feedback::{self, Round, Stage};
use domain::{Refusal, YearId};
use policy::Audience;

pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/feedback", view::list)
        .page("/feedback/{round}", sheet::form)
        .post("/feedback/{round}", sheet::send)
        .page("/feedback/{round}/thanks", view::thanks)
        .post("/feedback/{round}/later", view::later)
        .page("/feedback/{round}/results", results::page)
        .page("/feedback/{round}/screening", screening::page)
        .post("/feedback/{round}/screening", screening::publish)
}

/// Addresses whose requests leave no time behind: no line in the log, no figure, no note in the session.
pub fn is_silent(path: &str) -> bool {
    path.strip_prefix("/feedback")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A round of the current year as it stands for the visitor.
struct Standing<'a> {
    round: Round<'a>,
    stage: Stage,
    /// `None` where the visitor is not asked.
    audience: Option<Audience>,
    /// Whether the visitor has answered, as far as is known.
    answered: bool,
    published: bool,
}

impl Standing<'_> {
    fn is_owed(&self) -> bool {
        self.stage == Stage::Open && self.audience.is_some() && !self.answered
    }

    fn waits_for_the_office(&self) -> bool {
        self.stage == Stage::Closed && !self.published
    }

    fn window(&self) -> &str {
        &self.round.of.window
    }
}

/// `2026-27.mid_year`, as addresses and streams name a round.
fn key(year: &YearId, round: &str) -> String {
    feedback::stream(year, round).key
}

/// The year and the round that an address names.
fn named(key: &str) -> Result<(YearId, String), Fault> {
    let (year, round) = key.split_once('.').ok_or(Fault::NotFound)?;
    Ok((year.parse().map_err(|_| Fault::NotFound)?, round.to_owned()))
}

/// The round of the current year that an address names.
fn round_of<'a>(visitor: &'a Visitor, key: &str) -> Result<Round<'a>, Fault> {
    let (year, round) = named(key)?;
    if year != visitor.year {
        return Err(Fault::NotFound);
    }
    match feedback::round(&visitor.school_year.year, &round) {
        Err(Refusal::NoSuchRound) => Err(Fault::NotFound),
        round => Ok(round?),
    }
}

async fn standing<'a>(visitor: &Visitor, round: Round<'a>) -> Result<Standing<'a>, Fault> {
    let record = visitor.app.record();
    let (actor, year, id) = (&visitor.actor, &visitor.year, &round.of.id);
    let audience = record::audience_of(actor, year, id)
        .ok()
        .filter(|audience| round.of.sheet(*audience).is_some());
    let stage = round.stage(visitor.today);
    let asked = stage == Stage::Open && audience.is_some();
    Ok(Standing {
        stage,
        audience,
        answered: asked && record.has_given_feedback(actor, year, id).await?,
        published: stage == Stage::Closed
            && record
                .feedback(actor, year, id)
                .await?
                .0
                .published
                .is_some(),
        round,
    })
}

/// Whether the visitor screens and publishes.
fn screens(visitor: &Visitor, round: &str) -> Result<(), Fault> {
    let subject = Subject {
        stream: feedback::stream(&visitor.year, round),
        owner: None,
        owner_schools: vec![],
        parties: vec![],
    };
    match may(&visitor.actor, Action::ScreenFeedback, &subject) {
        access::Decision::Allowed(_) => Ok(()),
        access::Decision::Denied(denied) => Err(denied.into()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_rooms_own_addresses_are_silent() {
        for path in [
            "/feedback",
            "/feedback/2026-27.beginning",
            "/feedback/{round}/thanks",
        ] {
            assert!(super::is_silent(path), "{path}");
        }
        for path in ["/", "/feedbacks", "/teachers/feedback"] {
            assert!(!super::is_silent(path), "{path}");
        }
    }
}
