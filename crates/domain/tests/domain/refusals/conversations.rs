//! Refusals about conversations, promises and letters.

use super::{Case, too_long};
use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::conversations::{Command as Talk, ConversationKind, Slot, Whose};
use domain::text::{Field, LONGEST};
use domain::{Command, Happened, Kind, Refusal, Stream};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

const ON: Date = date(2027, 1, 14);
const SNOW: Date = date(2027, 1, 11);

fn scheduling(slot: Slot) -> Result<Vec<Happened>, Refusal> {
    larkspur().when(DESMOND, &talk(1), schedule(ConversationKind::MidYear, slot))
}

fn scheduled() -> Larkspur {
    larkspur().given(
        DESMOND,
        &talk(1),
        schedule(ConversationKind::MidYear, slot(ON)),
    )
}

/// What the second "we met" answers when this was typed before.
fn meeting_over(field: &str, text: &str) -> Result<Vec<Happened>, Refusal> {
    scheduled()
        .on(ON)
        .draft(IMANI, &talk(1), field, text)
        .given(DESMOND, &talk(1), we_met())
        .when(IMANI, &talk(1), we_met())
}

fn sending(template: &str, follows: &Stream) -> Result<Vec<Happened>, Refusal> {
    after_mid_year().when(DESMOND, &letter(9), send(template, follows))
}

