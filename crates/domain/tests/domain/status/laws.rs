//! A second, naive engine, which looks back from each year where the first walks forward, and laws over random
//! histories.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const CLASSES: [Employment; 4] = [
    Employment::Probationary,
    Employment::NonProbationary,
    Employment::AtWill,
    Employment::Annual,
];

/// One year or none (a gap), with everything that can be said of it.
fn a_year() -> impl Strategy<Value = Option<Year>> {
    let rating = select(vec!["NM", "A", "A", "E", "E", "E", "E", "D", "-"]);
    let service = prop_oneof![8 => Just(Service::Full), 1 => Just(Service::Late), 1 => Just(Service::Interrupted)];
    let class = prop_oneof![9 => Just(None), 1 => select(CLASSES.to_vec()).prop_map(Some)];
    let district = prop_oneof![9 => Just(""), 1 => Just("Aurora")];
    let known =
        (rating, service, class, district).prop_map(|(rating, service, class, district)| {
            Some(Year {
                service,
                class,
                district: district.to_owned(),
                ..year(2025, rating)
            })
        });
    prop_oneof![19 => known, 1 => Just(None)]
}

fn history() -> impl Strategy<Value = Vec<Year>> {
    vec(a_year(), 0..12).prop_map(|all| {
        let first = 2026 - i16::try_from(all.len()).unwrap();
        (first..)
            .zip(all)
            .filter_map(|(begins, known)| {
                Some(Year {
                    year: YearId::beginning_in(begins),
                    ..known?
                })
            })
            .collect()
    })
}

fn a_course() -> impl Strategy<Value = Course> {
    (select(CLASSES.to_vec()), history()).prop_map(|(class, years)| course(class, years))
}

/// What a year is, in one letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Effective,
    Low,
    NoScore,
    Elsewhere,
    Outside,
    Unknown,
}

struct Naive {
    marks: Vec<(Mark, bool)>,
    began_non_probationary: bool,
}

impl Naive {
    fn of(course: &Course) -> Self {
        let has_status = |class: &Employment| class.has_status();
        let said = course
            .years
            .iter()
            .filter(|year| year.district.is_empty())
            .find_map(|year| year.class.filter(has_status));
        let began = said.or(course.class.filter(has_status));
        let first = course.years.first().map_or(2026, |year| year.year.begins());
        let marks = (first..2026).map(|begins| {
            let found = course
                .years
                .iter()
                .find(|year| year.year.begins() == begins);
            let Some(year) = found else {
                return (Mark::Unknown, false);
            };
            let outside = match year.class {
                Some(class) => !class.has_status(),
                None => began.is_none(),
            };
            let mark = match year.rating.as_deref() {
                _ if !year.district.is_empty() => Mark::Elsewhere,
                _ if outside => Mark::Outside,
                None => Mark::NoScore,
                Some("E" | "D") => Mark::Effective,
                Some(_) => Mark::Low,
            };
            (mark, year.service == Service::Interrupted)
        });
        Self {
            marks: marks.collect(),
            began_non_probationary: began == Some(Employment::NonProbationary),
        }
    }

    /// Whether the status is held after the first `n` years.
    fn held(&self, n: usize) -> bool {
        let Some(at) = n.checked_sub(1) else {
            return self.began_non_probationary;
        };
        let mark = self.marks[at].0;
        if self.held(at) {
            !(mark == Mark::Low && self.lows(at) == 1)
        } else {
            mark == Mark::Effective && !self.marks[at].1 && self.effectives(at) == 2
        }
    }

    /// Low years that still count after the first `n`, all of them survived.
    fn lows(&self, n: usize) -> usize {
        let Some(at) = n.checked_sub(1).filter(|at| self.held(*at) && self.held(n)) else {
            return 0;
        };
        match self.marks[at].0 {
            Mark::Low => 1 + self.lows(at),
            Mark::NoScore | Mark::Elsewhere | Mark::Outside => self.lows(at),
            Mark::Effective | Mark::Unknown => 0,
        }
    }

    /// Effective years that count towards the status after the first `n`.
    fn effectives(&self, n: usize) -> usize {
        let Some(at) = n
            .checked_sub(1)
            .filter(|at| !self.held(*at) && !self.held(n))
        else {
            return 0;
        };
        match self.marks[at] {
            (Mark::Outside, _) => self.effectives(at),
            (Mark::NoScore, false) => self.effectives(at),
            (Mark::Effective, false) => 1 + self.effectives(at),
            _ => 0,
        }
    }

    fn standing(&self, course: &Course) -> Standing {
        let n = self.marks.len();
        if course.class.is_some_and(|class| !class.has_status()) {
            return Standing::Outside;
        }
        if self.held(n) {
            if self.lows(n) == 0 {
                return Standing::NonProbationary;
            }
            let low = self.marks.iter().rposition(|(mark, _)| *mark == Mark::Low);
            return at_risk(2026 - i16::try_from(n - low.unwrap()).unwrap());
        }
        if n > 0 && self.held(n - 1) {
            return Standing::Lost {
                year: YearId::beginning_in(2025),
            };
        }
        probationary(u32::try_from(self.effectives(n)).unwrap())
    }
}

