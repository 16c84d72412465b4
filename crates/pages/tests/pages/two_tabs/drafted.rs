//! Texts that are drafted, on two pages without scripts: the later save overwrites nothing, shows both texts and lets
//! their author choose; a field that nobody touched undoes nothing; and nothing is shared that its page did not show.

use super::{FIRST, LATER, form, has, send};
use crate::access::walk::fill;
use crate::browser::Form;
use crate::larkspur::Answer;
use crate::lived::{Day, Lived, Role};
use axum::http::StatusCode;

/// A form whose texts are drafts.
struct Drafted {
    name: &'static str,
    day: Day,
    role: Role,
    page: &'static str,
    to: &'static str,
    field: &'static str,
    /// What shares it from this page, if anything does.
    share: &'static [(&'static str, &'static str)],
}

const FORMS: &[Drafted] = &[
    Drafted {
        name: "a lesson",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/observations/{fresh}/draft",
        to: "/teachers/{teacher}/observations/{fresh}/draft",
        field: "text.I.6",
        share: &[],
    },
    Drafted {
        name: "the line of a lesson",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/observations/{fresh}/draft",
        to: "/teachers/{teacher}/observations/{fresh}/draft",
        field: "focus",
        share: &[],
    },
    Drafted {
        name: "an answer to a lesson",
        day: Day::January,
        role: Role::Teacher,
        page: "/observations/{lesson}",
        to: "/observations/{lesson}/answers",
        field: "answer",
        share: &[("act", "share")],
    },
    Drafted {
        name: "professionalism",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/professionalism/mid-year",
        to: "/teachers/{teacher}/professionalism/mid-year",
        field: "mid-year.text.P.1",
        share: &[],
    },
    Drafted {
        name: "a measure",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/measures?enter=collective",
        to: "/teachers/{teacher}/measures",
        field: "collective.source",
        share: &[("collective.percent", "60"), ("act", "enter")],
    },
    Drafted {
        name: "goals",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/measures?enter=goals",
        to: "/teachers/{teacher}/measures",
        field: "goals.title.1",
        share: &[("act", "enter")],
    },
    Drafted {
        name: "a preparation",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/preparation",
        field: "preparation.m.prepare.t1",
        share: &[("act", "share")],
    },
    Drafted {
        name: "a note",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/notes",
        field: "note",
        share: &[],
    },
    Drafted {
        name: "one's own note",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/notes",
        field: "private",
        share: &[],
    },
    Drafted {
        name: "a promise",
        day: Day::January,
        role: Role::Teacher,
        page: "/conversations/{mid_year}",
        to: "/conversations/{mid_year}/promises",
        field: "what",
        share: &[],
    },
    Drafted {
        name: "a letter",
        day: Day::January,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}",
        to: "/teachers/{teacher}/messages/new",
        field: "body",
        share: &[("act", "send")],
    },
    Drafted {
        name: "a rationale",
        day: Day::May,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/rationale/instruction",
        to: "/teachers/{teacher}/rationale/instruction",
        field: "text",
        share: &[("act", "share")],
    },
    Drafted {
        name: "an answer to the rating",
        day: Day::Rated,
        role: Role::Teacher,
        page: "/teachers/{teacher}/rating",
        to: "/teachers/{teacher}/rating/answers",
        field: "answer",
        share: &[("act", "share")],
    },
    Drafted {
        name: "a recommendation",
        day: Day::Rated,
        role: Role::Evaluator,
        page: "/teachers/{teacher}/recommendation",
        to: "/teachers/{teacher}/recommendation",
        field: "reasons",
        share: &[("act", "recommend")],
    },
];

/// One of them in a year that was lived.
struct Open<'l> {
    lived: &'l Lived,
    it: &'l Drafted,
    page: String,
    to: String,
}

