//! How each year is to end: about 6 % Distinguished, 75 % Effective, 15 % Approaching and 4 % Not Meeting, one or two near
//! a cut, and a few in which something is missing in May.

use crate::year::chance::Chance;
use crate::year::larkspur::fixed;
use crate::year::lives::{Ending, Gap};
use crate::year::staff::Teacher;

#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub ending: Ending,
    pub gap: Option<Gap>,
}

/// One for each teacher, in their order.
pub fn wishes(teachers: &[Teacher], seed: u64) -> Vec<Wish> {
    let plain = Wish {
        ending: Ending::Effective,
        gap: None,
    };
    let mut wishes: Vec<Wish> = teachers
        .iter()
        .map(|teacher| {
            fixed(&teacher.name).map_or(plain, |fixed| Wish {
                ending: fixed.ending,
                gap: fixed.gap,
            })
        })
        .collect();
    let mut chance = Chance::of(seed, "wishes");
    let mut order: Vec<usize> = (0..teachers.len())
        .filter(|place| fixed(&teachers[*place].name).is_none())
        .collect();
    chance.shuffle(&mut order);
    let all = teachers.len();
    let at_larkspur = |place: &usize| teachers[*place].school_name == "Larkspur Elementary";
    // At Larkspur the school's growth stands at its first cut, which leaves the highest rating out of reach.
    let mut take =
        |count: usize, wish: Wish, prefers: &dyn Fn(&Teacher) -> bool, larkspur: bool| {
            let mut candidates: Vec<usize> = order
                .iter()
                .copied()
                .filter(|place| larkspur == at_larkspur(place))
                .collect();
            candidates.sort_by_key(|place| !prefers(&teachers[*place]));
            for place in candidates.into_iter().take(count) {
                wishes[place] = wish;
                order.retain(|other| *other != place);
            }
        };
    let prior =
        |rating: &'static str| move |teacher: &Teacher| teacher.prior.as_deref() == Some(rating);
    let ends = |ending| Wish { ending, gap: None };
    take(
        all * 7 / 100,
        ends(Ending::Distinguished),
        &prior("D"),
        false,
    );
    take(
        all * 4 / 100,
        ends(Ending::NotMeeting),
        &|teacher| teacher.is_probationary(),
        false,
    );
    take(all * 7 / 100, ends(Ending::Approaching), &prior("A"), false);
    take(
        2,
        ends(Ending::Approaching),
        &|teacher| teacher.is_probationary(),
        true,
    );
    // Decided before the end of May, which needs somebody who can be asked to read it.
    let read = |teacher: &Teacher| teacher.reader.is_some() && prior("E")(teacher);
    take(1, ends(Ending::Band), &read, false);
    take(
        1,
        Wish {
            gap: Some(Gap::OneGoal),
            ..plain
        },
        &prior("E"),
        false,
    );
    take(
        1,
        Wish {
            gap: Some(Gap::Professionalism),
            ..plain
        },
        &prior("E"),
        false,
    );
    wishes
}
