//! What needs whom by when in one teacher's year, with the rule that set each date. Pages gather these into *Today*,
//! the next step of a page and the caseload's column.

use crate::YearRecord;
use crate::calendar::Calendar;
use crate::conversations::{Conversation, Whose};
use crate::id::{Kind, Stream};
use crate::messages::{self, Fitting};
use crate::professionalism::Moment;
use crate::ratings::Standing;
use crate::ratings::calculation::{self, Outcome};
use crate::rationale::About;
use crate::situations::at_risk;
use jiff::civil::Date;
use policy::{ConversationKind, Pack, Side};

/// Something that somebody owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub what: What,
    pub who: Side,
    pub due: Date,
    /// The thing it is about, where there is one already.
    pub thing: Option<Stream>,
}

impl Need {
    pub fn is_late(&self, today: Date) -> bool {
        self.due < today
    }
}

/// What is owed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    ReceiveRating,
    ConfirmMet(ConversationKind),
    SendFollowUp(ConversationKind),
    Meet(ConversationKind),
    Prepare(ConversationKind),
    RateSelf(Moment),
    RateProfessionalism(Moment),
    KeepPromise {
        number: usize,
        what: String,
    },
    WriteRationale(About),
    /// One of two ratings, near a cut.
    Decide,
    /// As the second reader of such a decision.
    ConfirmDecision,
    ShareRating,
    Recommend,
    Schedule(ConversationKind),
    Observe,
}

/// Everything that is owed in this year as of today, soonest first. Late things stay until they are done.
pub fn needs(record: &YearRecord, pack: &Pack, calendar: &Calendar, today: Date) -> Vec<Need> {
    let mut needs = vec![];
    for kind in ConversationKind::GUIDED {
        conversation(record, pack, calendar, today, kind, &mut needs);
    }
    for (stream, number, promise) in record.open_promises() {
        let what = || What::KeepPromise {
            number,
            what: promise.what.clone(),
        };
        for who in sides(promise.whose) {
            needs.push(Need {
                what: what(),
                who: *who,
                due: promise.by,
                thing: Some(stream.clone()),
            });
        }
    }
    observe(record, pack, today, &mut needs);
    end_of_year(record, pack, calendar, today, &mut needs);
    needs.sort_by(|a, b| (a.due, &a.what).cmp(&(b.due, &b.what)));
    needs
}

fn sides(whose: Whose) -> &'static [Side] {
    match whose {
        Whose::Teacher => &[Side::Teacher],
        Whose::Evaluator => &[Side::Evaluator],
        Whose::Both => &[Side::Teacher, Side::Evaluator],
    }
}

fn conversation(
    record: &YearRecord,
    pack: &Pack,
    calendar: &Calendar,
    today: Date,
    kind: ConversationKind,
    needs: &mut Vec<Need>,
) {
    let Some(window) = pack.window(kind.as_str()) else {
        return;
    };
    let talks: Vec<_> = record
        .conversations
        .iter()
        .filter(|(_, talk)| talk.guide == Some(kind) && talk.cancelled.is_none())
        .collect();
    // Proposed as soon as the window opens (`leap.md` 5, CAL-BOY, CAL-MY, CAL-EOY).
    if talks.is_empty() && window.opens <= today && !record.rating_is_shared() {
        needs.push(Need {
            what: What::Schedule(kind),
            who: Side::Evaluator,
            due: window.closes,
            thing: None,
        });
    }
    for (stream, talk) in talks {
        if talk.is_held() {
            follow_up(record, pack, calendar, (stream, talk), needs);
        } else {
            meeting(calendar, today, (stream, talk), needs);
        }
    }
    let moment = match kind {
        ConversationKind::MidYear => Moment::MidYear,
        ConversationKind::EndOfYear => Moment::EndOfYear,
        _ => return,
    };
    rate(record, calendar, kind, moment, needs);
}

/// The letter after a conversation that was held.
fn follow_up(
    record: &YearRecord,
    pack: &Pack,
    calendar: &Calendar,
    (stream, talk): (&Stream, &Conversation),
    needs: &mut Vec<Need>,
) {
    let (Some(kind), Some(from)) = (talk.guide, follow_up_from(record, talk)) else {
        return;
    };
    if followed_up(record, stream, talk) || waits_for_rating(record, kind) {
        return;
    }
    // A letter that the HR partner must read first cannot be sent yet, so nobody owes it here.
    if let Fitting::Message(message) = messages::fitting(record, pack, stream)
        && (message.later || message.hr_review)
    {
        return;
    }
    // Two school days, one where a low rating is possible (`leap.md` 6.2, 6.3, E11).
    let days = if at_risk(record, pack) { 1 } else { 2 };
    needs.push(Need {
        what: What::SendFollowUp(kind),
        who: Side::Evaluator,
        due: calendar.add_school_days(from, days),
        thing: Some(stream.clone()),
    });
}