impl Open<'_> {
    async fn tab(&self) -> Form {
        form(
            self.lived,
            self.it.role,
            &self.page,
            &self.to,
            self.it.field,
        )
        .await
    }

    /// What is kept: what a page that is opened now shows in the field.
    async fn kept(&self) -> String {
        value(&self.tab().await, self.it.field)
    }

    async fn press(&self, tab: &Form, act: &str) -> Answer {
        let mut tab = tab.clone();
        tab.fill_first("act", act);
        send(self.lived, self.it.role, &tab).await
    }

    async fn type_and_press(&self, tab: &Form, text: &str, act: &str) -> Answer {
        let mut tab = tab.clone();
        tab.fill_first(self.it.field, text);
        self.press(&tab, act).await
    }

    fn saved(&self, answer: &Answer) {
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{}: {}",
            self.it.name,
            answer.read()
        );
    }

    /// The page that came back with both texts, as a form.
    fn asked(&self, answer: &Answer, texts: [&str; 2]) -> Form {
        let name = self.it.name;
        assert_eq!(
            answer.status,
            StatusCode::CONFLICT,
            "{name}: {} {}",
            answer.location,
            answer.read()
        );
        for text in texts {
            assert!(has(answer, text), "{name}: “{text}” is lost");
        }
        assert!(has(answer, "Both are below; nothing is lost."), "{name}");
        Form::all(&answer.text())
            .into_iter()
            .find(|form| {
                let controls = &mut form.controls.iter();
                controls.any(|control| control.name == self.it.field)
            })
            .unwrap_or_else(|| panic!("{name}: no form to go on with"))
    }

    /// The name under which the field is kept, from the buttons of the choice.
    fn choice(&self, asked: &Form, begins: &str) -> Option<String> {
        let buttons = asked.controls.iter().filter(|it| it.kind == "button");
        buttons
            .map(|button| button.value.clone())
            .find(|value| value.starts_with(begins))
    }
}

fn value(form: &Form, field: &str) -> String {
    let controls = &mut form.controls.iter();
    controls
        .find(|control| control.name == field)
        .map(|control| control.value.trim().to_owned())
        .unwrap_or_default()
}

#[tokio::test]
async fn the_later_save_overwrites_nothing_and_its_author_chooses() {
    for it in FORMS {
        let lived = Lived::on(it.day).await;
        let things = &lived.records[0];
        let open = Open {
            lived: &lived,
            it,
            page: fill(&lived, it.page, things).await,
            to: fill(&lived, it.to, things).await,
        };
        let name = it.name;
        let (one, two) = (open.tab().await, open.tab().await);
        open.saved(&open.type_and_press(&one, FIRST, "save").await);
        assert_eq!(open.kept().await, FIRST, "{name}");
        // Sent twice, it is saved once and asks nothing.
        open.saved(&open.type_and_press(&one, FIRST, "save").await);
        open.saved(&open.press(&two, "save").await);
        assert_eq!(
            open.kept().await,
            FIRST,
            "{name}: an untouched page undid it"
        );

        let answer = open.type_and_press(&two, LATER, "save").await;
        assert_eq!(open.kept().await, FIRST, "{name}: overwritten");
        let asked = open.asked(&answer, [FIRST, LATER]);
        assert_eq!(value(&asked, it.field), LATER, "{name}");
        let take = open.choice(&asked, "take.").unwrap();
        open.saved(&open.press(&asked, &take).await);
        assert_eq!(open.kept().await, FIRST, "{name}: the saved one was chosen");

        let is_prose = asked
            .controls
            .iter()
            .any(|control| control.name == it.field && control.kind == "textarea");
        let both = open.choice(&asked, "both.");
        assert_eq!(both.is_some(), is_prose, "{name}");
        if let Some(both) = both {
            open.saved(&open.press(&asked, &both).await);
            let kept = open.kept().await;
            assert!(
                kept.contains(FIRST) && kept.contains(LATER),
                "{name}: {kept}"
            );
        }

        let answer = open.type_and_press(&two, LATER, "save").await;
        let asked = open.asked(&answer, [FIRST, LATER]);
        // While its author reads, yet another page saves.
        open.saved(
            &open
                .type_and_press(&open.tab().await, "A third one.", "save")
                .await,
        );
        let answer = open.press(&asked, "save").await;
        let asked = open.asked(&answer, ["A third one.", LATER]);
        open.saved(&open.press(&asked, "save").await);
        assert_eq!(open.kept().await, LATER, "{name}: one's own was chosen");
    }
}

#[tokio::test]
async fn nothing_is_shared_over_a_text_that_its_page_did_not_show() {
    for it in FORMS.iter().filter(|it| !it.share.is_empty()) {
        let lived = Lived::on(it.day).await;
        let things = &lived.records[0];
        let open = Open {
            lived: &lived,
            it,
            page: fill(&lived, it.page, things).await,
            to: fill(&lived, it.to, things).await,
        };
        let two = open.tab().await;
        open.saved(&open.type_and_press(&open.tab().await, FIRST, "save").await);
        let before = lived.kept().await;
        for text in [Some(LATER), None] {
            let mut shared = two.clone();
            if let Some(text) = text {
                shared.fill_first(it.field, text);
            }
            for (name, value) in it.share {
                shared.fill_first(name, value);
            }
            let answer = send(&lived, it.role, &shared).await;
            open.asked(&answer, [FIRST, text.unwrap_or_default()]);
        }
        assert_eq!(open.kept().await, FIRST, "{}", it.name);
        assert_eq!(before.entries, lived.kept().await.entries, "{}", it.name);
    }
}

