//! What the drawn pages say of Larkspur's people: dates, levels and results that the year must come to. A name that the
//! roster does not have changes nothing.

use super::lives::{Ending, Figures, Gap, January};
use jiff::civil::{Date, Time, date, time};
use std::collections::BTreeMap;

/// A lesson that is drawn.
pub struct Seen {
    pub kind: &'static str,
    pub on: Date,
    pub shared_on: Date,
    /// All twelve where empty.
    pub indicators: &'static [&'static str],
    /// In the order of the indicators; none where only the date is drawn.
    pub levels: &'static [u8],
}

/// A conversation that is drawn.
#[derive(Clone, Copy)]
pub struct Met {
    pub on: Date,
    pub begins: Time,
    pub place: &'static str,
}

/// One person of the drawn pages.
pub struct Fixed {
    pub name: &'static str,
    pub ending: Ending,
    pub january: January,
    pub gap: Option<Gap>,
    pub lessons: &'static [Seen],
    pub beginning: Option<Met>,
    pub mid_year: Option<Met>,
    pub check_in: Option<Met>,
    pub end_of_year: Option<Met>,
    /// When the rating is shared.
    pub rated_on: Option<Date>,
    /// Evaluator's and own levels at mid-year, evaluator's at the end.
    pub professionalism: Option<[[u8; 7]; 3]>,
    pub survey: Option<(i64, u32)>,
    pub goals: &'static [[u32; 4]],
    pub class: Option<u32>,
}

const PROFESSIONALISM: [&str; 7] = ["P.1", "P.2", "P.3", "P.4", "P.5", "P.6", "P.7"];
/// Indicators that are observed, in the order of the drawn tables.
pub const OBSERVED: [&str; 12] = [
    "LE.1", "LE.2", "LE.3", "LE.4", "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "I.7", "I.8",
];
/// What a short visit looks at unless it has a focus of its own.
pub const GATEWAY: [&str; 4] = ["LE.3", "I.1", "I.3", "I.5"];

impl Seen {
    pub fn indicators(&self) -> Vec<String> {
        let listed = if self.indicators.is_empty() {
            &OBSERVED[..]
        } else {
            self.indicators
        };
        listed
            .iter()
            .map(|indicator| (*indicator).to_owned())
            .collect()
    }
}

impl Fixed {
    /// Writes what is drawn over what was only imagined.
    pub fn put_into(&self, figures: &mut Figures) {
        for (lesson, scores) in self.lessons.iter().zip(&mut figures.lessons) {
            for (indicator, level) in lesson.indicators().into_iter().zip(lesson.levels) {
                scores.insert(indicator, *level);
            }
        }
        if let Some([mid, own, end]) = self.professionalism {
            let levels = |levels: [u8; 7]| -> BTreeMap<String, u8> {
                PROFESSIONALISM
                    .iter()
                    .map(|id| (*id).to_owned())
                    .zip(levels)
                    .collect()
            };
            figures.mid = levels(mid);
            figures.own_mid = levels(own);
            figures.end = levels(end);
            figures.own_end = levels(std::array::from_fn(|place| end[place].max(own[place])));
        }
        if self.survey.is_some() && figures.survey.is_some() {
            figures.survey = self.survey;
        }
        for (goal, drawn) in figures.goals.iter_mut().zip(self.goals) {
            *goal = *drawn;
        }
    }
}

/// The drawn life of a person.
pub fn fixed(name: &str) -> Option<&'static Fixed> {
    FIXED.iter().find(|fixed| fixed.name == name)
}

const fn met(on: Date, begins: Time, place: &'static str) -> Option<Met> {
    Some(Met { on, begins, place })
}

const fn full(on: Date, shared_on: Date, levels: &'static [u8]) -> Seen {
    Seen {
        kind: "full",
        on,
        shared_on,
        indicators: &[],
        levels,
    }
}

const fn short(
    on: Date,
    shared_on: Date,
    indicators: &'static [&'static str],
    levels: &'static [u8],
) -> Seen {
    Seen {
        kind: "short",
        on,
        shared_on,
        indicators,
        levels,
    }
}

const EARLY: Time = time(7, 15, 0, 0);
const AFTER: Time = time(14, 45, 0, 0);

const NOBODY: Fixed = Fixed {
    name: "",
    ending: Ending::Effective,
    january: January::AsItEnds,
    gap: None,
    lessons: &[],
    beginning: None,
    mid_year: None,
    check_in: None,
    end_of_year: None,
    rated_on: None,
    professionalism: None,
    survey: None,
    goals: &[],
    class: None,
};

