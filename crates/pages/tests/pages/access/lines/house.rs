//! The house: people, the roster, the year, feedback, and what keeps the record going.

use super::{KEEPS, KNOWS_YEAR, get, post};
use crate::access::table::{Line, Rule, Sent};
use crate::lived::Day::January;
use access::Action as A;

pub const LINES: &[Line] = &[
    get("/people", "/people", January, KEEPS),
    get("/people/{person}", "/people/{teacher}", January, KEEPS),
    get(
        "/people/{person}/offices",
        "/people/{teacher}/offices",
        January,
        KEEPS,
    ),
    post(
        "/people/{person}/offices",
        "/people/{teacher}/offices",
        January,
        KEEPS,
        Sent::Form(
            "/people/{teacher}/offices",
            &[
                ("office", "performance_office"),
                ("reason", "Named by the board"),
            ],
        ),
    ),
    get(
        "/people/{person}/offices/end",
        "/people/{office}/offices/end?office=performance_office",
        January,
        KEEPS,
    ),
    post(
        "/people/{person}/offices/end",
        "/people/{office}/offices/end",
        January,
        KEEPS,
        Sent::Form(
            "/people/{office}/offices/end?office=performance_office",
            &[("reason", "Left the office")],
        ),
    ),
    get(
        "/people/{person}/evaluators",
        "/people/{teacher}/evaluators",
        January,
        KEEPS,
    ),
    post(
        "/people/{person}/evaluators",
        "/people/{teacher}/evaluators",
        January,
        KEEPS,
        Sent::Form(
            "/people/{teacher}/evaluators",
            &[
                ("evaluator", "{leader}"),
                ("begins", "2027-01-14"),
                ("reason", "A long leave"),
            ],
        ),
    ),
    get(
        "/people/{person}/evaluators/end",
        "/people/{teacher}/evaluators/end?evaluator={evaluator}",
        January,
        KEEPS,
    ),
    post(
        "/people/{person}/evaluators/end",
        "/people/{teacher}/evaluators/end",
        January,
        KEEPS,
        Sent::Form(
            "/people/{teacher}/evaluators/end?evaluator={evaluator}",
            &[("last_day", "2027-01-14"), ("reason", "A long leave")],
        ),
    ),
    get("/roster/import", "/roster/import", January, KEEPS),
    post(
        "/roster/import",
        "/roster/import",
        January,
        KEEPS,
        Sent::Nothing,
    ),
    get(
        "/roster/import/{reading}",
        "/roster/import/{reading}",
        January,
        KEEPS,
    ),
    post(
        "/roster/import/apply",
        "/roster/import/apply",
        January,
        KEEPS,
        Sent::Form("/roster/import/{reading}", &[]),
    ),
    get("/policy", "/policy", January, KNOWS_YEAR),
    get("/policy/effect", "/policy/effect", January, Rule::COMPARES),
    get("/policy/changes", "/policy/changes", January, KNOWS_YEAR),
    post(
        "/policy/changes",
        "/policy/changes",
        January,
        Rule::House(A::ProposeValues),
        Sent::Form(
            "/policy/changes/new?value=status_lose",
            &[
                ("status_lose", "3"),
                ("source", "Minutes of January"),
                ("reason", "The board asked for it"),
            ],
        ),
    ),
    get(
        "/policy/changes/new",
        "/policy/changes/new?value=cuts",
        January,
        Rule::House(A::ProposeValues),
    ),
    get(
        "/policy/changes/{number}",
        "/policy/changes/1",
        January,
        KNOWS_YEAR,
    ),
    post(
        "/policy/changes/{number}",
        "/policy/changes/1",
        January,
        Rule::House(A::AdoptPack),
        Sent::Form(
            "/policy/changes/1",
            &[("act", "decline"), ("reason", "Not voted")],
        ),
    ),
    get("/policy/values", "/policy/values", January, KNOWS_YEAR),
    get(
        "/policy/values/{question}",
        "/policy/values/cuts",
        January,
        KNOWS_YEAR,
    ),
    post(
        "/policy/values/{question}",
        "/policy/values/cuts",
        January,
        Rule::House(A::ConfirmValues),
        Sent::Form(
            "/policy/values/cuts",
            &[("value", "cuts"), ("document", "Handbook, page 14")],
        ),
    ),
    post(
        "/policy/values/{question}/back",
        "/policy/values/board/back",
        January,
        Rule::House(A::ConfirmValues),
        Sent::Form(
            "/policy/values/board",
            &[
                ("value", "date CAL-BOARD"),
                ("reason", "The board moved its meeting"),
            ],
        ),
    ),
    get("/sources", "/sources", January, KNOWS_YEAR),
    get("/year", "/year", January, Rule::House(A::EnterDays)),
    get(
        "/year/pack",
        "/year/pack",
        January,
        Rule::House(A::AdoptPack),
    ),
    post(
        "/year/pack",
        "/year/pack",
        January,
        Rule::House(A::AdoptPack),
        Sent::Form(
            "/year/pack",
            &[("pack", "leap/2027-28"), ("reason", "Voted in January")],
        ),
    ),
    get(
        "/year/days",
        "/year/days",
        January,
        Rule::House(A::EnterDays),
    ),
    post(
        "/year/days",
        "/year/days",
        January,
        Rule::House(A::EnterDays),
        Sent::Form("/year/days", &[("last", "2027-06-03")]),
    ),
    // In January a round has closed and waits to be screened.
    get("/feedback", "/feedback", January, Rule::SignedIn),
    get(
        "/feedback/{round}",
        "/feedback/2026-27.beginning",
        January,
        Rule::House(A::GiveFeedback),
    ),
    post(
        "/feedback/{round}",
        "/feedback/2026-27.beginning",
        January,
        Rule::House(A::GiveFeedback),
        Sent::Fields(&[("form_token", "late"), ("text", "Too late.")]),
    ),
    get(
        "/feedback/{round}/thanks",
        "/feedback/2026-27.beginning/thanks",
        January,
        Rule::House(A::GiveFeedback),
    ),
    post(
        "/feedback/{round}/later",
        "/feedback/2026-27.beginning/later",
        January,
        Rule::House(A::GiveFeedback),
        Sent::Fields(&[]),
    ),
    get(
        "/feedback/{round}/results",
        "/feedback/2026-27.beginning/results",
        January,
        Rule::House(A::ReadFeedback),
    ),
    get(
        "/feedback/{round}/screening",
        "/feedback/2026-27.beginning/screening",
        January,
        Rule::House(A::ScreenFeedback),
    ),
    post(
        "/feedback/{round}/screening",
        "/feedback/2026-27.beginning/screening",
        January,
        Rule::House(A::PublishFeedback),
        Sent::Form("/feedback/2026-27.beginning/screening", &[]),
    ),
    get("/outbox", "/outbox", January, Rule::House(A::ReadOutbox)),
    get("/record", "/record", January, Rule::House(A::ReadHealth)),
    post(
        "/record",
        "/record",
        January,
        Rule::House(A::ReadHealth),
        Sent::Form("/record", &[]),
    ),
    get("/health", "/health", January, Rule::Everybody),
];
