//! Imani Castellano's year as the drawn pages tell it (`my-year-teacher.html`, `rating-trace.html`), up to a day each.

use crate::acts::*;
use crate::larkspur::*;
use domain::conversations::{ConversationKind, Whose};
use domain::observations::{Lesson, Seen};
use domain::people::PriorRating;
use domain::professionalism::{Moment, Side};
use domain::rationale::About;
use domain::{Kind, YearId};
use jiff::civil::{Date, date, time};

/// A short lesson on a day, with some indicators only.
pub fn short_lesson(on: Date, scores: &[(&str, u8)]) -> Lesson {
    let seen = |score| Seen {
        score: Some(score),
        text: "Every pupil answered on a whiteboard.".into(),
    };
    Lesson {
        kind: kind(false, true),
        on,
        begins: time(10, 0, 0, 0),
        ends: time(10, 20, 0, 0),
        focus: "Fractions on a number line".into(),
        seen: scores
            .iter()
            .map(|(id, score)| ((*id).to_owned(), seen(*score)))
            .collect(),
    }
}

/// August: the year before ended with Approaching, and she is non-probationary.
pub fn august() -> Larkspur {
    let mut larkspur = larkspur().on(date(2026, 8, 24));
    let imani = larkspur.directory.people.get_mut(&IMANI).unwrap();
    imani
        .prior_ratings
        .push(PriorRating::new(YearId::beginning_in(2025), "A"));
    larkspur
}

/// 30 September: the beginning conversation was held on the 29th with three promises, and its letter is sent.
pub fn september() -> Larkspur {
    let talk = talk(1);
    let coach = promise(
        Whose::Evaluator,
        "Two visits of the maths coach",
        date(2026, 12, 18),
    );
    let tasks = promise(
        Whose::Teacher,
        "Two tasks at different levels in each unit plan",
        date(2027, 1, 14),
    );
    let visit = promise(
        Whose::Teacher,
        "Visit Ms Raman's class during a workshop",
        date(2026, 11, 20),
    );
    august()
        .on(date(2026, 9, 22))
        .given(
            DESMOND,
            &talk,
            schedule(ConversationKind::Beginning, slot(date(2026, 9, 29))),
        )
        .given(
            IMANI,
            &talk,
            prepare(
                "b.prepare.t1",
                "Routines went well; I want to grow in differentiation.",
            ),
        )
        .on(date(2026, 9, 29))
        .draft(DESMOND, &talk, "note.1", "Goal: tasks at two levels.")
        .draft(DESMOND, &talk, "promise.1", &coach)
        .draft(IMANI, &talk, "promise.2", &tasks)
        .draft(IMANI, &talk, "promise.3", &visit)
        .given(DESMOND, &talk, we_met())
        .given(IMANI, &talk, we_met())
        .on(date(2026, 9, 30))
        .given(DESMOND, &letter(1), send("M03", &talk))
}

/// Tuesday 12 January: two lessons, professionalism from both sides, the survey, and the talk set for Thursday.
pub fn january() -> Larkspur {
    september()
        .on(date(2026, 10, 15))
        .given(
            DESMOND,
            &lesson_stream(1),
            share_lesson(full_lesson(
                date(2026, 10, 13),
                [5, 5, 4, 5, 5, 4, 5, 4, 4, 3, 4, 5],
            )),
        )
        .on(date(2026, 10, 19))
        .given(
            IMANI,
            &lesson_stream(1),
            answer_lesson("The four were new that week. I have since paired them."),
        )
        .on(date(2026, 11, 19))
        .given(IMANI, &talk(1), keep(2))
        .on(date(2026, 11, 24))
        .given(DESMOND, &hers(Kind::Measures), enter(survey("66", 22)))
        .on(date(2026, 12, 18))
        .given(
            DESMOND,
            &lesson_stream(2),
            share_lesson(short_lesson(
                date(2026, 12, 8),
                &[("LE.3", 5), ("I.1", 5), ("I.3", 5), ("I.5", 5)],
            )),
        )
        .on(date(2027, 1, 7))
        .given(
            DESMOND,
            &talk(2),
            schedule(ConversationKind::MidYear, slot(date(2027, 1, 14))),
        )
        .given(DESMOND, &letter(2), send("M05", &talk(2)))
        .on(date(2027, 1, 11))
        .given(
            DESMOND,
            &hers(Kind::Professionalism),
            rate(
                Moment::MidYear,
                Side::Evaluator,
                levels([5, 4, 4, 5, 5, 4, 4]),
            ),
        )
        .given(
            IMANI,
            &hers(Kind::Professionalism),
            rate(
                Moment::MidYear,
                Side::Teacher,
                levels([5, 5, 5, 5, 5, 5, 4]),
            ),
        )
        .on(date(2027, 1, 12))
}

