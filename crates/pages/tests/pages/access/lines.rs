//! One line for each address of the program, in the order of the year. A route without a line fails the test by its name.

mod house;
mod library;
mod questions;
mod status;

use super::table::{Line, Rule, Sent};
use crate::lived::Day::{self, January, May, NearCut, Rated};
use access::Action as A;
use access::List;

const fn get(route: &'static str, at: &'static str, day: Day, rule: Rule) -> Line {
    Line {
        method: "GET",
        route,
        at,
        day,
        rule,
        sent: Sent::Nothing,
    }
}

const fn post(route: &'static str, at: &'static str, day: Day, rule: Rule, sent: Sent) -> Line {
    Line {
        method: "POST",
        route,
        at,
        day,
        rule,
        sent,
    }
}

const READS: Rule = Rule::Year(&[&[A::ReadRecord]]);
const KEEPS: Rule = Rule::List(List::Roster);
const KNOWS_YEAR: Rule = Rule::House(A::ReadSchoolYear);

/// Reads the record, and may do this with it.
macro_rules! does {
    ($($action:ident),+) => { Rule::Year(&[&[A::ReadRecord], &[$(A::$action),+]]) };
}

/// Every line.
pub fn lines() -> impl Iterator<Item = &'static Line> {
    let rooms = house::LINES
        .iter()
        .chain(library::LINES)
        .chain(questions::LINES)
        .chain(status::LINES);
    YEAR.iter().chain(rooms)
}