/// What a conversation asks for that is still to come or not yet confirmed by both.
fn meeting(
    calendar: &Calendar,
    today: Date,
    (stream, talk): (&Stream, &Conversation),
    needs: &mut Vec<Need>,
) {
    let (Some(kind), Some(slot)) = (talk.guide, &talk.slot) else {
        return;
    };
    let mut add = |what, who, due| {
        needs.push(Need {
            what,
            who,
            due,
            thing: Some(stream.clone()),
        });
    };
    for who in [Side::Evaluator, Side::Teacher] {
        if today < slot.on {
            add(What::Meet(kind), who, slot.on);
        } else if said(talk, who).is_none() {
            add(What::ConfirmMet(kind), who, slot.on);
        }
    }
    if today < slot.on && talk.preparation(Side::Teacher).is_none() {
        // T07: evidence and questions two school days before.
        let due = before(calendar, talk, slot.on, 2);
        add(What::Prepare(kind), Side::Teacher, due);
    }
}

/// Ratings of professionalism: three school days before the conversation (T06, T11, E06, E15). The evaluator's of the
/// end of the year stay owed after it, because there is no rating without them (`leap.md` 3.3).
fn rate(
    record: &YearRecord,
    calendar: &Calendar,
    kind: ConversationKind,
    moment: Moment,
    needs: &mut Vec<Need>,
) {
    let Some((_, talk)) = record.conversation(kind) else {
        return;
    };
    let Some(slot) = &talk.slot else { return };
    let counts = |who| moment == Moment::EndOfYear && who == Side::Evaluator;
    for (what, who) in [
        (What::RateSelf(moment), Side::Teacher),
        (What::RateProfessionalism(moment), Side::Evaluator),
    ] {
        if record.rating_is_shared()
            || record.professionalism.sent(moment, who).is_some()
            || (talk.is_held() && !counts(who))
        {
            continue;
        }
        let thing = Stream::of_year(Kind::Professionalism, record.teacher, &record.year);
        needs.push(Need {
            what,
            who,
            due: before(calendar, talk, slot.on, 3),
            thing: Some(thing),
        });
    }
}

/// So many school days before a conversation, and never before the day on which it was arranged: what was arranged for
/// tomorrow is not late today.
fn before(calendar: &Calendar, talk: &Conversation, on: Date, school_days: u32) -> Date {
    let due = calendar.subtract_school_days(on, school_days);
    talk.scheduled_on.map_or(due, |arranged| due.max(arranged))
}

/// When a side said "we met".
pub fn said(talk: &Conversation, who: Side) -> Option<jiff::Timestamp> {
    match who {
        Side::Teacher => talk.met_teacher,
        Side::Evaluator => talk.met_evaluator,
    }
}

/// A message about the conversation, sent after both had said "we met"; the invitation does not count.
fn followed_up(record: &YearRecord, stream: &Stream, talk: &Conversation) -> bool {
    let both_met = talk.met_teacher.max(talk.met_evaluator);
    record.messages.values().any(|message| {
        message
            .sent
            .as_ref()
            .is_some_and(|sent| sent.follows == *stream)
            && message.at >= both_met
    })
}

/// The day from which the time for the follow-up counts: the meeting's, or that of the rating which the letter names.
fn follow_up_from(record: &YearRecord, talk: &Conversation) -> Option<Date> {
    let held = talk.held_on?;
    let rated = record.rating.released.as_ref().map(|released| released.on);
    match talk.guide {
        Some(ConversationKind::EndOfYear) => Some(rated.map_or(held, |rated| held.max(rated))),
        _ => Some(held),
    }
}

/// The end-of-year letter names the rating, so it waits until that is shared.
fn waits_for_rating(record: &YearRecord, kind: ConversationKind) -> bool {
    kind == ConversationKind::EndOfYear && !record.rating_is_shared()
}

/// Where the decision near a cut stands; `None` where the year asks for none.
fn deciding<'a>(record: &'a YearRecord, pack: &Pack) -> Option<Standing<'a>> {
    let outcome = calculation::outcome(&record.rating_inputs(pack), pack);
    matches!(outcome, Outcome::DecisionRequired { .. }).then(|| record.decision.standing(&outcome))
}