#[tokio::test]
async fn a_text_begun_anew_is_another_text_whatever_its_number() {
    let lived = Lived::on(Day::January).await;
    let it = FORMS
        .iter()
        .find(|it| it.name == "an answer to a lesson")
        .unwrap();
    let things = &lived.records[0];
    let open = Open {
        lived: &lived,
        it,
        page: fill(&lived, it.page, things).await,
        to: fill(&lived, it.to, things).await,
    };
    open.saved(&open.type_and_press(&open.tab().await, FIRST, "save").await);
    let old = open.tab().await;
    open.saved(&open.press(&open.tab().await, "share").await);
    // What was shared leaves nothing begun, also when its page is sent again.
    open.saved(&open.press(&old, "save").await);
    assert_eq!(open.kept().await, "");
    open.saved(
        &open
            .type_and_press(&open.tab().await, "Begun anew.", "save")
            .await,
    );
    let answer = open.type_and_press(&old, LATER, "save").await;
    open.asked(&answer, ["Begun anew.", LATER]);
}

#[tokio::test]
async fn a_page_whose_revision_is_gone_is_asked() {
    let lived = Lived::on(Day::January).await;
    let it = FORMS.iter().find(|it| it.name == "a lesson").unwrap();
    let things = &lived.records[0];
    let open = Open {
        lived: &lived,
        it,
        page: fill(&lived, it.page, things).await,
        to: fill(&lived, it.to, things).await,
    };
    open.saved(&open.type_and_press(&open.tab().await, FIRST, "save").await);
    let old = open.tab().await;
    for number in 0..=record::MOST_REVISIONS {
        let text = format!("Text {number}.");
        open.saved(&open.type_and_press(&open.tab().await, &text, "save").await);
    }
    let answer = open.type_and_press(&old, LATER, "save").await;
    open.asked(&answer, ["Text 50.", LATER]);
    open.saved(&open.press(&old, "save").await);
    assert_eq!(open.kept().await, "Text 50.");
}

#[tokio::test]
async fn what_a_page_filled_in_by_itself_undoes_nothing() {
    let lived = Lived::on(Day::January).await;
    let things = &lived.records[0];
    let page = fill(&lived, FORMS[0].page, things).await;
    let tab = async || form(&lived, Role::Evaluator, &page, &page, "on").await;
    let (mut one, mut two) = (tab().await, tab().await);
    assert_eq!(value(&two, "on"), "2027-01-14", "today stands there");
    one.fill_first("on", "2027-01-11");
    one.fill_first("act", "save");
    two.fill_first("focus", "The second page's own words");
    two.fill_first("act", "save");
    for page in [&one, &two] {
        let saved = send(&lived, Role::Evaluator, page).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.read());
    }
    let now = tab().await;
    assert_eq!(value(&now, "on"), "2027-01-11");
    assert_eq!(value(&now, "focus"), "The second page's own words");
}

#[tokio::test]
async fn adding_a_note_leaves_alone_what_another_page_began() {
    let lived = Lived::on(Day::January).await;
    let things = &lived.records[0];
    let page = fill(&lived, "/conversations/{mid_year}", things).await;
    let to = format!("{page}/notes");
    let tab = async || form(&lived, Role::Teacher, &page, &to, "note").await;
    let (mut one, mut two) = (tab().await, tab().await);
    one.fill_first("note", FIRST);
    one.fill_first("act", "save");
    two.fill_first("note", LATER);
    two.fill_first("act", "add");
    for page in [&one, &two] {
        let saved = send(&lived, Role::Teacher, page).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.read());
    }
    assert_eq!(value(&tab().await, "note"), FIRST);
    assert!(has(&lived.get(Role::Teacher, &page).await, LATER));
    // What was begun and is added is no longer begun.
    let mut three = tab().await;
    three.fill_first("act", "add");
    send(&lived, Role::Teacher, &three).await;
    assert_eq!(value(&tab().await, "note"), "");
}
