//! Refusals about pages of the library.

use super::{Case, too_long};
use crate::acts::*;
use crate::larkspur::*;
use domain::library::{Attachment, Command as Library, FileKind, MOST_FILES, Page, Readers};
use domain::text::{Field, LONGEST};
use domain::{Command, Refusal};
use policy::Text;

fn decline(reason: &str) -> Command {
    Command::Library(Library::Decline {
        reason: reason.into(),
    })
}

fn proposed(change: impl FnOnce(&mut Page)) -> Command {
    let mut page = page();
    change(&mut page);
    propose("disagreeing", page)
}

fn refused(change: impl FnOnce(&mut Page)) -> Result<Vec<domain::Happened>, Refusal> {
    larkspur().when(RUTH, &library_page("disagreeing"), proposed(change))
}

/// Ruth proposes a page that began as an answer.
fn answered(
    names_seen: bool,
    change: impl FnOnce(&mut Page),
) -> Result<Vec<domain::Happened>, Refusal> {
    let id = domain::library::of_answer("0a1b");
    let mut page = page();
    change(&mut page);
    let mut command = propose(&id, page);
    if let Command::Library(Library::Propose {
        names_seen: seen, ..
    }) = &mut command
    {
        *seen = names_seen;
    }
    larkspur().when(RUTH, &library_page(&id), command)
}

/// Ruth proposed another text.
fn waiting() -> Larkspur {
    larkspur().given(RUTH, &library_page("disagreeing"), proposed(|_| {}))
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "a second proposal for one page",
            Refusal::ProposalWaits,
            || {
                waiting().when(
                    DESMOND,
                    &library_page("disagreeing"),
                    proposed(|page| page.title.en = "Other".into()),
                )
            },
        ),
        (
            "publishing where nothing waits",
            Refusal::NoProposal,
            || {
                larkspur().when(
                    RUTH,
                    &library_page("disagreeing"),
                    Command::Library(Library::Publish),
                )
            },
        ),
        ("publishing one's own text", Refusal::OwnProposal, || {
            waiting().when(
                RUTH,
                &library_page("disagreeing"),
                Command::Library(Library::Publish),
            )
        }),
        (
            "taking another's proposal back",
            Refusal::NotYourProposal,
            || {
                waiting().when(
                    DESMOND,
                    &library_page("disagreeing"),
                    Command::Library(Library::Withdraw),
                )
            },
        ),
        (
            "declining without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || waiting().when(DESMOND, &library_page("disagreeing"), decline(" ")),
        ),
        (
            "going back to a text that the pack does not have",
            Refusal::NotInPack,
            || {
                larkspur().when(
                    RUTH,
                    &library_page("who-covers"),
                    back_to_pack("who-covers"),
                )
            },
        ),
        (
            "going back to the pack's text that stands already",
            Refusal::NothingChanged,
            || {
                larkspur().when(
                    RUTH,
                    &library_page("disagreeing"),
                    back_to_pack("disagreeing"),
                )
            },
        ),
        (
            "proposing what the page says already",
            Refusal::NothingChanged,
            || {
                let pack = adopted().pack().unwrap();
                let same = domain::library::of_pack(pack, "disagreeing").unwrap();
                larkspur().when(
                    RUTH,
                    &library_page("disagreeing"),
                    propose("disagreeing", same),
                )
            },
        ),
        (
            "a page under no topic of the pack",
            Refusal::NoSuchTopic,
            || refused(|page| page.topic = "gossip".into()),
        ),
        ("a page without readers", Refusal::NoAudience, || {
            refused(|page| page.audience.clear())
        }),
        (
            "HTML in a page",
            Refusal::CannotBeShown {
                language: "es".into(),
                line: 3,
                what: "<b>".into(),
            },
            || refused(|page| page.body.es = "Uno.\n\nDos <b>tres</b>.".into()),
        ),
        (
            "a date that the pack does not have",
            Refusal::CannotBeShown {
                language: "en".into(),
                line: 1,
                what: "{{date CAL-NONE}}".into(),
            },
            || refused(|page| page.body.en = "By {{date CAL-NONE}}.".into()),
        ),
        (
            "a page with too many files",
            Refusal::TooManyFiles { most: MOST_FILES },
            || refused(|page| page.files = vec![file(); MOST_FILES + 1]),
        ),
        (
            "a page without a text in one language",
            Refusal::Empty { field: Field::Page },
            || refused(|page| page.body.es = " ".into()),
        ),
        (
            "a page with a text that is too long",
            Refusal::TooLong {
                field: Field::Page,
                longest: LONGEST,
            },
            || refused(|page| page.body.en = too_long()),
        ),
        (
            "a page with a long title",
            Refusal::TooLong {
                field: Field::Title,
                longest: 120,
            },
            || refused(|page| page.title.en = "a".repeat(121)),
        ),
        (
            "a page without a sentence about it",
            Refusal::Empty {
                field: Field::Summary,
            },
            || refused(|page| page.summary = Text::default()),
        ),
        (
            "a proposal without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || {
                let Command::Library(Library::Propose {
                    year, page, change, ..
                }) = proposed(|_| {})
                else {
                    unreachable!("it proposes")
                };
                let reason = String::new();
                larkspur().when(
                    RUTH,
                    &library_page("disagreeing"),
                    Command::Library(Library::Propose {
                        year,
                        page,
                        change,
                        reason,
                        names_seen: false,
                    }),
                )
            },
        ),
        ("a page at no address", Refusal::NoSuchThing, || {
            larkspur().when(RUTH, &library_page("New"), propose("New", page()))
        }),
        (
            "an answer's page that names somebody",
            Refusal::NamesInText {
                names: "Castellano".into(),
            },
            || {
                answered(false, |page| {
                    page.body.es = "Como Castellano lo supo.".into()
                })
            },
        ),
        (
            "a page of a year without a pack",
            Refusal::NoSchoolYear,
            || {
                let year = None;
                Larkspur { year, ..larkspur() }.when(
                    RUTH,
                    &library_page("disagreeing"),
                    proposed(|_| {}),
                )
            },
        ),
    ]
}

