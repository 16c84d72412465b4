//! Questions: asking, answering, and who answers what.

use super::{get, post};
use crate::access::table::{Line, Rule, Sent};
use crate::lived::Day::January;
use access::Action as A;

const ASKED: Rule = Rule::Question(&[&[A::ReadQuestion]]);
const NAMES: Rule = Rule::House(A::KeepContacts);

pub const LINES: &[Line] = &[
    get("/questions", "/questions", January, Rule::SignedIn),
    get("/questions/new", "/questions/new", January, Rule::SignedIn),
    get(
        "/questions/{id}/draft",
        "/questions/{fresh}/draft",
        January,
        Rule::SignedIn,
    ),
    post(
        "/questions/{id}/draft",
        "/questions/{fresh}/draft",
        January,
        Rule::SignedIn,
        Sent::Fields(&[("topic", "other"), ("text", "How?"), ("act", "save")]),
    ),
    post(
        "/questions/likely",
        "/questions/likely",
        January,
        Rule::SignedIn,
        Sent::Fields(&[("text", "How is a rating decided?")]),
    ),
    get("/questions/{id}", "/questions/{question}", January, ASKED),
    post(
        "/questions/{id}/answer",
        "/questions/{question}/answer",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::AnswerQuestion]]),
        Sent::Form(
            "/questions/{question}",
            &[("answer", "See section 3."), ("act", "send")],
        ),
    ),
    post(
        "/questions/{id}/ask-on",
        "/questions/{question}/ask-on",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::FollowUp]]),
        Sent::Form(
            "/questions/{question}",
            &[("more", "And for grade 2?"), ("act", "send")],
        ),
    ),
    post(
        "/questions/{id}/close",
        "/questions/{question}/close",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::CloseQuestion]]),
        Sent::Form("/questions/{question}", &[]),
    ),
    get(
        "/questions/{id}/pass-on",
        "/questions/{question}/pass-on",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::AnswerQuestion]]),
    ),
    post(
        "/questions/{id}/pass-on",
        "/questions/{question}/pass-on",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::AnswerQuestion]]),
        Sent::Form(
            "/questions/{question}/pass-on",
            &[("to", "{partner}"), ("reason", "It is about status.")],
        ),
    ),
    post(
        "/questions/{id}/library",
        "/questions/{question}/library",
        January,
        Rule::Question(&[&[A::ReadQuestion], &[A::AnswerQuestion], &[A::ProposePage]]),
        Sent::Form("/questions/{question}", &[]),
    ),
    get(
        "/questions/office",
        "/questions/office",
        January,
        Rule::Answers,
    ),
    get("/questions/contacts", "/questions/contacts", January, NAMES),
    post(
        "/questions/contacts",
        "/questions/contacts",
        January,
        NAMES,
        Sent::Form(
            "/questions/contacts",
            &[("topic", "ratings"), ("person", "1002@district.example")],
        ),
    ),
    post(
        "/questions/contacts/end",
        "/questions/contacts/end",
        January,
        NAMES,
        Sent::Form("/questions/contacts", &[]),
    ),
    post(
        "/questions/cover",
        "/questions/cover",
        January,
        NAMES,
        Sent::Form(
            "/questions/contacts",
            &[
                ("away", "1002@district.example"),
                ("instead", "1001@district.example"),
                ("from", "2027-02-01"),
                ("to", "2027-02-03"),
            ],
        ),
    ),
    post(
        "/questions/cover/end",
        "/questions/cover/end",
        January,
        NAMES,
        Sent::Form("/questions/contacts", &[]),
    ),
];
