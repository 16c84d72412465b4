//! When people meet: three conversations with each teacher in the pack's windows, before school or after it, never two at
//! once for one person.

use super::{Ground, Talk, wishes::Wish};
use crate::year::Stop;
use crate::year::acts::at;
use crate::year::chance::{Chance, id};
use crate::year::days::{Diaries, school_days};
use crate::year::larkspur::{Met, fixed};
use crate::year::lives::Ending;
use crate::year::staff::Teacher;
use domain::conversations::{ConversationKind, Length, Slot};
use domain::{Kind, PersonId, Stream};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, date, time};
use std::collections::BTreeMap;

/// One teacher's conversations.
pub struct Talks {
    pub beginning: Talk,
    pub check_in: Option<Talk>,
    pub mid_year: Talk,
    pub end_of_year: Talk,
}

const EARLY: Time = time(7, 15, 0, 0);
const NOON: Time = time(11, 40, 0, 0);
const AFTER: Time = time(14, 45, 0, 0);

/// One for each teacher, in their order.
pub fn talks(
    teachers: &[Teacher],
    wishes: &[Wish],
    ground: &Ground<'_>,
    diaries: &mut Diaries,
) -> Result<Vec<Talks>, Stop> {
    let mut drawn: Vec<[Option<Met>; 4]> = vec![];
    for teacher in teachers {
        let fixed = fixed(&teacher.name);
        let met = |of: fn(&'static crate::year::larkspur::Fixed) -> Option<Met>| fixed.and_then(of);
        let four = [
            met(|it| it.beginning),
            met(|it| it.check_in),
            met(|it| it.mid_year),
            met(|it| it.end_of_year),
        ];
        for one in four.iter().flatten() {
            for person in super::whose(teacher) {
                diaries.take(person, one.on.to_datetime(one.begins));
            }
        }
        drawn.push(four);
    }
    let spread = spread(teachers, ground.seed);
    let mut talks = vec![];
    for (number, teacher) in teachers.iter().enumerate() {
        let mut desk = Desk {
            teacher,
            place: spread[number],
            ground,
            diaries,
            chance: Chance::of(ground.seed, &format!("{}/talks", teacher.name)),
        };
        let low = matches!(
            wishes[number].ending,
            Ending::NotMeeting | Ending::Approaching | Ending::Band
        );
        let [beginning, check_in, mid_year, end_of_year] = drawn[number];
        let (from, to) = mid_window(low);
        let (last_from, last_to) = end_window(teacher);
        talks.push(Talks {
            beginning: desk.talk(
                ConversationKind::Beginning,
                beginning,
                (date(2026, 8, 24), date(2026, 10, 1)),
                low,
            )?,
            check_in: check_in
                .map(|met| desk.talk(ConversationKind::CheckIn, Some(met), (met.on, met.on), low))
                .transpose()?,
            mid_year: desk.talk(ConversationKind::MidYear, mid_year, (from, to), low)?,
            end_of_year: desk.talk(
                ConversationKind::EndOfYear,
                end_of_year,
                (last_from, last_to),
                low,
            )?,
        });
    }
    Ok(talks)
}

/// Teachers at risk are met by Fri 15 January, so that a support plan could still count.
fn mid_window(low: bool) -> (Date, Date) {
    if low {
        (date(2027, 1, 4), date(2027, 1, 15))
    } else {
        (date(2026, 12, 14), date(2027, 2, 24))
    }
}

/// Final conferences with probationary teachers are held by Fri 30 April.
fn end_window(teacher: &Teacher) -> (Date, Date) {
    if teacher.is_probationary() {
        (date(2027, 4, 23), date(2027, 4, 30))
    } else {
        (date(2027, 4, 26), date(2027, 5, 18))
    }
}

/// Each teacher's place among those of the same evaluator, and how many these are, in an order of chance.
fn spread(teachers: &[Teacher], seed: u64) -> Vec<(usize, usize)> {
    let mut by_evaluator: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (number, teacher) in teachers.iter().enumerate() {
        by_evaluator
            .entry(teacher.evaluator)
            .or_default()
            .push(number);
    }
    let mut spread = vec![(0, 1); teachers.len()];
    for (evaluator, mut numbers) in by_evaluator {
        Chance::of(seed, &format!("spread/{evaluator}")).shuffle(&mut numbers);
        let count = numbers.len();
        for (place, number) in numbers.into_iter().enumerate() {
            spread[number] = (place, count);
        }
    }
    spread
}

/// Where one teacher's conversations are arranged.
struct Desk<'a> {
    teacher: &'a Teacher,
    place: (usize, usize),
    ground: &'a Ground<'a>,
    diaries: &'a mut Diaries,
    chance: Chance,
}

