//! The year as a line: windows, conversations, lessons, today, and the report at its end.

use crate::components::{Progress, Step, Window, YearLine, YearMark, YearRow, day, year_line};
use crate::visitor::Visitor;
use domain::YearRecord;
use domain::calendar::Calendar;
use maud::{Markup, html};
use policy::{ConversationKind, Deadline, Pack};

/// The picture with its list.
pub fn picture(visitor: &Visitor, record: &YearRecord, pack: &Pack, calendar: &Calendar) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let mut marks = vec![];
    let mut list = vec![];
    for kind in ConversationKind::GUIDED {
        let Some((_, talk)) = record.conversation(kind) else {
            continue;
        };
        let Some(slot) = &talk.slot else { continue };
        let held = talk.is_held();
        let progress = if held {
            Progress::Done
        } else if slot.on >= visitor.today {
            Progress::Now
        } else {
            Progress::Ahead
        };
        let date = words.short_day(slot.on);
        let label = if held {
            words.with("line-held", &[("date", date.into())])
        } else {
            words.day(slot.on)
        };
        marks.push(YearMark {
            date: slot.on,
            label,
            row: YearRow::Conversation,
            progress,
        });
        let what = words.say(&format!("kind-{}", kind.as_str()));
        list.push((
            slot.on,
            Step {
                progress,
                when: Some(day(words, slot.on)),
                what: html! { (what) },
                by: held.then(|| html! { (words.say("line-is-held")) }),
            },
        ));
    }
    for (_, observation) in record.lessons() {
        let Some(lesson) = &observation.lesson else {
            continue;
        };
        marks.push(YearMark {
            date: lesson.on,
            label: words.short_day(lesson.on),
            row: YearRow::Lesson,
            progress: Progress::Done,
        });
        list.push((
            lesson.on,
            Step {
                progress: Progress::Done,
                when: Some(day(words, lesson.on)),
                what: html! { (words.say("line-lesson-seen")) },
                by: None,
            },
        ));
    }
    let end = pack.date("CAL-RPT").and_then(Deadline::fixed);
    if let Some(end) = end {
        list.push((
            end,
            Step {
                progress: Progress::Ahead,
                when: Some(day(words, end)),
                what: html! { (words.say("line-report")) },
                by: None,
            },
        ));
    }
    marks.sort_by_key(|mark| mark.date);
    list.sort_by_key(|(date, _)| *date);
    let windows = ConversationKind::GUIDED
        .into_iter()
        .filter_map(|kind| pack.window(kind.as_str()));
    year_line(
        words,
        &YearLine {
            summary: words.with(
                "line-summary",
                &[
                    ("marks", marks.len().into()),
                    ("year", record.year.to_string().into()),
                ],
            ),
            from: calendar.first,
            to: calendar.last,
            today: (calendar.first <= visitor.today && visitor.today <= calendar.last)
                .then_some(visitor.today),
            windows: windows
                .map(|window| Window {
                    label: window.label.get(tag).to_owned(),
                    from: window.opens,
                    to: window.closes,
                })
                .collect(),
            marks,
            lessons: words.say("line-lessons"),
            end: end.map(|end| {
                (
                    end,
                    words.with("line-report-by", &[("date", words.day(end).into())]),
                )
            }),
            list: list.into_iter().map(|(_, step)| step).collect(),
        },
    )
}