/// A letter after one thing in it was changed.
fn changed(change: impl FnOnce(&mut domain::messages::Sent)) -> Result<Vec<Happened>, Refusal> {
    let mut command = send("M08", &talk(2));
    if let Command::Message(domain::messages::Command::Send { sent, .. }) = &mut command {
        change(sent);
    }
    after_mid_year().when(DESMOND, &letter(9), command)
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "a talk of one minute",
            Refusal::MinutesOutOfRange {
                least: 5,
                most: 240,
            },
            || {
                scheduling(Slot {
                    minutes: 4,
                    ..slot(ON)
                })
            },
        ),
        (
            "a talk of half a day",
            Refusal::MinutesOutOfRange {
                least: 5,
                most: 240,
            },
            || {
                scheduling(Slot {
                    minutes: 241,
                    ..slot(ON)
                })
            },
        ),
        (
            "a talk nowhere",
            Refusal::Empty {
                field: Field::Place,
            },
            || {
                scheduling(Slot {
                    place: " ".into(),
                    ..slot(ON)
                })
            },
        ),
        (
            "a talk yesterday",
            Refusal::DateInPast { date: SNOW },
            || scheduling(slot(SNOW)),
        ),
        (
            "a talk in August after the year",
            Refusal::DateOutsideYear {
                date: date(2027, 8, 2),
            },
            || scheduling(slot(date(2027, 8, 2))),
        ),
        (
            "a talk long before the staff comes",
            Refusal::DateOutsideYear {
                date: date(2026, 7, 6),
            },
            || {
                let talk_in_july = schedule(ConversationKind::Beginning, slot(date(2026, 7, 6)));
                larkspur()
                    .on(date(2026, 7, 1))
                    .when(DESMOND, &talk(1), talk_in_july)
            },
        ),
        (
            "a second open talk of the same kind",
            Refusal::AlreadyScheduled,
            || {
                scheduled().when(
                    DESMOND,
                    &talk(2),
                    schedule(ConversationKind::MidYear, slot(ON)),
                )
            },
        ),
        (
            "scheduling the same talk again",
            Refusal::AlreadyScheduled,
            || {
                scheduled().when(
                    DESMOND,
                    &talk(1),
                    schedule(ConversationKind::EndOfYear, slot(ON)),
                )
            },
        ),
        (
            "moving a talk that nobody scheduled",
            Refusal::NoSuchThing,
            || larkspur().when(DESMOND, &talk(1), move_to(slot(ON))),
        ),
        (
            "moving a talk into the past",
            Refusal::DateInPast { date: SNOW },
            || scheduled().when(DESMOND, &talk(1), move_to(slot(SNOW))),
        ),
        (
            "moving a talk after one side said we met",
            Refusal::ConversationHeld,
            || {
                scheduled().on(ON).given(IMANI, &talk(1), we_met()).when(
                    DESMOND,
                    &talk(1),
                    move_to(slot(date(2027, 1, 20))),
                )
            },
        ),
        (
            "cancelling without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || {
                scheduled().when(
                    DESMOND,
                    &talk(1),
                    Command::Conversation(Talk::Cancel {
                        reason: String::new(),
                    }),
                )
            },
        ),
        (
            "calling off a talk after the teacher said we met",
            Refusal::TeacherSaidWeMet,
            || {
                scheduled().on(ON).given(IMANI, &talk(1), we_met()).when(
                    DESMOND,
                    &talk(1),
                    cancel(),
                )
            },
        ),
        (
            "cancelling a talk that was held",
            Refusal::ConversationHeld,
            || after_mid_year().when(DESMOND, &talk(2), cancel()),
        ),
        (
            "preparing for a talk that was held",
            Refusal::ConversationHeld,
            || after_mid_year().when(IMANI, &talk(2), prepare("m.prepare.t1", "More.")),
        ),
        (
            "moving a talk that was called off",
            Refusal::ConversationCancelled,
            || {
                scheduled().given(DESMOND, &talk(1), cancel()).when(
                    DESMOND,
                    &talk(1),
                    move_to(slot(ON)),
                )
            },
        ),
        (
            "saying we met of a talk that was called off",
            Refusal::ConversationCancelled,
            || {
                scheduled().given(DESMOND, &talk(1), cancel()).on(ON).when(
                    IMANI,
                    &talk(1),
                    we_met(),
                )
            },
        ),
        (
            "preparing a talk between two others",
            Refusal::NotAParty,
            || scheduled().when(RUTH, &talk(1), prepare("m.prepare.e1", "I.5.")),
        ),
        ("saying we met for two others", Refusal::NotAParty, || {
            scheduled().on(ON).when(RUTH, &talk(1), we_met())
        }),
        (
            "preparing with nothing",
            Refusal::Empty {
                field: Field::Preparation,
            },
            || {
                scheduled().when(
                    IMANI,
                    &talk(1),
                    Command::Conversation(Talk::SharePreparation {
                        answers: BTreeMap::new(),
                    }),
                )
            },
        ),
        (
            "preparing with blanks",
            Refusal::Empty {
                field: Field::Preparation,
            },
            || scheduled().when(IMANI, &talk(1), prepare("m.prepare.t1", " ")),
        ),
        (
            "answering a prompt that no guide could have",
            Refusal::NoSuchThing,
            || scheduled().when(IMANI, &talk(1), prepare("\u{0}", "More.")),
        ),
        (
            "answering a prompt that is a page long",
            Refusal::NoSuchThing,
            || scheduled().when(IMANI, &talk(1), prepare(&too_long(), "More.")),
        ),
        (
            "saying we met before the day",
            Refusal::NotYetMet { on: ON },
            || scheduled().when(IMANI, &talk(1), we_met()),
        ),
        (
            "a note longer than a book",
            Refusal::TooLong {
                field: Field::Note,
                longest: LONGEST,
            },
            || meeting_over("note.1", &too_long()),
        ),
        (
            "a promise of nothing",
            Refusal::Empty {
                field: Field::Promise,
            },
            || meeting_over("promise.1", &promise(Whose::Both, " ", date(2027, 2, 1))),
        ),
        ("a promise that is none", Refusal::NoSuchPromise, || {
            meeting_over("promise.1", "I will")
        }),
        (
            "keeping a promise that nobody made",
            Refusal::NoSuchPromise,
            || after_mid_year().when(IMANI, &talk(2), keep(1)),
        ),
        (
            "moving a promise that nobody made",
            Refusal::NoSuchPromise,
            || after_mid_year().when(IMANI, &talk(2), postpone(1, date(2027, 2, 1))),
        ),
        ("keeping a promise twice", Refusal::PromiseKept, || {
            january().when(IMANI, &talk(1), keep(2))
        }),
        (
            "moving a promise that was kept",
            Refusal::PromiseKept,
            || january().when(IMANI, &talk(1), postpone(2, date(2027, 2, 1))),
        ),
        (
            "moving a promise into the past",
            Refusal::DateInPast { date: SNOW },
            || january().when(IMANI, &talk(1), postpone(1, SNOW)),
        ),
        (
            "a letter that the pack does not have",
            Refusal::NoSuchMessage,
            || sending("M99", &talk(2)),
        ),
        (
            "a letter that HR must read first",
            Refusal::NeedsHrReview {
                message: "M09".into(),
            },
            || sending("M09", &talk(2)),
        ),
        (
            "a letter about a talk that never was",
            Refusal::NoSuchThing,
            || sending("M08", &talk(7)),
        ),
        (
            "a letter of mid-year about the beginning",
            Refusal::NoSuchThing,
            || sending("M08", &talk(1)),
        ),
        (
            "a letter about a talk that follows a lesson",
            Refusal::NoSuchThing,
            || sending("M08", &lesson_stream(1)),
        ),
        (
            "a letter about a rating before there is one",
            Refusal::NoSuchThing,
            || sending("M22", &hers(Kind::Rating)),
        ),
        (
            "a letter in a language that is not there",
            Refusal::NoSuchLanguage,
            || changed(|sent| sent.language = "fr".into()),
        ),
        (
            "a letter without a subject",
            Refusal::Empty {
                field: Field::Subject,
            },
            || changed(|sent| sent.subject.clear()),
        ),
        (
            "a letter without a word",
            Refusal::Empty {
                field: Field::Message,
            },
            || changed(|sent| sent.body = "\n".into()),
        ),
        ("the same letter twice", Refusal::AlreadySent, || {
            let sent = after_mid_year().given(DESMOND, &letter(9), send("M08", &talk(2)));
            sent.when(DESMOND, &letter(8), send("M08", &talk(2)))
        }),
        (
            "another letter under the same name",
            Refusal::AlreadySent,
            || {
                let sent = after_mid_year().given(DESMOND, &letter(9), send("M08", &talk(2)));
                sent.when(DESMOND, &letter(9), send("M07", &talk(2)))
            },
        ),
    ]
}

#[test]
fn whoever_evaluates_since_closes_a_talk_that_waits_for_nobody() {
    let waits = scheduled().on(ON).given(IMANI, &talk(1), we_met());
    let closed = waits.when(RUTH, &talk(1), cancel());
    assert!(
        matches!(closed.as_deref(), Ok([_])),
        "Ruth was not there and cannot say that they met: {closed:?}"
    );
}
