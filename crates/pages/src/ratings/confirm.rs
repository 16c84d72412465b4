//! Pages that spell out what an act on a rating means before it is done: share, acknowledge, decline.

use super::page::crumbs;
use super::{Basis, address};
use crate::components::{
    FieldError, PageHead, Shape, Tone, acts, button_main, error_summary, form, link_plain,
    page_head, row, rows, section, state,
};
use crate::refusals;
use crate::visitor::{Sheet, form_key};
use domain::ratings::Standing;
use domain::ratings::calculation::{Outcome, outcome};
use domain::ratings::trace::Trace;
use domain::{Kind, Refusal};
use maud::{Markup, html};

/// Which act is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Share,
    Acknowledge,
    Decline,
}

impl Act {
    fn path(self) -> &'static str {
        match self {
            Self::Share => "/share",
            Self::Acknowledge => "/acknowledge",
            Self::Decline => "/decline",
        }
    }

    /// The middle of its keys in the texts.
    fn word(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Acknowledge => "acknowledge",
            Self::Decline => "decline",
        }
    }

    /// How many consequences its page lists.
    fn consequences(self) -> u8 {
        match self {
            Self::Share => 4,
            Self::Acknowledge | Self::Decline => 3,
        }
    }
}

/// The page, with the refusal where the act was tried and not done.
pub fn page(basis: &Basis<'_>, act: Act, refusal: Option<&Refusal>) -> Markup {
    let words = basis.words;
    let teacher = basis.record.teacher;
    let say = |part: &str| words.say(&format!("rating-{}-{part}", act.word()));
    let title = match act {
        Act::Share => words.with(
            "rating-share-title",
            &[("name", basis.full(teacher).into())],
        ),
        _ => say("title"),
    };
    let version = basis.record.version(&basis.record.one(Kind::Rating).0);
    let errors: Vec<FieldError> = refusal
        .iter()
        .map(|it| FieldError {
            field: "what-it-means".to_owned(),
            text: refusals::sentence(words, it),
        })
        .collect();
    let consequences = (1..=act.consequences()).map(|n| {
        let line = words.say(&format!("rating-{}-means-{n}", act.word()));
        row(state(Shape::Disc, Tone::Plain, line), None, None)
    });
    let head = PageHead {
        crumbs: crumbs(basis),
        title: title.clone(),
        lead: Some(lead(basis, act)),
        ..PageHead::default()
    };
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &head))
        (section("what-it-means", words.say("rating-what-it-means"), None, html! {
            (rows(consequences))
            (form(&address(teacher, act.path()), &form_key(Some(version)), acts([
                button_main(say("button")),
                link_plain(&address(teacher, ""), words.say("rating-back")),
            ])))
        }))
    };
    let room = if basis.own() { "my-year" } else { "caseload" };
    basis.visitor.page(Sheet {
        room,
        title,
        body,
        footer: None,
    })
}

fn lead(basis: &Basis<'_>, act: Act) -> Markup {
    let words = basis.words;
    if act != Act::Share {
        return html! { (words.say(&format!("rating-{}-lead", act.word()))) };
    }
    let outcome = outcome(&basis.record.rating_inputs(basis.pack), basis.pack);
    let standing = basis.record.decision.standing(&outcome);
    let is = |rating: &str, trace: &Trace| {
        html! {
            (words.with("rating-share-lead", &[
                ("rating", basis.rating(rating).into()),
                ("points", words.decimal(&trace.composite.shown).into()),
            ]))
        }
    };
    match (&outcome, standing) {
        (Outcome::Rated { rating, trace }, _) => is(rating, trace),
        (Outcome::DecisionRequired { trace, .. }, Standing::Confirmed(choice, _)) => {
            is(&choice.rating, trace)
        }
        (Outcome::DecisionRequired { lower, upper, .. }, _) => html! {
            (words.with("rating-share-decision", &[("lower", basis.rating(lower).into()), ("upper", basis.rating(upper).into())]))
        },
        (Outcome::NotCalculable { .. }, _) => html! { (words.say("rating-preview-missing")) },
    }
}
