//! The status over the years, and ratings of earlier years.

use super::{get, post};
use crate::access::table::{Line, Rule, Sent};
use crate::lived::Day::{January, Rated};
use access::Action as A;

const READS: Rule = Rule::Year(&[&[A::ReadStatus]]);
const IMPORTS: Rule = Rule::House(A::ImportEarlierRatings);

pub const LINES: &[Line] = &[
    get(
        "/teachers/{teacher}/status",
        "/teachers/{teacher}/status",
        January,
        READS,
    ),
    post(
        "/teachers/{teacher}/status",
        "/teachers/{teacher}/status",
        January,
        Rule::Year(&[&[A::ReadStatus], &[A::StateStatus]]),
        Sent::Form(
            "/teachers/{teacher}/status",
            &[("note", "Please ask me."), ("act", "state")],
        ),
    ),
    post(
        "/teachers/{teacher}/status/answers",
        "/teachers/{teacher}/status/answers",
        Rated,
        Rule::Year(&[&[A::ReadStatus], &[A::AnswerStatus]]),
        Sent::Form(
            "/teachers/{teacher}/status",
            &[("answer", "I was on leave."), ("act", "share")],
        ),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/status/{teacher}.2026-27",
        Rated,
        READS,
    ),
    Line {
        method: "PUT",
        route: "/drafts/{kind}/{key}/{field}",
        at: "/drafts/status/{teacher}.2026-27/answer",
        day: Rated,
        rule: READS,
        sent: Sent::Fields(&[("answer", "Words of my own"), ("version", "0")]),
    },
    get(
        "/schools/{school}/status",
        "/schools/{school}/status",
        January,
        Rule::Status,
    ),
    get("/status/import", "/status/import", January, IMPORTS),
    post(
        "/status/import",
        "/status/import",
        January,
        IMPORTS,
        Sent::Nothing,
    ),
    get(
        "/status/import/template.csv",
        "/status/import/template.csv",
        January,
        IMPORTS,
    ),
    get(
        "/status/import/{reading}",
        "/status/import/{ratings}",
        January,
        IMPORTS,
    ),
    post(
        "/status/import/apply",
        "/status/import/apply",
        January,
        IMPORTS,
        Sent::Form("/status/import/{ratings}", &[]),
    ),
];
