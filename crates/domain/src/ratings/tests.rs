//! The rating rule against the worked example of `leap.md` section 14, step by step, and against an oracle that knows
//! nothing of the program.
#![allow(clippy::unwrap_used)]

mod changes;
mod oracle;
mod repeated;
mod worked;

use super::calculation::{Goal, Inputs, Observed, Outcome, Survey, outcome};
use super::trace::Trace;
use jiff::civil::{Date, date};
use policy::{Aggregate, Exact, Pack};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const OBSERVED: [&str; 12] = [
    "LE.1", "LE.2", "LE.3", "LE.4", "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.8",
];
const GATEWAY: [&str; 4] = ["LE.3", "I.1", "I.3", "I.5"];
const PROFESSIONALISM: [&str; 7] = ["P.1", "P.2", "P.3", "P.4", "P.5", "P.6", "P.7"];

/// The LEAP pack of 2026-27, whose values are those of the example.
fn pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/leap/2026-27");
    let mut files = Vec::new();
    for folder in ["", "messages/", "library/"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_str().unwrap();
                files.push((
                    format!("{folder}{name}"),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    policy::load(&files).unwrap()
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn observed(id: &str, on: Date, kind: &str, indicators: &[&str], scores: &[u8]) -> Observed {
    Observed {
        id: id.to_owned(),
        on,
        kind: kind.to_owned(),
        scores: scored(indicators, scores),
    }
}

fn scored(indicators: &[&str], scores: &[u8]) -> BTreeMap<String, u8> {
    assert_eq!(indicators.len(), scores.len());
    indicators
        .iter()
        .map(|id| (*id).to_owned())
        .zip(scores.iter().copied())
        .collect()
}

/// Imani Castellano, grade 5, with the figures of the example: 76 % positive, 54 % of the school's growth points.
fn castellano() -> Inputs {
    Inputs {
        observations: vec![
            observed(
                "lesson-1",
                date(2026, 10, 13),
                "full",
                &OBSERVED,
                &[5, 5, 4, 5, 5, 4, 5, 4, 4, 3, 4, 5],
            ),
            observed(
                "lesson-2",
                date(2026, 12, 8),
                "short",
                &GATEWAY,
                &[5, 5, 5, 5],
            ),
            observed(
                "lesson-3",
                date(2027, 3, 16),
                "full",
                &OBSERVED,
                &[6, 5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 5],
            ),
        ],
        professionalism: Some(scored(&PROFESSIONALISM, &[5, 4, 5, 5, 6, 5, 4])),
        professionalism_is_final: true,
        survey: Some(Survey {
            percent: 76.into(),
            respondents: 22,
        }),
        survey_applies: true,
        goals: vec![
            Goal {
                title: "Reading for claims".to_owned(),
                points: [3, 6, 12, 4],
            },
            Goal {
                title: "Fractions".to_owned(),
                points: [2, 6, 10, 6],
            },
        ],
        collective: Some(54.into()),
        probationary: false,
    }
}

/// The same with the figures of the decision band: 66 % positive, 37.5 % of the growth points.
fn near_the_cut() -> Inputs {
    Inputs {
        survey: Some(Survey {
            percent: 66.into(),
            respondents: 22,
        }),
        collective: Some(exact("37.5")),
        ..castellano()
    }
}

/// The same on 12 January: two lessons seen, professionalism at mid-year, no results of growth yet.
fn january() -> Inputs {
    let mut inputs = Inputs {
        professionalism: Some(scored(&PROFESSIONALISM, &[5, 4, 4, 5, 5, 4, 4])),
        professionalism_is_final: false,
        goals: Vec::new(),
        collective: None,
        ..near_the_cut()
    };
    inputs.observations.truncate(2);
    inputs
}

fn rated(inputs: &Inputs, pack: &Pack) -> (String, Trace) {
    match outcome(inputs, pack) {
        Outcome::Rated { rating, trace } => (rating, trace),
        other => panic!("not rated: {other:?}"),
    }
}

fn with_aggregate(aggregate: Aggregate) -> Pack {
    let mut pack = pack();
    pack.rating.aggregate.value = aggregate;
    pack
}