/// Thursday 14 January, after both have said "we met".
pub fn after_mid_year() -> Larkspur {
    let workshop = promise(
        Whose::Both,
        "Plan one unit together with the coach",
        date(2027, 2, 12),
    );
    january()
        .given(
            IMANI,
            &talk(2),
            prepare("m.prepare.t1", "LE.3 and I.5 moved since October."),
        )
        .on(date(2027, 1, 14))
        .draft(
            DESMOND,
            &talk(2),
            "note.1",
            "Strength: I.5. To change: I.6.",
        )
        .draft(IMANI, &talk(2), "promise.1", &workshop)
        .draft(
            DESMOND,
            &talk(2),
            "private",
            "Ask HR about the status first.",
        )
        .given(DESMOND, &talk(2), we_met())
        .given(IMANI, &talk(2), we_met())
}

/// Wednesday 19 May: everything entered, both rationales shared, the end-of-year conversation held on the 12th.
pub fn may(school_growth: &str) -> Larkspur {
    let evidence = [lesson_stream(1), lesson_stream(2), lesson_stream(3)];
    let professionalism = hers(Kind::Professionalism);
    after_mid_year()
        .on(date(2027, 1, 15))
        .given(DESMOND, &letter(3), send("M08", &talk(2)))
        .on(date(2027, 3, 18))
        .given(
            DESMOND,
            &lesson_stream(3),
            share_lesson(full_lesson(
                date(2027, 3, 16),
                [6, 5, 5, 5, 5, 5, 5, 4, 5, 4, 5, 5],
            )),
        )
        .on(date(2027, 4, 14))
        .given(
            DESMOND,
            &hers(Kind::Recommendation),
            renew("Routines that hold, and tasks at two levels."),
        )
        .on(date(2027, 4, 22))
        .given(
            DESMOND,
            &hers(Kind::Measures),
            enter(collective(school_growth)),
        )
        .on(date(2027, 4, 28))
        .given(
            DESMOND,
            &talk(3),
            schedule(ConversationKind::EndOfYear, slot(date(2027, 5, 12))),
        )
        .on(date(2027, 5, 7))
        .given(
            IMANI,
            &professionalism,
            rate(
                Moment::EndOfYear,
                Side::Teacher,
                levels([5, 5, 5, 5, 6, 5, 4]),
            ),
        )
        .given(
            DESMOND,
            &professionalism,
            rate(
                Moment::EndOfYear,
                Side::Evaluator,
                levels([5, 4, 5, 5, 6, 5, 4]),
            ),
        )
        .given(
            DESMOND,
            &basis(About::Instruction),
            explain(About::Instruction, &evidence),
        )
        .given(
            DESMOND,
            &basis(About::Professionalism),
            explain(About::Professionalism, &[professionalism]),
        )
        .on(date(2027, 5, 10))
        .given(
            DESMOND,
            &hers(Kind::Measures),
            enter(goals(&[[2, 6, 15, 2], [1, 5, 15, 3]])),
        )
        .on(date(2027, 5, 12))
        .given(DESMOND, &talk(3), we_met())
        .given(IMANI, &talk(3), we_met())
        .on(date(2027, 5, 19))
}

/// Wednesday 19 May, 1.761 points below the cut of Effective: the leader has decided and asked for a second reader.
pub fn decided() -> Larkspur {
    let evidence = [lesson_stream(1), lesson_stream(3)];
    may("37.5").given(RUTH, &hers(Kind::Decision), decide("E", &evidence, ANA))
}

/// Friday 21 May: the rating is shared. With 87.5 % of the school's growth points she is well above the cut.
pub fn rated() -> Larkspur {
    may("87.5")
        .on(date(2027, 5, 21))
        .given(DESMOND, &hers(Kind::Rating), share_rating())
}
