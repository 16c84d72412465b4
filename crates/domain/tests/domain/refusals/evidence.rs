//! Refusals about lessons, professionalism and student measures.

use super::{Case, too_long};
use crate::acts::*;
use crate::castellano::short_lesson;
use crate::larkspur::*;
use domain::measures::Measure;
use domain::observations::{Lesson, Seen};
use domain::professionalism::{Moment, Side};
use domain::text::{Field, LONGEST};
use domain::{Command, Happened, Kind, Refusal};
use jiff::civil::{date, time};

/// Desmond Achterberg shares a good lesson after one thing in it was changed.
fn sharing(change: impl FnOnce(&mut Lesson)) -> Result<Vec<Happened>, Refusal> {
    let mut lesson = full_lesson(date(2027, 1, 11), [5; 12]);
    change(&mut lesson);
    larkspur().when(DESMOND, &lesson_stream(1), share_lesson(lesson))
}

fn seen(score: Option<u8>, text: &str) -> Seen {
    Seen {
        score,
        text: text.into(),
    }
}

/// Ratings of professionalism after one of them was changed.
fn rating(
    moment: Moment,
    side: Side,
    indicator: &str,
    changed: Seen,
) -> Result<Vec<Happened>, Refusal> {
    let mut seen = levels([5; 7]);
    seen.insert(indicator.into(), changed);
    let actor = if side == Side::Teacher {
        IMANI
    } else {
        DESMOND
    };
    larkspur().when(
        actor,
        &hers(Kind::Professionalism),
        rate(moment, side, seen),
    )
}

fn entering(measure: Measure) -> Result<Vec<Happened>, Refusal> {
    larkspur().when(DESMOND, &hers(Kind::Measures), enter(measure))
}

