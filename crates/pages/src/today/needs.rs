//! One need in words: who and what, why, how far off, and where it is done. The next step of other pages uses the same.

use super::Unshared;
use domain::calendar::Calendar;
use domain::today::{Need, What};
use domain::{Kind, PersonId, Stream, YearRecord};
use jiff::civil::Date;
use policy::{ConversationKind, Side};
use words::Words;

/// A need with the teacher whom it is about; the name is empty where the reader is the teacher.
pub struct Owed {
    pub need: Need,
    pub teacher: PersonId,
    pub name: String,
}

/// A drafted lesson as a need: feedback is due five school days after it (`leap.md` 7.2, E04).
pub fn share(unshared: Unshared, record: &YearRecord, calendar: &Calendar) -> Owed {
    let due = calendar.add_school_days(unshared.on, 5);
    let need = Need {
        what: What::Observe,
        who: Side::Evaluator,
        due,
        thing: Some(unshared.thing),
    };
    Owed {
        need,
        teacher: record.teacher,
        name: record.person.particulars.name.full(),
    }
}

fn word(need: &Need) -> &'static str {
    match (&need.what, &need.thing) {
        (What::ReceiveRating, _) => "receive-rating",
        (What::ConfirmMet(_), _) => "confirm-met",
        (What::SendFollowUp(_), _) => "send-follow-up",
        (What::Meet(_), _) => "meet",
        (What::Prepare(_), _) => "prepare",
        (What::RateSelf(_), _) => "rate-self",
        (What::RateProfessionalism(_), _) => "rate-professionalism",
        (What::KeepPromise { .. }, _) => "keep-promise",
        (What::WriteRationale(_), _) => "write-rationale",
        (What::Decide, _) => "decide",
        (What::ConfirmDecision, _) => "confirm-decision",
        (What::ShareRating, _) => "share-rating",
        (What::Recommend, _) => "recommend",
        (What::Schedule(_), _) => "schedule",
        (What::Observe, Some(_)) => "share-observation",
        (What::Observe, None) => "observe",
    }
}

fn subject(words: Words, need: &Need) -> String {
    match &need.what {
        What::ConfirmMet(kind)
        | What::SendFollowUp(kind)
        | What::Meet(kind)
        | What::Prepare(kind)
        | What::Schedule(kind) => words.say(&format!("kind-{}", kind.as_str())),
        What::KeepPromise { what, .. } => what.clone(),
        What::RateProfessionalism(_) => words.say("about-professionalism"),
        What::WriteRationale(about) => words.say(&format!("about-{}", about.as_str())),
        _ => String::new(),
    }
}

/// "Imani Castellano: confirm that you met", or for the teacher "Confirm that you met".
pub fn title(words: Words, owed: &Owed) -> String {
    let side = if owed.name.is_empty() {
        "teacher"
    } else {
        "evaluator"
    };
    let key = format!("today-{side}-{}", word(&owed.need));
    let subject = subject(words, &owed.need);
    words.with(
        &key,
        &[
            ("name", (&owed.name).into()),
            ("subject", (&subject).into()),
        ],
    )
}

/// Why it is due, with the rule that set the date.
pub fn why(words: Words, owed: &Owed) -> String {
    words.say(&format!("today-why-{}", word(&owed.need)))
}

/// The name of the one action.
pub fn action(words: Words, owed: &Owed) -> String {
    words.say(&format!("today-act-{}", word(&owed.need)))
}

/// The step without the name: "Confirm: mid-year conversation".
pub fn brief(words: Words, owed: &Owed) -> String {
    match subject(words, &owed.need).as_str() {
        "" => action(words, owed),
        subject => words.with(
            "today-brief",
            &[
                ("action", action(words, owed).into()),
                ("subject", subject.into()),
            ],
        ),
    }
}

/// "today", "in 3 school days", "1 school day late"; beyond the last school day none are known to count.
pub fn distance(words: Words, calendar: Option<&Calendar>, today: Date, due: Date) -> String {
    let days = calendar.map_or(0, |calendar| calendar.school_days(today, due));
    if due == today {
        words.say("distance-today")
    } else if due > today && calendar.is_some_and(|calendar| due > calendar.last) {
        words.say("distance-after-year")
    } else if due > today {
        words.with("distance-in", &[("days", days.into())])
    } else {
        words.with("distance-late", &[("days", (-days).into())])
    }
}

/// Kinds of conversations in addresses.
pub fn kind_in_address(kind: ConversationKind) -> String {
    kind.as_str().replace('_', "-")
}

/// Where the need is met.
pub fn address(owed: &Owed) -> String {
    let teacher = owed.teacher;
    let thing = |stream: &Option<Stream>| {
        stream
            .as_ref()
            .map(|stream| stream.key.clone())
            .unwrap_or_default()
    };
    match &owed.need.what {
        What::ReceiveRating | What::ShareRating => format!("/teachers/{teacher}/rating"),
        What::Decide | What::ConfirmDecision => format!("/teachers/{teacher}/rating/decision"),
        What::ConfirmMet(_) | What::Meet(_) | What::Prepare(_) => {
            format!("/conversations/{}", thing(&owed.need.thing))
        }
        What::KeepPromise { .. } => format!("/conversations/{}#promises", thing(&owed.need.thing)),
        What::SendFollowUp(_) => {
            let follows = owed
                .need
                .thing
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default();
            format!("/teachers/{teacher}/messages/new?follows={follows}")
        }
        What::RateSelf(moment) | What::RateProfessionalism(moment) => {
            let moment = match moment {
                domain::professionalism::Moment::MidYear => "mid-year",
                domain::professionalism::Moment::EndOfYear => "end-of-year",
            };
            format!("/teachers/{teacher}/professionalism/{moment}")
        }
        What::WriteRationale(about) => format!("/teachers/{teacher}/rationale/{}", about.as_str()),
        What::Recommend => format!("/teachers/{teacher}/recommendation"),
        What::Schedule(kind) => format!(
            "/teachers/{teacher}/conversations/{}/new",
            kind_in_address(*kind)
        ),
        What::Observe => match &owed.need.thing {
            Some(Stream {
                kind: Kind::Observation,
                key,
            }) => format!("/teachers/{teacher}/observations/{key}/draft"),
            _ => format!("/teachers/{teacher}/observations/new"),
        },
    }
}
