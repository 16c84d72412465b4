//! The toolkit: read by everybody, kept by the office.

use super::{get, post};
use crate::access::table::{Line, Rule, Sent};
use crate::lived::Day::January;
use access::Action as A;

const PROPOSES: Rule = Rule::House(A::ProposePage);
const REVIEWS: Rule = Rule::House(A::ReviewPage);

pub const LINES: &[Line] = &[
    get("/library", "/library", January, Rule::SignedIn),
    get("/library", "/library?q=apeal", January, Rule::SignedIn),
    get("/library/new", "/library/new", January, PROPOSES),
    post(
        "/library/new",
        "/library/new",
        January,
        PROPOSES,
        Sent::Form("/library/new", &[("title", "Who covers for whom")]),
    ),
    get("/library/reviews", "/library/reviews", January, REVIEWS),
    get(
        "/library/{page}",
        "/library/disagreeing",
        January,
        Rule::SignedIn,
    ),
    get(
        "/library/{page}/edit",
        "/library/disagreeing/edit",
        January,
        PROPOSES,
    ),
    post(
        "/library/{page}/edit",
        "/library/conversation-guide/edit",
        January,
        PROPOSES,
        Sent::Form(
            "/library/conversation-guide/edit",
            &[
                ("title.en", "Guide to both conversations"),
                ("reason", "Shorter"),
                ("act", "propose"),
            ],
        ),
    ),
    post(
        "/library/{page}/files",
        "/library/conversation-guide/files",
        January,
        PROPOSES,
        Sent::Nothing,
    ),
    post(
        "/library/{page}/files/remove",
        "/library/disagreeing/files/remove",
        January,
        PROPOSES,
        Sent::Form("/library/disagreeing/edit", &[]),
    ),
    get(
        "/library/{page}/files/{digest}",
        "/library/disagreeing/files/{form}",
        January,
        Rule::SignedIn,
    ),
    get(
        "/library/{page}/review",
        "/library/rationale-samples/review",
        January,
        REVIEWS,
    ),
    post(
        "/library/{page}/review",
        "/library/rationale-samples/review",
        January,
        REVIEWS,
        Sent::Form("/library/rationale-samples/review", &[("act", "publish")]),
    ),
    get(
        "/history/{kind}/{key}",
        "/history/library/2026-27.disagreeing",
        January,
        PROPOSES,
    ),
    Line {
        method: "PUT",
        route: "/drafts/{kind}/{key}/{field}",
        at: "/drafts/library/2026-27.disagreeing/body.en",
        day: January,
        rule: PROPOSES,
        sent: Sent::Fields(&[("body.en", "Words of my own"), ("version", "0")]),
    },
];
