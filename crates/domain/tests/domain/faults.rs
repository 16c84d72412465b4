//! What a page is told before anything is sent: everything that is wrong at once, not the first thing alone.

use crate::acts::*;
use crate::larkspur::*;
use domain::observations::{self, Seen};
use domain::professionalism::{self, Moment, Side};
use domain::{Context, Refusal};
use jiff::civil::date;

fn at_larkspur<T>(look: impl FnOnce(&Context<'_>) -> T) -> T {
    let larkspur = larkspur();
    let year = school_year();
    let record = larkspur.record();
    look(&Context {
        actor: DESMOND,
        now: larkspur.now(),
        today: larkspur.today,
        year: Some(&year),
        record: Some(&record),
        directory: None,
        answering: None,
        drafts: &[],
        gathered: None,
    })
}

#[test]
fn a_lesson_is_told_all_that_it_lacks() {
    let mut lesson = full_lesson(date(2027, 1, 14), [5; 12]);
    lesson.ends = lesson.begins;
    lesson.seen.remove("LE.2");
    lesson.seen.insert(
        "I.5".into(),
        Seen {
            score: Some(5),
            text: " ".into(),
        },
    );
    lesson.seen.remove("I.6");
    let faults = at_larkspur(|cx| observations::faults(&lesson, cx));
    let open = |indicator: &str| Refusal::IndicatorNotScored {
        indicator: indicator.into(),
    };
    let date = date(2027, 1, 14);
    let indicator = "I.5".into();
    let expected = [
        Refusal::DateInFuture { date },
        Refusal::EndsBeforeBegins,
        Refusal::ScoreWithoutText { indicator },
        open("LE.2"),
        open("I.6"),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_rating_is_told_all_that_it_lacks() {
    let mut seen = levels([5; 7]);
    seen.remove("P.2");
    seen.insert(
        "P.4".into(),
        Seen {
            score: Some(3),
            text: String::new(),
        },
    );
    let faults = |side| at_larkspur(|cx| professionalism::faults(Moment::MidYear, side, &seen, cx));
    let open = Refusal::IndicatorNotScored {
        indicator: "P.2".into(),
    };
    let bare = Refusal::ScoreWithoutText {
        indicator: "P.4".into(),
    };
    assert_eq!(faults(Side::Evaluator), [open.clone(), bare]);
    assert_eq!(faults(Side::Teacher), [open], "the teacher owes no reasons");
}