/// `my-year-teacher.html`, `caseload.html`, `today-evaluator.html`, `plan-school.html` and `rating-trace.html`.
static FIXED: [Fixed; 17] = [
    Fixed {
        name: "Imani Castellano",
        ending: Ending::Band,
        lessons: &[
            full(
                date(2026, 10, 13),
                date(2026, 10, 15),
                &[5, 5, 4, 5, 5, 4, 5, 4, 4, 3, 4, 5],
            ),
            // Eight school days later: the rule is five, and the page says so.
            short(
                date(2026, 12, 8),
                date(2026, 12, 18),
                &GATEWAY,
                &[5, 5, 5, 5],
            ),
            full(
                date(2027, 3, 16),
                date(2027, 3, 19),
                &[6, 5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 5],
            ),
        ],
        beginning: met(date(2026, 9, 29), AFTER, "room 118"),
        mid_year: met(date(2027, 1, 14), AFTER, "room 118"),
        end_of_year: met(date(2027, 5, 12), AFTER, "room 118"),
        professionalism: Some([
            [5, 4, 4, 5, 5, 4, 4],
            [5, 5, 5, 5, 5, 5, 4],
            [5, 4, 5, 5, 6, 5, 4],
        ]),
        survey: Some((66, 22)),
        goals: &[[3, 6, 12, 4], [2, 6, 10, 6]],
        class: Some(26),
        ..NOBODY
    },
    Fixed {
        name: "Katarzyna Mazur",
        january: January::Growing,
        lessons: &[
            full(date(2026, 10, 8), date(2026, 10, 12), &[]),
            short(date(2026, 12, 2), date(2026, 12, 7), &GATEWAY, &[]),
        ],
        mid_year: met(date(2027, 1, 11), AFTER, "room 106"),
        ..NOBODY
    },
    Fixed {
        name: "Thanh Vo",
        january: January::OnTrack,
        lessons: &[
            full(date(2026, 10, 1), date(2026, 10, 6), &[]),
            short(date(2026, 12, 3), date(2026, 12, 8), &GATEWAY, &[]),
            full(date(2027, 3, 9), date(2027, 3, 12), &[]),
        ],
        mid_year: met(date(2027, 1, 11), EARLY, "room 110"),
        end_of_year: met(date(2027, 5, 13), AFTER, "room 110"),
        rated_on: Some(date(2027, 5, 19)),
        ..NOBODY
    },
    Fixed {
        name: "Beatriz Ferreira",
        ending: Ending::Approaching,
        lessons: &[
            full(
                date(2026, 10, 6),
                date(2026, 10, 9),
                &[4, 4, 3, 4, 4, 3, 3, 4, 3, 3, 3, 4],
            ),
            short(
                date(2026, 12, 1),
                date(2026, 12, 4),
                &GATEWAY,
                &[4, 4, 3, 3],
            ),
            full(
                date(2027, 2, 23),
                date(2027, 2, 26),
                &[5, 5, 4, 5, 5, 4, 4, 4, 4, 3, 4, 5],
            ),
        ],
        mid_year: met(date(2027, 1, 13), AFTER, "room 121"),
        check_in: met(date(2027, 1, 8), AFTER, "room 121"),
        end_of_year: met(date(2027, 4, 27), AFTER, "room 121"),
        rated_on: Some(date(2027, 5, 20)),
        professionalism: Some([
            [4, 3, 4, 4, 4, 4, 4],
            [4, 4, 5, 4, 5, 4, 4],
            [4, 4, 5, 4, 4, 4, 4],
        ]),
        survey: Some((62, 21)),
        goals: &[[4, 9, 8, 2], [3, 9, 8, 3]],
        class: Some(24),
        ..NOBODY
    },
    Fixed {
        name: "Owen Lindqvist",
        ending: Ending::Approaching,
        lessons: &[
            short(
                date(2026, 10, 20),
                date(2026, 10, 23),
                &["LE.3", "I.1", "I.3", "I.7"],
                &[3, 4, 3, 3],
            ),
            short(
                date(2026, 12, 17),
                date(2026, 12, 18),
                &["LE.1", "LE.3", "LE.4", "I.2", "I.4", "I.6"],
                &[4, 3, 4, 3, 4, 3],
            ),
        ],
        mid_year: met(date(2027, 1, 15), AFTER, "room 115"),
        end_of_year: met(date(2027, 4, 29), AFTER, "room 115"),
        ..NOBODY
    },
    Fixed {
        name: "Samuel Adeyemi",
        january: January::Strong,
        lessons: &[
            short(
                date(2026, 11, 12),
                date(2026, 11, 16),
                &GATEWAY,
                &[6, 6, 6, 6],
            ),
            full(
                date(2027, 1, 8),
                date(2027, 1, 13),
                &[6, 6, 6, 6, 7, 5, 6, 6, 6, 5, 6, 6],
            ),
        ],
        mid_year: met(date(2027, 1, 25), AFTER, "room 120"),
        survey: Some((82, 23)),
        class: Some(25),
        ..NOBODY
    },
    Fixed {
        name: "Marcus Bell",
        january: January::Growing,
        lessons: &[
            short(
                date(2026, 10, 22),
                date(2026, 10, 27),
                &["LE.1", "LE.2", "LE.3", "I.1", "I.3", "I.6"],
                &[5, 5, 4, 5, 4, 4],
            ),
            short(
                date(2026, 12, 10),
                date(2026, 12, 15),
                &["LE.3", "I.1", "I.2", "I.3", "I.4", "I.7", "I.8"],
                &[5, 5, 5, 5, 5, 5, 5],
            ),
        ],
        mid_year: met(date(2027, 1, 19), AFTER, "room 114"),
        ..NOBODY
    },
    Fixed {
        name: "Gloria Etienne",
        january: January::OnTrack,
        lessons: &[full(date(2026, 11, 3), date(2026, 11, 6), &[])],
        check_in: met(date(2026, 12, 16), AFTER, "room 102"),
        mid_year: met(date(2027, 1, 20), AFTER, "room 102"),
        ..NOBODY
    },
    Fixed {
        name: "Hana Dvořák",
        january: January::OnTrack,
        lessons: &[
            short(
                date(2026, 10, 14),
                date(2026, 10, 19),
                &["LE.1", "LE.2", "LE.3", "I.1", "I.3", "I.5"],
                &[],
            ),
            short(
                date(2026, 12, 1),
                date(2026, 12, 3),
                &["LE.4", "I.1", "I.2", "I.4", "I.7", "I.8"],
                &[],
            ),
        ],
        mid_year: met(date(2027, 1, 21), AFTER, "room 125"),
        ..NOBODY
    },
    Fixed {
        name: "Luis Barragán",
        january: January::OnTrack,
        lessons: &[
            short(date(2026, 10, 9), date(2026, 10, 14), &GATEWAY3, &[]),
            short(
                date(2026, 11, 20),
                date(2026, 11, 30),
                &["LE.1", "LE.2", "LE.4", "I.4", "I.6"],
                &[],
            ),
        ],
        mid_year: met(date(2027, 1, 26), AFTER, "the gym office"),
        ..NOBODY
    },
    Fixed {
        name: "Anneke de Wit",
        lessons: &[
            full(date(2026, 10, 21), date(2026, 10, 26), &[]),
            short(date(2026, 12, 9), date(2026, 12, 14), &GATEWAY, &[]),
        ],
        mid_year: met(date(2027, 1, 27), AFTER, "room 109"),
        ..NOBODY
    },
    Fixed {
        name: "Rashid Karimi",
        january: January::OnTrack,
        lessons: &[
            full(date(2026, 10, 27), date(2026, 10, 30), &[]),
            short(date(2026, 12, 11), date(2026, 12, 14), &GATEWAY, &[]),
        ],
        mid_year: met(date(2027, 1, 28), AFTER, "room 122"),
        ..NOBODY
    },
    Fixed {
        name: "Joy Nakamura",
        january: January::OnTrack,
        lessons: &[
            short(
                date(2026, 9, 24),
                date(2026, 9, 29),
                &["LE.1", "LE.3", "I.1"],
                &[],
            ),
            short(
                date(2026, 11, 5),
                date(2026, 11, 10),
                &["LE.2", "LE.4", "I.2", "I.4", "I.7"],
                &[],
            ),
        ],
        mid_year: met(date(2027, 2, 2), AFTER, "the music room"),
        ..NOBODY
    },
    Fixed {
        name: "Petra Solheim",
        // On leave from Mon 26 Oct to Fri 26 Feb.
        gap: Some(Gap::OneGoal),
        lessons: &[
            full(date(2026, 10, 23), date(2026, 10, 23), &[]),
            // In place of the cycle that she was away.
            short(date(2027, 3, 9), date(2027, 3, 11), &GATEWAY, &[]),
            full(date(2027, 4, 14), date(2027, 4, 19), &[]),
        ],
        mid_year: met(date(2027, 3, 2), AFTER, "room 108"),
        ..NOBODY
    },
    Fixed {
        name: "Hollis Greer",
        ending: Ending::Approaching,
        mid_year: met(date(2027, 1, 13), AFTER, "the principal’s office"),
        ..NOBODY
    },
    Fixed {
        name: "Rosa Delacroix",
        mid_year: met(date(2027, 1, 11), AFTER, "room 201"),
        ..NOBODY
    },
    Fixed {
        name: "Amara Boateng",
        mid_year: met(date(2027, 1, 14), EARLY, "room 207"),
        ..NOBODY
    },
];

const GATEWAY3: [&str; 3] = ["LE.3", "I.1", "I.3"];
