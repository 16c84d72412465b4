//! The status over the years: each rule worked by hand, a second engine that agrees, laws, statements and imports.

pub mod import;
mod laws;
mod rules;
mod stated;

use crate::larkspur::{IMANI, adopted};
use domain::YearId;
use domain::people::{Employment, Service};
use domain::status::{Course, Effect, Origin, Standing, Status, Trace, Year};
use policy::Pack;

pub fn pack() -> &'static Pack {
    adopted().pack().expect("the pack loads")
}

/// A year of this district as a file tells it; `-` is no score.
pub fn year(begins: i16, rating: &str) -> Year {
    Year {
        year: YearId::beginning_in(begins),
        origin: Origin::Imported,
        rating: (rating != "-").then(|| rating.to_owned()),
        service: Service::Full,
        class: None,
        district: String::new(),
    }
}

/// Consecutive years up to 2025-26; the school year now is 2026-27.
pub fn years(ratings: &[&str]) -> Vec<Year> {
    let first = 2026 - i16::try_from(ratings.len()).unwrap();
    (first..)
        .zip(ratings)
        .map(|(begins, rating)| year(begins, rating))
        .collect()
}

pub fn course(class: Employment, years: Vec<Year>) -> Course {
    Course {
        teacher: IMANI,
        year: YearId::beginning_in(2026),
        class: Some(class),
        hired: None,
        years,
        taken: std::collections::BTreeMap::new(),
        status: Status::default(),
        version: 0,
    }
}

pub fn trace(class: Employment, ratings: &[&str]) -> Trace {
    course(class, years(ratings)).trace(pack())
}

pub fn effects(trace: &Trace) -> Vec<Effect> {
    trace.lines.iter().map(|line| line.effect).collect()
}

pub fn probationary(counted: u32) -> Standing {
    Standing::Probationary { counted, of: 3 }
}

pub fn at_risk(begins: i16) -> Standing {
    Standing::AtRisk {
        since: YearId::beginning_in(begins),
        left: 1,
    }
}