impl Desk<'_> {
    fn talk(
        &mut self,
        kind: ConversationKind,
        drawn: Option<Met>,
        window: (Date, Date),
        low: bool,
    ) -> Result<Talk, Stop> {
        let (on, begins) = match drawn {
            Some(met) => (met.on, met.begins),
            None => self.free(window)?,
        };
        let place = match drawn {
            Some(met) => met.place.to_owned(),
            None => self
                .chance
                .pick(&self.ground.bank.conversations.place)
                .cloned()
                .unwrap_or_default(),
        };
        let length = length(kind, low, &mut self.chance);
        let minutes = self.minutes(kind, length);
        let slot = Slot {
            on,
            begins,
            minutes,
            place,
        };
        let ends = on
            .to_datetime(begins)
            .saturating_add(i64::from(minutes).minutes());
        let scheduled = self.scheduled(kind, on);
        let calendar = self.ground.calendar;
        let said = |pause: i64| ends.saturating_add((pause / 5 * 5).minutes());
        let (mut teacher_said, mut evaluator_said) = (
            said(self.chance.between(10, 60)),
            said(self.chance.between(5, 50)),
        );
        if self.teacher.name == "Katarzyna Mazur" && kind == ConversationKind::MidYear {
            // `today-evaluator.html`: she said it at 4:10 pm, and he has not yet.
            teacher_said = at(on, 16, 10);
            evaluator_said = at(calendar.add_school_days(on, 1), 16, 0);
        }
        let held = teacher_said.max(evaluator_said).date();
        let wait = match kind {
            ConversationKind::MidYear if !low => 2,
            _ => 1,
        };
        let minute = [20, 35, 50][self.chance.below(3)];
        let followed_up = at(calendar.add_school_days(held, wait), 15, minute);
        Ok(Talk {
            stream: Stream::of(
                Kind::Conversation,
                id(
                    self.ground.seed,
                    &format!("{}/talk/{}", self.teacher.name, kind.as_str()),
                ),
            ),
            kind,
            slot,
            length,
            scheduled,
            teacher_said,
            evaluator_said,
            followed_up,
        })
    }

    fn minutes(&self, kind: ConversationKind, length: Length) -> u16 {
        let guide = self
            .ground
            .pack
            .guide(kind)
            .map(|guide| guide.lengths.get(length));
        u16::try_from(guide.unwrap_or(20)).unwrap_or(20)
    }

    /// A free time near the teacher's place in the window.
    fn free(&mut self, (from, to): (Date, Date)) -> Result<(Date, Time), Stop> {
        let days = school_days(self.ground.calendar, from, to);
        let (place, count) = self.place;
        let first = place * days.len() / count.max(1);
        let times = if self.chance.happens(50) {
            [AFTER, EARLY, NOON]
        } else {
            [EARLY, AFTER, NOON]
        };
        for step in 0..days.len() {
            let day = days[(first + step) % days.len()];
            for begins in times {
                let at = day.to_datetime(begins);
                if super::whose(self.teacher)
                    .iter()
                    .all(|person| self.diaries.is_free(*person, at))
                {
                    for person in super::whose(self.teacher) {
                        self.diaries.take(person, at);
                    }
                    return Ok((day, begins));
                }
            }
        }
        Err(Stop::Plan(format!(
            "no hour for {} between {from} and {to}",
            self.teacher.name
        )))
    }

    /// When the evaluator puts it into both calendars.
    fn scheduled(&mut self, kind: ConversationKind, on: Date) -> DateTime {
        let calendar = self.ground.calendar;
        let minute = [0, 15, 30][self.chance.below(3)];
        match kind {
            // Before the students come, staff have a week.
            ConversationKind::Beginning => at(
                date(
                    2026,
                    8,
                    18 + i8::try_from(self.chance.below(3)).unwrap_or(0),
                ),
                10,
                minute,
            ),
            ConversationKind::MidYear => match self.teacher.name.as_str() {
                // `plan-school.html`: no hour was found before Tue 12 January.
                "Owen Lindqvist" => at(date(2027, 1, 13), 8, 0),
                "Petra Solheim" => at(date(2027, 3, 1), 8, 0),
                _ => at(
                    calendar
                        .subtract_school_days(on, 7)
                        .clamp(date(2026, 12, 7), date(2027, 1, 7)),
                    16,
                    minute,
                ),
            },
            ConversationKind::EndOfYear => at(
                calendar
                    .subtract_school_days(on, 8)
                    .clamp(date(2027, 4, 5), date(2027, 4, 16)),
                16,
                minute,
            ),
            ConversationKind::CheckIn | ConversationKind::FollowUp => {
                at(calendar.subtract_school_days(on, 1), 16, minute)
            }
        }
    }
}

fn length(kind: ConversationKind, low: bool, chance: &mut Chance) -> Length {
    match kind {
        ConversationKind::MidYear | ConversationKind::EndOfYear if low => Length::Extended,
        ConversationKind::Beginning if chance.happens(15) => Length::Brief,
        ConversationKind::CheckIn | ConversationKind::FollowUp => Length::Brief,
        _ => Length::Standard,
    }
}