const YEAR: &[Line] = &[
    // Signing in.
    get("/sign-in", "/sign-in", January, Rule::Everybody),
    post(
        "/sign-in",
        "/sign-in",
        January,
        Rule::Everybody,
        Sent::Fields(&[("email", "nobody@district.example")]),
    ),
    get(
        "/sign-in/{token}",
        "/sign-in/{link}",
        January,
        Rule::Everybody,
    ),
    post(
        "/sign-in/{token}",
        "/sign-in/{link}",
        January,
        Rule::Everybody,
        Sent::Fields(&[]),
    ),
    post(
        "/sign-out",
        "/sign-out",
        January,
        Rule::Everybody,
        Sent::Fields(&[]),
    ),
    post(
        "/language",
        "/language",
        January,
        Rule::Everybody,
        Sent::Fields(&[("language", "es"), ("back", "/")]),
    ),
    post(
        "/session/alive",
        "/session/alive",
        January,
        Rule::SignedIn,
        Sent::Fields(&[]),
    ),
    // Working text.
    Line {
        method: "PUT",
        route: "/drafts/{kind}/{key}/{field}",
        at: "/drafts/observation/{lesson}/answer",
        day: January,
        rule: READS,
        sent: Sent::Fields(&[("answer", "Words of my own"), ("version", "0")]),
    },
    Line {
        method: "PUT",
        route: "/drafts/{kind}/{key}/{field}",
        at: "/drafts/rationale/{teacher}.2026-27.instruction/text",
        day: January,
        rule: READS,
        sent: Sent::Fields(&[("text", "Words of my own"), ("version", "0")]),
    },
    Line {
        method: "PUT",
        route: "/drafts/{kind}/{key}/{field}",
        at: "/drafts/conversation/{mid_year}/note.2",
        day: January,
        rule: does!(SayWeMet),
        sent: Sent::Fields(&[("note.2", "A note for both"), ("version", "0")]),
    },
    // The week, the lists.
    get("/", "/", January, Rule::SignedIn),
    get("/my-year", "/my-year", January, Rule::Teaches),
    get(
        "/caseload",
        "/caseload",
        January,
        Rule::List(List::Caseload),
    ),
    get("/school", "/school", January, Rule::List(List::School)),
    get("/counts", "/counts", January, Rule::List(List::Counts)),
    get("/conversations", "/conversations", January, Rule::SignedIn),
    // A teacher's year.
    get("/teachers/{teacher}", "/teachers/{teacher}", January, READS),
    get(
        "/teachers/{teacher}/history",
        "/teachers/{teacher}/history",
        January,
        Rule::Year(&[&[A::ReadHistory]]),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/observation/{lesson}",
        January,
        Rule::Year(&[&[A::ReadHistory]]),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/rating/{teacher}.2026-27",
        Rated,
        Rule::Year(&[&[A::ReadHistory]]),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/message/{message}",
        January,
        Rule::Year(&[&[A::ReadHistory]]),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/person/{teacher}",
        January,
        Rule::OrOneself(A::ReadRoster),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/roster/more",
        January,
        Rule::House(A::ReadRoster),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/school_year/2026-27",
        January,
        KNOWS_YEAR,
    ),
    get(
        "/my-year/copy.json",
        "/my-year/copy.json",
        Rated,
        Rule::Teaches,
    ),
    get(
        "/my-year/copy.pdf",
        "/my-year/copy.pdf",
        Rated,
        Rule::Teaches,
    ),
    // Evidence.
    get(
        "/teachers/{teacher}/observations/new",
        "/teachers/{teacher}/observations/new",
        January,
        does!(ShareObservation),
    ),
    get(
        "/teachers/{teacher}/observations/{id}/draft",
        "/teachers/{teacher}/observations/{fresh}/draft",
        January,
        does!(ShareObservation),
    ),
    post(
        "/teachers/{teacher}/observations/{id}/draft",
        "/teachers/{teacher}/observations/{fresh}/draft",
        January,
        does!(ShareObservation),
        Sent::Form(
            "/teachers/{teacher}/observations/{fresh}/draft",
            &[("kind", "full"), ("focus", "Fractions"), ("act", "save")],
        ),
    ),
    get(
        "/observations/{id}",
        "/observations/{lesson}",
        January,
        READS,
    ),
    post(
        "/observations/{id}/answers",
        "/observations/{lesson}/answers",
        January,
        does!(AnswerEvidence),
        Sent::Form(
            "/observations/{lesson}",
            &[("answer", "I saw it differently."), ("act", "share")],
        ),
    ),
    get(
        "/teachers/{teacher}/professionalism/{moment}",
        "/teachers/{teacher}/professionalism/mid-year",
        January,
        READS,
    ),
    post(
        "/teachers/{teacher}/professionalism/{moment}",
        "/teachers/{teacher}/professionalism/mid-year",
        January,
        does!(RateSelf, RateProfessionalism),
        Sent::Form(
            "/teachers/{teacher}/professionalism/mid-year",
            &[("mid-year.score.P.1", "5"), ("act", "save")],
        ),
    ),
    get(
        "/teachers/{teacher}/measures",
        "/teachers/{teacher}/measures",
        January,
        READS,
    ),
    post(
        "/teachers/{teacher}/measures",
        "/teachers/{teacher}/measures",
        January,
        does!(EnterMeasure),
        Sent::Form(
            "/teachers/{teacher}/measures?enter=collective",
            &[
                ("collective.percent", "60"),
                ("collective.source", "Data desk"),
                ("act", "enter"),
            ],
        ),
    ),
    // Conversations and letters.
    get(
        "/teachers/{teacher}/conversations/{kind}/new",
        "/teachers/{teacher}/conversations/end-of-year/new",
        January,
        does!(Schedule),
    ),
    post(
        "/teachers/{teacher}/conversations/{kind}/new",
        "/teachers/{teacher}/conversations/end-of-year/new",
        January,
        does!(Schedule),
        Sent::Form(
            "/teachers/{teacher}/conversations/end-of-year/new",
            &[
                ("on", "2027-04-14"),
                ("begins", "14:00"),
                ("place", "Room 12"),
                ("length", "standard"),
            ],
        ),
    ),
    get(
        "/conversations/{id}",
        "/conversations/{mid_year}",
        January,
        READS,
    ),
    get(
        "/conversations/{id}/move",
        "/conversations/{mid_year}/move",
        January,
        does!(Schedule),
    ),
    post(
        "/conversations/{id}/move",
        "/conversations/{mid_year}/move",
        January,
        does!(Schedule),
        Sent::Form("/conversations/{mid_year}/move", &[("on", "2027-01-20")]),
    ),
    get(
        "/conversations/{id}/cancel",
        "/conversations/{mid_year}/cancel",
        January,
        does!(Schedule),
    ),
    post(
        "/conversations/{id}/cancel",
        "/conversations/{mid_year}/cancel",
        January,
        does!(Schedule),
        Sent::Form(
            "/conversations/{mid_year}/cancel",
            &[("reason", "Both are ill")],
        ),
    ),
    post(
        "/conversations/{id}/preparation",
        "/conversations/{mid_year}/preparation",
        January,
        does!(Prepare),
        Sent::Form("/conversations/{mid_year}", &[("act", "save")]),
    ),
    post(
        "/conversations/{id}/notes",
        "/conversations/{mid_year}/notes",
        January,
        does!(SayWeMet),
        Sent::Form("/conversations/{mid_year}", &[("act", "save")]),
    ),
    post(
        "/conversations/{id}/promises",
        "/conversations/{mid_year}/promises",
        January,
        does!(SayWeMet),
        Sent::Form(
            "/conversations/{mid_year}",
            &[
                ("what", "Send the article"),
                ("by", "2027-02-01"),
                ("whose", "evaluator"),
                ("act", "add"),
            ],
        ),
    ),
    post(
        "/conversations/{id}/promises/{number}",
        "/conversations/{beginning}/promises/0",
        January,
        does!(KeepPromise),
        Sent::Fields(&[("act", "keep")]),
    ),
    post(
        "/conversations/{id}/met",
        "/conversations/{mid_year}/met",
        January,
        does!(SayWeMet),
        Sent::Form("/conversations/{mid_year}", &[]),
    ),
    get(
        "/teachers/{teacher}/messages/new",
        "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}",
        January,
        does!(SendMessage),
    ),
    post(
        "/teachers/{teacher}/messages/new",
        "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}",
        January,
        does!(SendMessage),
        Sent::Form(
            "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}",
            &[("act", "save")],
        ),
    ),
    get("/messages/{id}", "/messages/{message}", January, READS),
    // The end of the year.
    get(
        "/teachers/{teacher}/rationale/{about}",
        "/teachers/{teacher}/rationale/instruction",
        May,
        READS,
    ),
    post(
        "/teachers/{teacher}/rationale/{about}",
        "/teachers/{teacher}/rationale/instruction",
        May,
        does!(ShareRationale),
        Sent::Form(
            "/teachers/{teacher}/rationale/instruction",
            &[("text", "A newer wording."), ("act", "share")],
        ),
    ),
    get(
        "/teachers/{teacher}/rating",
        "/teachers/{teacher}/rating",
        May,
        READS,
    ),
    get(
        "/teachers/{teacher}/rating/share",
        "/teachers/{teacher}/rating/share",
        May,
        does!(ShareRating),
    ),
    post(
        "/teachers/{teacher}/rating/share",
        "/teachers/{teacher}/rating/share",
        May,
        does!(ShareRating),
        Sent::Form("/teachers/{teacher}/rating/share", &[]),
    ),
    get(
        "/teachers/{teacher}/rating/decision",
        "/teachers/{teacher}/rating/decision",
        NearCut,
        Rule::Year(&[&[A::ReadDecision]]),
    ),
    post(
        "/teachers/{teacher}/rating/decision",
        "/teachers/{teacher}/rating/decision",
        May,
        Rule::Year(&[&[A::ReadDecision], &[A::Decide]]),
        Sent::Fields(&[("act", "save"), ("text", "What I think so far.")]),
    ),
    post(
        "/teachers/{teacher}/rating/decision/confirm",
        "/teachers/{teacher}/rating/decision/confirm",
        NearCut,
        Rule::Year(&[&[A::ReadDecision], &[A::ConfirmDecision]]),
        Sent::Form("/teachers/{teacher}/rating/decision", &[]),
    ),
    post(
        "/teachers/{teacher}/rating/decision/send-back",
        "/teachers/{teacher}/rating/decision/send-back",
        NearCut,
        Rule::Year(&[&[A::ReadDecision], &[A::ConfirmDecision]]),
        Sent::Form(
            "/teachers/{teacher}/rating/decision",
            &[("reason", "One result is not a pattern.")],
        ),
    ),
    post(
        "/teachers/{teacher}/rating/decision/withdraw",
        "/teachers/{teacher}/rating/decision/withdraw",
        NearCut,
        Rule::Year(&[&[A::ReadDecision], &[A::Decide]]),
        Sent::Form(
            "/teachers/{teacher}/rating/decision",
            &[("reason", "Written too soon.")],
        ),
    ),
    get(
        "/teachers/{teacher}/rating.pdf",
        "/teachers/{teacher}/rating.pdf",
        Rated,
        READS,
    ),
    get(
        "/teachers/{teacher}/rating/how-it-came-about.pdf",
        "/teachers/{teacher}/rating/how-it-came-about.pdf",
        Rated,
        READS,
    ),
    get(
        "/teachers/{teacher}/rating/acknowledge",
        "/teachers/{teacher}/rating/acknowledge",
        Rated,
        does!(Receive),
    ),
    post(
        "/teachers/{teacher}/rating/acknowledge",
        "/teachers/{teacher}/rating/acknowledge",
        Rated,
        does!(Receive),
        Sent::Form("/teachers/{teacher}/rating/acknowledge", &[]),
    ),
    get(
        "/teachers/{teacher}/rating/decline",
        "/teachers/{teacher}/rating/decline",
        Rated,
        does!(Receive),
    ),
    post(
        "/teachers/{teacher}/rating/decline",
        "/teachers/{teacher}/rating/decline",
        Rated,
        does!(Receive),
        Sent::Form("/teachers/{teacher}/rating/decline", &[]),
    ),
    post(
        "/teachers/{teacher}/rating/answers",
        "/teachers/{teacher}/rating/answers",
        Rated,
        does!(AnswerRating),
        Sent::Form(
            "/teachers/{teacher}/rating",
            &[("answer", "My words beside it."), ("act", "share")],
        ),
    ),
    get(
        "/teachers/{teacher}/recommendation",
        "/teachers/{teacher}/recommendation",
        Rated,
        READS,
    ),
    post(
        "/teachers/{teacher}/recommendation",
        "/teachers/{teacher}/recommendation",
        Rated,
        does!(Recommend),
        Sent::Form(
            "/teachers/{teacher}/recommendation",
            &[("reasons", "A year of growth."), ("act", "share")],
        ),
    ),
];