/// What a decision near a cut asks of the school leader, or of the second reader: five school days before the report
/// (`leap.md` 7.1, L18). Both are neither side of the teacher's year, so [`needs`] does not have them.
pub fn decision(
    record: &YearRecord,
    pack: &Pack,
    calendar: &Calendar,
    today: Date,
) -> Option<Need> {
    let opened = pack
        .window("end_of_year")
        .is_some_and(|window| window.opens <= today);
    if record.rating_is_shared() || !opened {
        return None;
    }
    let what = match deciding(record, pack)? {
        Standing::Open(_) | Standing::Void(..) => What::Decide,
        Standing::Waiting(_) => What::ConfirmDecision,
        Standing::Confirmed(..) => return None,
    };
    let report = pack.date("CAL-RPT").and_then(policy::Deadline::fixed)?;
    Some(Need {
        what,
        who: Side::Evaluator,
        due: calendar.subtract_school_days(report, 5),
        thing: Some(Stream::of_year(
            Kind::Decision,
            record.teacher,
            &record.year,
        )),
    })
}

/// One scored observation in each of the pack's three observation windows (`leap.md` 3.2, E03, E13). A window that passed
/// without one is made up by the next lesson after it; nobody can go back to it.
fn observe(record: &YearRecord, pack: &Pack, today: Date, needs: &mut Vec<Need>) {
    let scored = |observation: &crate::observations::Observation| {
        let lesson = observation.lesson.as_ref()?;
        pack.framework
            .observation_kind(&lesson.kind)
            .is_some_and(|kind| kind.scored)
            .then_some(lesson.on)
    };
    let mut lessons: Vec<Date> = record.observations.values().filter_map(scored).collect();
    lessons.sort();
    for id in ["observations_1", "observations_2", "observations_3"] {
        let Some(window) = pack.window(id) else {
            continue;
        };
        if let Some(first) = lessons.iter().position(|on| *on >= window.opens) {
            lessons.remove(first);
        } else if window.opens <= today && !record.rating_is_shared() {
            needs.push(Need {
                what: What::Observe,
                who: Side::Evaluator,
                due: window.closes,
                thing: None,
            });
        }
    }
}

fn end_of_year(
    record: &YearRecord,
    pack: &Pack,
    calendar: &Calendar,
    today: Date,
    needs: &mut Vec<Need>,
) {
    let rating = Stream::of_year(Kind::Rating, record.teacher, &record.year);
    if let Some(released) = &record.rating.released {
        if record.rating.receipt.is_none() {
            // T12: two school days after delivery.
            let due = calendar.add_school_days(released.on, 2);
            needs.push(Need {
                what: What::ReceiveRating,
                who: Side::Teacher,
                due,
                thing: Some(rating),
            });
        }
    } else if pack
        .window("end_of_year")
        .is_some_and(|window| window.opens <= today)
    {
        let Some(report) = pack.date("CAL-RPT").and_then(policy::Deadline::fixed) else {
            return;
        };
        for about in About::ALL {
            if record.rationale(about).is_none() {
                let due = record
                    .conversation(ConversationKind::EndOfYear)
                    .and_then(|(_, talk)| talk.slot.as_ref())
                    .map_or(report, |slot| calendar.subtract_school_days(slot.on, 3));
                let thing = Stream::rationale(record.teacher, &record.year, about);
                needs.push(Need {
                    what: What::WriteRationale(about),
                    who: Side::Evaluator,
                    due,
                    thing: Some(thing),
                });
            }
        }
        let decided = !matches!(
            deciding(record, pack),
            Some(Standing::Open(_) | Standing::Waiting(_) | Standing::Void(..))
        );
        if decided
            && About::ALL
                .iter()
                .all(|about| record.rationale(*about).is_some())
        {
            needs.push(Need {
                what: What::ShareRating,
                who: Side::Evaluator,
                due: report,
                thing: Some(rating),
            });
        }
    }
    let recommend = pack.date("CAL-REC").and_then(policy::Deadline::fixed);
    if let Some(due) = recommend.filter(|due| {
        record.recommendation.renewal.is_none() && calendar.subtract_school_days(*due, 20) <= today
    }) {
        needs.push(Need {
            what: What::Recommend,
            who: Side::Evaluator,
            due,
            thing: None,
        });
    }
}