/// Everything but where the years of the trace are from.
fn told(trace: &Trace) -> (Standing, Vec<(YearId, Effect)>) {
    let lines = trace
        .lines
        .iter()
        .map(|line| (line.year.clone(), line.effect));
    (trace.standing.clone(), lines.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn a_naive_engine_that_looks_back_agrees(course in a_course()) {
        prop_assert_eq!(course.trace(pack()).standing, Naive::of(&course).standing(&course));
    }

    #[test]
    fn the_order_of_the_years_does_not_matter((course, mixed) in a_course().prop_flat_map(|course| {
        let mixed = Just(course.years.clone()).prop_shuffle();
        (Just(course), mixed)
    })) {
        let other = Course { years: mixed, ..course.clone() };
        prop_assert_eq!(course.trace(pack()), other.trace(pack()));
    }

    #[test]
    fn a_year_without_a_score_neither_breaks_nor_makes_a_chain(course in a_course(), at in 0_usize..12) {
        // The same history, and one year without a score put between its years.
        let at = at.min(course.years.len());
        let mut longer = course.clone();
        for year in &mut longer.years[..at] {
            year.year = year.year.before();
        }
        let begins = longer.years.get(at).map_or(2025, |next| next.year.begins() - 1);
        // Only between neighbours: a gap is a gap.
        prop_assume!(at == 0 || longer.years[at - 1].year.begins() == begins - 1);
        longer.years.insert(at, year(begins, "-"));
        let (before, after) = (course.trace(pack()).standing, longer.trace(pack()).standing);
        let same = match (&before, &after) {
            // A loss was in the year before; the count begins at nothing either way.
            (Standing::Lost { .. }, Standing::Probationary { counted: 0, .. }) => true,
            (Standing::AtRisk { left, .. }, Standing::AtRisk { left: now, .. }) => left == now,
            (before, after) => before == after,
        };
        prop_assert!(same, "{before:?} became {after:?}");
    }

    #[test]
    fn at_will_never_has_a_consequence(years in history(), class in select(vec![Employment::AtWill, Employment::Annual])) {
        let trace = course(class, years).trace(pack());
        prop_assert_eq!(trace.standing, Standing::Outside);
        let mine: Vec<_> = trace.lines.iter().filter(|line| line.effect == Effect::Outside).collect();
        prop_assert!(mine.iter().all(|line| line.rule == Some(domain::status::Rule::Outside)));
    }

    #[test]
    fn status_is_only_lost_after_two_low_years_and_gained_after_three_effective_ones(course in a_course()) {
        let low = |id: &str| pack().rating.rating(id).is_some_and(|rating| !rating.effective);
        let trace = course.trace(pack());
        for (n, line) in trace.lines.iter().enumerate() {
            let before = &trace.lines[..n];
            match line.effect {
                Effect::Lost => {
                    let risk = before.iter().rev().find(|line| line.effect == Effect::AtRisk);
                    prop_assert!(risk.is_some() && line.rating.as_deref().is_some_and(low));
                }
                Effect::Gained => {
                    let counted = before.iter().rev().take_while(|line| line.effect != Effect::Gained && line.effect != Effect::Lost);
                    prop_assert!(counted.filter(|line| line.effect == Effect::Counted).count() >= 2);
                    prop_assert!(!line.rating.as_deref().is_some_and(low));
                }
                _ => {}
            }
            prop_assert!(line.counted == 0 || line.low == 0, "both chains at once: {line:?}");
            prop_assert!(line.counted < 3 && line.low < 2);
        }
    }

    #[test]
    fn each_line_follows_from_the_years_up_to_it(course in a_course()) {
        // What comes later never changes what a year did, once the status with which it began is known.
        let whole = told(&course.trace(pack())).1;
        let began = course.trace(pack()).began;
        for n in 1..course.years.len() {
            let mut years = course.years[..n].to_vec();
            years[0].class = years[0].class.or(began.filter(|_| years[0].district.is_empty()));
            let part = Course { years, class: began.or(course.class), year: course.years[n - 1].year.clone(), ..course.clone() };
            let part = part.trace(pack());
            if part.began == began {
                let lines = told(&part).1;
                prop_assert_eq!(&whole[..lines.len()], &lines[..]);
            }
        }
    }

    #[test]
    fn a_better_rating_never_makes_the_standing_worse(course in a_course(), at in 0_usize..12) {
        let Some(year) = course.years.get(at) else { return Ok(()) };
        prop_assume!(year.rating.is_some());
        let rated = |rating: &str| {
            let mut years = course.years.clone();
            years[at].rating = Some(rating.to_owned());
            rank(&Course { years, ..course.clone() }.trace(pack()).standing)
        };
        let ranks = ["NM", "A", "E", "D"].map(rated);
        prop_assert!(ranks.is_sorted(), "{ranks:?}");
    }
}

/// How secure a standing is.
fn rank(standing: &Standing) -> u32 {
    match standing {
        Standing::Unknown | Standing::Outside | Standing::Lost { .. } => 0,
        Standing::Probationary { counted, .. } => *counted,
        Standing::AtRisk { .. } => 10,
        Standing::NonProbationary => 11,
    }
}
