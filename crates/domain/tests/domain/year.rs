//! One year of one teacher, from the first talk to an acknowledged rating, as the people of Larkspur live it.

mod confirmations;
mod decision;
mod letters;
mod proposals;
mod rating;
mod talks;

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::conversations::ConversationKind::{Beginning, MidYear};
use domain::professionalism::{Moment, Side};
use domain::today::{Need, What, needs};
use domain::{Kind, State, conversations};
use jiff::civil::{Date, date};

impl Larkspur {
    pub fn needs(&self) -> Vec<Need> {
        needs(
            &self.record(),
            adopted().pack().unwrap(),
            &calendar(),
            self.today,
        )
    }

    /// What is owed, by whom and when, without the things.
    pub fn owed(&self) -> Vec<(What, Side, Date)> {
        self.needs()
            .into_iter()
            .map(|need| (need.what, need.who, need.due))
            .collect()
    }

    pub fn owes(&self, what: &What, who: Side) -> Option<Date> {
        self.owed()
            .into_iter()
            .find(|(owed, by, _)| owed == what && *by == who)
            .map(|(.., due)| due)
    }

    pub fn rating(&self) -> domain::ratings::Rating {
        match self.state(&hers(Kind::Rating)) {
            State::Rating(rating) => rating,
            other => panic!("not a rating: {other:?}"),
        }
    }

    pub fn decision(&self) -> domain::ratings::Decision {
        match self.state(&hers(Kind::Decision)) {
            State::Decision(decision) => decision,
            other => panic!("not a decision: {other:?}"),
        }
    }

    pub fn talk(&self, n: u128) -> conversations::Conversation {
        match self.state(&talk(n)) {
            State::Conversation(talk) => talk,
            other => panic!("not a conversation: {other:?}"),
        }
    }
}

#[test]
fn in_august_the_beginning_conversation_is_owed_by_2_october_and_nothing_else() {
    let owed = august().owed();
    assert_eq!(
        owed,
        [(
            What::Schedule(Beginning),
            Side::Evaluator,
            date(2026, 10, 2)
        )]
    );
}

#[test]
fn before_its_window_opens_a_conversation_is_not_owed() {
    let larkspur = september();
    assert_eq!(
        larkspur.owes(&What::Schedule(MidYear), Side::Evaluator),
        None
    );
    let december = larkspur.on(date(2026, 12, 14));
    assert_eq!(
        december.owes(&What::Schedule(MidYear), Side::Evaluator),
        Some(date(2027, 2, 26))
    );
}

#[test]
fn a_cycle_without_a_scored_lesson_is_owed_and_stays_when_late() {
    let september = september();
    assert_eq!(
        september.owes(&What::Observe, Side::Evaluator),
        Some(date(2026, 11, 13))
    );
    let late = september.on(date(2027, 1, 12));
    let observe: Vec<_> = late
        .needs()
        .into_iter()
        .filter(|need| need.what == What::Observe)
        .collect();
    let due: Vec<_> = observe
        .iter()
        .map(|need| (need.due, need.is_late(late.today)))
        .collect();
    assert_eq!(
        due,
        [(date(2026, 11, 13), true), (date(2027, 2, 12), false)]
    );
}

#[test]
fn an_informal_visit_does_not_settle_a_cycle() {
    let mut visit = short_lesson(date(2026, 9, 29), &[]);
    visit.kind = kind(false, false);
    let larkspur = september().given(DESMOND, &lesson_stream(9), share_lesson(visit));
    assert_eq!(
        larkspur.owes(&What::Observe, Side::Evaluator),
        Some(date(2026, 11, 13))
    );
}

#[test]
fn on_12_january_everybody_knows_what_is_owed_by_when() {
    let promise = |number, what: &str| What::KeepPromise {
        number,
        what: what.into(),
    };
    let owed = january().owed();
    assert_eq!(
        owed,
        [
            (
                promise(0, "Two visits of the maths coach"),
                Side::Evaluator,
                date(2026, 12, 18)
            ),
            (What::Prepare(MidYear), Side::Teacher, date(2027, 1, 12)),
            (What::Meet(MidYear), Side::Evaluator, date(2027, 1, 14)),
            (What::Meet(MidYear), Side::Teacher, date(2027, 1, 14)),
            (
                promise(1, "Two tasks at different levels in each unit plan"),
                Side::Teacher,
                date(2027, 1, 14)
            ),
        ]
    );
}

#[test]
fn a_need_names_the_thing_that_it_is_about() {
    let larkspur = january();
    for need in larkspur.needs() {
        let expected = match need.what {
            What::KeepPromise { .. } => talk(1),
            _ => talk(2),
        };
        assert_eq!(need.thing, Some(expected), "{:?}", need.what);
    }
}

#[test]
fn professionalism_is_owed_by_both_sides_three_school_days_before_the_talk() {
    let larkspur = september().on(date(2027, 1, 4)).given(
        DESMOND,
        &talk(2),
        schedule(MidYear, slot(date(2027, 1, 14))),
    );
    assert_eq!(
        larkspur.owes(&What::RateSelf(Moment::MidYear), Side::Teacher),
        Some(date(2027, 1, 11))
    );
    assert_eq!(
        larkspur.owes(&What::RateProfessionalism(Moment::MidYear), Side::Evaluator),
        Some(date(2027, 1, 11))
    );
}

#[test]
fn each_indicator_stands_where_its_last_lesson_left_it() {
    let record = january().record();
    let standing = record.standing();
    let latest: Vec<u8> = standing
        .values()
        .filter_map(|levels| Some(levels.last()?.score))
        .collect();
    // In the order of the ids: I.1 to I.8, LE.1 to LE.4.
    assert_eq!(latest, [5, 4, 5, 4, 5, 3, 4, 5, 5, 5, 5, 5]);
    let i5: Vec<_> = standing["I.5"]
        .iter()
        .map(|level| (level.on, level.score))
        .collect();
    assert_eq!(i5, [(date(2026, 10, 13), 4), (date(2026, 12, 8), 5)]);
}

#[test]
fn the_last_contact_is_the_latest_lesson_talk_or_letter() {
    let contact = |larkspur: Larkspur| larkspur.record().last_contact();
    assert_eq!(contact(august()), None);
    assert_eq!(
        contact(september()),
        Some((date(2026, 9, 30), Kind::Message))
    );
    assert_eq!(contact(january()), Some((date(2027, 1, 7), Kind::Message)));
    assert_eq!(
        contact(after_mid_year()),
        Some((date(2027, 1, 14), Kind::Conversation))
    );
    // Held and written on one day is one contact; the lesson of 16 March counts on its own day, not on that of sharing.
    let march = may("87.5").record();
    assert_eq!(
        march.last_contact(),
        Some((date(2027, 5, 12), Kind::Conversation))
    );
}