fn i5() -> String {
    "I.5".into()
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "entering a measure for somebody who does not teach",
            Refusal::NoSuchTeacher,
            || {
                let nobody = Larkspur {
                    has_teacher: false,
                    ..larkspur()
                };
                nobody.when(DESMOND, &hers(Kind::Measures), enter(survey("66", 22)))
            },
        ),
        (
            "answering a lesson that was never shared",
            Refusal::NoSuchThing,
            || {
                larkspur().when(
                    IMANI,
                    &lesson_stream(1),
                    answer_lesson("I see it otherwise."),
                )
            },
        ),
        (
            "an answer without words",
            Refusal::Empty {
                field: Field::Answer,
            },
            || {
                larkspur().lesson(1, date(2027, 1, 11), [5; 12]).when(
                    IMANI,
                    &lesson_stream(1),
                    answer_lesson("\u{7}\t"),
                )
            },
        ),
        (
            "a command for a thing of another kind",
            Refusal::NoSuchThing,
            || larkspur().when(IMANI, &lesson_stream(1), acknowledge()),
        ),
        (
            "measures of one teacher under the name of another",
            Refusal::NoSuchThing,
            || {
                let petras = domain::Stream::of_year(Kind::Measures, PETRA, &year());
                larkspur().when(DESMOND, &petras, enter(survey("66", 22)))
            },
        ),
        (
            "sharing the lesson of another teacher's thing",
            Refusal::NoSuchThing,
            || {
                let lesson = full_lesson(date(2027, 1, 11), [5; 12]);
                let command = domain::observations::Command::Share {
                    teacher: PETRA,
                    year: year(),
                    lesson,
                };
                let larkspur = larkspur().lesson(1, date(2027, 1, 11), [5; 12]);
                larkspur.when(DESMOND, &lesson_stream(1), Command::Observation(command))
            },
        ),
        (
            "a kind of lesson that the pack does not have",
            Refusal::NoSuchObservationKind,
            || sharing(|lesson| lesson.kind = "walkthrough".into()),
        ),
        (
            "a lesson of tomorrow",
            Refusal::DateInFuture {
                date: date(2027, 1, 13),
            },
            || sharing(|lesson| lesson.on = date(2027, 1, 13)),
        ),
        (
            "a lesson before the first student day",
            Refusal::DateOutsideYear {
                date: date(2026, 8, 21),
            },
            || sharing(|lesson| lesson.on = date(2026, 8, 21)),
        ),
        (
            "a lesson after the last student day",
            Refusal::DateOutsideYear {
                date: date(2027, 6, 5),
            },
            || {
                let lesson = share_lesson(full_lesson(date(2027, 6, 5), [5; 12]));
                larkspur()
                    .on(date(2027, 6, 7))
                    .when(DESMOND, &lesson_stream(1), lesson)
            },
        ),
        (
            "a lesson that ends when it begins",
            Refusal::EndsBeforeBegins,
            || sharing(|lesson| lesson.ends = lesson.begins),
        ),
        (
            "a lesson that ends before it begins",
            Refusal::EndsBeforeBegins,
            || sharing(|lesson| lesson.ends = time(8, 0, 0, 0)),
        ),
        (
            "a lesson about nothing",
            Refusal::Empty {
                field: Field::Focus,
            },
            || sharing(|lesson| lesson.focus = " ".into()),
        ),
        (
            "evidence longer than a book",
            Refusal::TooLong {
                field: Field::Evidence,
                longest: LONGEST,
            },
            || sharing(|lesson| drop(lesson.seen.insert(i5(), seen(Some(5), &too_long())))),
        ),
        (
            "an indicator that the framework does not have",
            Refusal::NoSuchIndicator {
                indicator: "I.9".into(),
            },
            || sharing(|lesson| drop(lesson.seen.insert("I.9".into(), seen(Some(5), "Seen.")))),
        ),
        (
            "professionalism scored in a lesson",
            Refusal::NoSuchIndicator {
                indicator: "P.1".into(),
            },
            || sharing(|lesson| drop(lesson.seen.insert("P.1".into(), seen(Some(5), "Seen.")))),
        ),
        (
            "a score of 0",
            Refusal::ScoreOutOfRange {
                indicator: i5(),
                lowest: 1,
                highest: 7,
            },
            || sharing(|lesson| drop(lesson.seen.insert(i5(), seen(Some(0), "Seen.")))),
        ),
        (
            "a score of 8",
            Refusal::ScoreOutOfRange {
                indicator: i5(),
                lowest: 1,
                highest: 7,
            },
            || sharing(|lesson| drop(lesson.seen.insert(i5(), seen(Some(8), "Seen.")))),
        ),
        (
            "a score with no word beside it",
            Refusal::ScoreWithoutText { indicator: i5() },
            || sharing(|lesson| drop(lesson.seen.insert(i5(), seen(Some(5), " ")))),
        ),
        (
            "a full observation with one indicator missing",
            Refusal::IndicatorNotScored { indicator: i5() },
            || sharing(|lesson| drop(lesson.seen.remove("I.5"))),
        ),
        (
            "a full observation with one indicator in words only",
            Refusal::IndicatorNotScored { indicator: i5() },
            || sharing(|lesson| drop(lesson.seen.insert(i5(), seen(None, "Seen.")))),
        ),
        (
            "a short observation without a score",
            Refusal::NothingScored,
            || {
                let mut lesson = short_lesson(date(2027, 1, 11), &[]);
                lesson.seen.insert(i5(), seen(None, "Seen."));
                larkspur().when(DESMOND, &lesson_stream(1), share_lesson(lesson))
            },
        ),
        ("sharing a lesson twice", Refusal::AlreadyShared, || {
            let lesson = full_lesson(date(2027, 1, 11), [6; 12]);
            let larkspur = larkspur().lesson(1, date(2027, 1, 11), [5; 12]);
            larkspur.when(DESMOND, &lesson_stream(1), share_lesson(lesson))
        }),
        (
            "a self-rating of an observed indicator",
            Refusal::NoSuchIndicator { indicator: i5() },
            || rating(Moment::MidYear, Side::Teacher, "I.5", seen(Some(5), "")),
        ),
        (
            "professionalism beyond the scale",
            Refusal::ScoreOutOfRange {
                indicator: "P.2".into(),
                lowest: 1,
                highest: 7,
            },
            || rating(Moment::MidYear, Side::Teacher, "P.2", seen(Some(9), "")),
        ),
        (
            "professionalism with one indicator open",
            Refusal::IndicatorNotScored {
                indicator: "P.2".into(),
            },
            || {
                rating(
                    Moment::MidYear,
                    Side::Evaluator,
                    "P.2",
                    seen(None, "Not seen yet."),
                )
            },
        ),
        (
            "an Approaching at mid-year without reasons",
            Refusal::ScoreWithoutText {
                indicator: "P.2".into(),
            },
            || rating(Moment::MidYear, Side::Evaluator, "P.2", seen(Some(4), "")),
        ),
        (
            "a Distinguished at mid-year without reasons",
            Refusal::ScoreWithoutText {
                indicator: "P.2".into(),
            },
            || rating(Moment::MidYear, Side::Evaluator, "P.2", seen(Some(7), "")),
        ),
        (
            "any level in May without reasons",
            Refusal::ScoreWithoutText {
                indicator: "P.2".into(),
            },
            || rating(Moment::EndOfYear, Side::Evaluator, "P.2", seen(Some(5), "")),
        ),
        ("101 percent", Refusal::PercentOutOfRange, || {
            entering(survey("101", 22))
        }),
        ("less than no growth", Refusal::PercentOutOfRange, || {
            entering(collective("-1/2"))
        }),
        (
            "a goal without pupils",
            Refusal::PupilsOutOfRange { most: 1_000 },
            || entering(goals(&[[0; 4]])),
        ),
        (
            "a goal for more pupils than a school has",
            Refusal::PupilsOutOfRange { most: 1_000 },
            || entering(goals(&[[1, 0, 0, 1_000]])),
        ),
        (
            "pupils beyond all counting",
            Refusal::PupilsOutOfRange { most: 1_000 },
            || entering(goals(&[[u32::MAX; 4]])),
        ),
        ("growth goals without a goal", Refusal::NoGoals, || {
            entering(goals(&[]))
        }),
        (
            "a goal without a name",
            Refusal::Empty {
                field: Field::GoalTitle,
            },
            || {
                let goal = domain::measures::Goal {
                    title: "\r\n".into(),
                    pupils: [1; 4],
                };
                entering(Measure::Goals(vec![goal]))
            },
        ),
        (
            "figures from nowhere",
            Refusal::Empty {
                field: Field::Label,
            },
            || {
                let (measure, source) = (survey("66", 22), String::new());
                let command = domain::measures::Command::Enter {
                    teacher: IMANI,
                    year: year(),
                    measure,
                    source,
                };
                larkspur().when(DESMOND, &hers(Kind::Measures), Command::Measures(command))
            },
        ),
    ]
}