/// Refusals of files, which are told from their bytes before anything is proposed.
pub const FILES: [&str; 2] = ["file-too-large", "file-kind"];

fn file() -> Attachment {
    Attachment {
        name: "a.pdf".into(),
        kind: FileKind::Pdf,
        size: 8,
        digest: "00".repeat(32),
    }
}

#[test]
fn what_is_published_is_shown_until_the_packs_text_returns() {
    let stream = library_page("disagreeing");
    let at = |larkspur: &Larkspur| {
        let pack = adopted().pack().unwrap();
        let domain::State::Library(entry) = larkspur.state(&stream) else {
            unreachable!("a page")
        };
        let entries = [("disagreeing".to_owned(), entry)].into();
        let shelf = domain::library::shelf(pack, &entries);
        let shown = shelf.page("disagreeing").unwrap();
        (shown.page.title.en.clone(), shown.version)
    };
    let first = at(&larkspur());
    let proposed = waiting();
    assert_eq!(at(&proposed), first, "a proposal is no publication");
    let published = proposed.given(DESMOND, &stream, Command::Library(Library::Publish));
    assert_eq!(at(&published), ("Ways to disagree".to_owned(), 2));
    let back = published
        .given(DESMOND, &stream, back_to_pack("disagreeing"))
        .given(RUTH, &stream, Command::Library(Library::Publish));
    assert_eq!(at(&back), (first.0, 3));
}

#[test]
fn a_page_of_the_offices_own_stands_after_the_packs() {
    let stream = library_page("who-covers");
    let larkspur = larkspur()
        .given(RUTH, &stream, propose("who-covers", page()))
        .given(DESMOND, &stream, Command::Library(Library::Publish));
    let domain::State::Library(entry) = larkspur.state(&stream) else {
        unreachable!("a page")
    };
    let pack = adopted().pack().unwrap();
    let shelf = domain::library::shelf(pack, &[("who-covers".to_owned(), entry)].into());
    assert_eq!(shelf.pages.len(), pack.library.pages.len() + 1);
    assert_eq!(shelf.pages.last().unwrap().id, "who-covers");
    assert_eq!(
        shelf.pages.last().unwrap().page.audience,
        [Readers::Everybody]
    );
}

#[test]
fn an_answers_page_is_proposed_without_names_or_when_they_were_seen() {
    let named = |page: &mut Page| page.title.en = "What Desmond said".into();
    assert!(answered(false, |_| {}).is_ok());
    assert!(answered(false, named).is_err());
    assert!(answered(true, named).is_ok());
    // Another page may say whom to ask.
    assert!(refused(named).is_ok());
}
