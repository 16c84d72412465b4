//! A round of feedback: what is kept of answers, what of it is published, and the names in texts.

use crate::larkspur::*;
use domain::feedback::published::black_out;
use domain::feedback::{
    Answer, BLACK, Command, Gathered, Names, Round, Screened, Stage, Verdict, accept, rounds,
    stream,
};
use domain::people::school::{School, SchoolParticulars};
use domain::people::{Directory, Name, Particulars, Person};
use domain::{Event, PersonId, Refusal, SchoolId, feedback};
use jiff::civil::date;
use policy::Audience;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const CLOSED: jiff::civil::Date = date(2026, 10, 20);

pub fn beginning() -> Round<'static> {
    static YEAR: std::sync::OnceLock<domain::school_year::SchoolYear> = std::sync::OnceLock::new();
    rounds(YEAR.get_or_init(school_year))[0]
}

/// An answer with the label of this number to each question.
pub fn answer(audience: Audience, label: usize, text: &str) -> Answer {
    let sheet = beginning().of.sheet(audience).unwrap();
    let marks = sheet.questions.iter().map(|question| {
        let label = label % question.labels.len();
        (question.id.clone(), question.labels[label].id.clone())
    });
    Answer {
        marks: marks.collect(),
        text: text.into(),
    }
}

fn gathered(answers: impl IntoIterator<Item = (usize, String)>) -> Gathered {
    let mut gathered = Gathered::default();
    for (number, (label, text)) in answers.into_iter().enumerate() {
        assert!(gathered.take(
            format!("form {number}"),
            answer(Audience::Teachers, label, &text)
        ));
    }
    gathered
}

/// Larkspur on a day after the round, with these teachers' answers.
fn answered(answers: impl IntoIterator<Item = (usize, String)>) -> Larkspur {
    let mut larkspur = larkspur().on(CLOSED);
    larkspur.gathered = BTreeMap::from([(Audience::Teachers, gathered(answers))]);
    larkspur
}

fn publish(screened: Vec<Screened>) -> domain::Command {
    let year = year();
    domain::Command::Feedback(Command::Publish { year, screened })
}

fn screened(place: usize, verdict: Verdict) -> Screened {
    Screened {
        audience: Audience::Teachers,
        place,
        verdict,
    }
}

fn published(larkspur: &Larkspur, screened: Vec<Screened>) -> feedback::Published {
    let round = stream(&year(), "beginning");
    let happened = larkspur.when(RUTH, &round, publish(screened)).unwrap();
    let [one] = happened.as_slice() else {
        panic!("{happened:?}")
    };
    let Event::Feedback(feedback::Event::Published { published, .. }) = &one.event else {
        panic!("{one:?}")
    };
    published.clone()
}

#[test]
fn a_round_opens_the_day_after_its_window_and_counts_its_last_day() {
    let round = beginning();
    assert_eq!(
        (round.opens, round.closes, round.smallest),
        (date(2026, 10, 3), date(2026, 10, 16), 10)
    );
    for (day, stage) in [
        (2, Stage::NotYet),
        (3, Stage::Open),
        (16, Stage::Open),
        (17, Stage::Closed),
    ] {
        assert_eq!(round.stage(date(2026, 10, day)), stage, "{day}");
    }
}

#[test]
fn a_form_that_is_sent_twice_counts_once() {
    let mut gathered = Gathered::default();
    let say = || answer(Audience::Teachers, 2, "More time.");
    assert!(gathered.take("a".into(), say()));
    assert!(!gathered.take("a".into(), say()));
    assert!(gathered.take("b".into(), say()));
    assert_eq!((gathered.answers, gathered.texts.len()), (2, 2));
    assert_eq!(gathered.count("clear", "rather_yes"), 2);
}

proptest! {
    #[test]
    fn what_is_kept_is_the_same_in_whatever_order_people_answer(
        mut answers in prop::collection::vec((0..5_usize, "[a-c ]{0,4}"), 1..30),
        seed in any::<u64>(),
    ) {
        let take = |answers: &[(usize, (usize, String))]| {
            let mut gathered = Gathered::default();
            for (form, (label, text)) in answers {
                gathered.take(format!("{form:04}"), answer(Audience::Teachers, *label, text.trim()));
            }
            serde_json::to_string(&gathered).unwrap()
        };
        let mut numbered: Vec<_> = answers.drain(..).enumerate().collect();
        let first = take(&numbered);
        let by = numbered.len() as u64;
        numbered.sort_by_key(|(form, _)| (*form as u64).wrapping_mul(seed | 1) % (by * 7919));
        prop_assert_eq!(first.clone(), take(&numbered));
        numbered.reverse();
        prop_assert_eq!(first, take(&numbered));
    }

    #[test]
    fn nothing_is_published_that_says_something_about_one_person(
        labels in prop::collection::vec(0..5_usize, 0..60),
    ) {
        let page = published(&answered(labels.iter().map(|label| (*label, "Well.".to_owned()))), (0..60).map(|place| screened(place, Verdict::Show)).collect());
        let sheet = &page.sheets[0];
        let of = labels.len() as u64;
        prop_assert_eq!(sheet.answers, (of >= 10).then_some(of));
        if of < 10 {
            prop_assert!(sheet.questions.is_empty() && sheet.texts.is_empty());
        }
        for question in &sheet.questions {
            let shown: Vec<u64> = question.labels.iter().filter_map(|label| label.count).collect();
            prop_assert!(shown.iter().all(|count| (3..=of - 3).contains(count)), "{:?}", question);
            let hidden = question.labels.len() - shown.len();
            prop_assert!(hidden != 1, "{:?}", question);
            let rest = of - shown.iter().sum::<u64>();
            prop_assert!(hidden == 0 || shown.is_empty() || rest >= 3, "{:?}", question);
        }
    }
}

#[test]
fn texts_are_shown_held_back_or_blacked_out_and_stand_in_no_order_of_time() {
    let texts = [
        "Zero meetings were late.",
        "Mr Brand was kind.",
        "A note beforehand.",
        "The room was cold.",
    ];
    let answers = (0..12).map(|number| {
        (
            number,
            texts.get(number).copied().unwrap_or_default().to_owned(),
        )
    });
    let larkspur = answered(answers);
    // In the order of the alphabet: A note, Mr Brand, The room, Zero.
    let page = published(
        &larkspur,
        vec![
            screened(3, Verdict::Show),
            screened(1, Verdict::BlackOut(vec!["brand".into()])),
            screened(0, Verdict::Show),
        ],
    );
    let black: String = [BLACK; 5].iter().collect();
    assert_eq!(
        page.sheets[0].texts,
        [
            "A note beforehand.".to_owned(),
            format!("Mr {black} was kind."),
            "Zero meetings were late.".to_owned()
        ]
    );
    // Nobody decided anything: nothing passes.
    assert!(published(&larkspur, vec![]).sheets[0].texts.is_empty());
    assert_eq!(
        black_out("Ana, ANA and Susana", &["ana".into()]),
        "███, ███ and Sus███"
    );
}

#[test]
fn a_round_of_fewer_than_the_smallest_cell_publishes_that_and_nothing_else() {
    let page = published(
        &answered((0..9).map(|n| (n, format!("Text {n}.")))),
        vec![screened(0, Verdict::Show)],
    );
    assert!(page.sheets.iter().all(|sheet| sheet.answers.is_none()
        && sheet.texts.is_empty()
        && sheet.questions.is_empty()));
}

fn names() -> Names {
    let mut directory = Directory::default();
    let people = [
        ("Imani", "Castellano", ""),
        ("Desmond", "Achterberg", ""),
        ("Hollis", "Brand", ""),
        ("Thanh", "Vo", ""),
        ("José María", "Núñez-Peña", "Chema"),
        ("Robert", "May", ""),
        ("Joy", "Nakamura", ""),
    ];
    for (number, (given, family, preferred)) in people.into_iter().enumerate() {
        let name = Name {
            given: given.into(),
            family: family.into(),
            preferred_given: preferred.into(),
            ..Name::default()
        };
        let person = Person {
            particulars: Particulars {
                name,
                ..Particulars::default()
            },
            ..Person::default()
        };
        directory
            .people
            .insert(PersonId(Uuid::from_u128(number as u128)), person);
    }
    for (number, name) in [
        "Larkspur Elementary",
        "Elm Street Elementary",
        "Aspen Elementary",
    ]
    .into_iter()
    .enumerate()
    {
        let particulars = SchoolParticulars {
            name: name.into(),
            ..SchoolParticulars::default()
        };
        directory.schools.insert(
            SchoolId(Uuid::from_u128(number as u128)),
            School {
                particulars,
                ..School::default()
            },
        );
    }
    Names::of(&directory)
}

#[test]
fn names_are_found_however_they_are_written() {
    let names = names();
    for (text, found) in [
        ("Ms Castellano's notes came late", vec!["Castellano"]),
        ("ask castellano", vec!["castellano"]),
        ("CASTELLANO!", vec!["CASTELLANO"]),
        ("I liked how Imani did it.", vec!["Imani"]),
        ("con nunez-pena no", vec!["nunez", "pena"]),
        ("La profesora Núñez", vec!["Núñez"]),
        ("jose maria me ayudó", vec!["jose", "maria"]),
        ("Pregunte a Chema", vec!["Chema"]),
        ("then Rob came in", vec!["Rob"]),
        ("thanh vo said so", vec!["thanh", "vo"]),
        ("Mr. Quigley is new", vec!["Quigley"]),
        ("la Sra. Ibarra", vec!["Ibarra"]),
        ("at Larkspur it works", vec!["Larkspur"]),
        ("elm street elementary", vec!["elm", "street", "elementary"]),
        ("Brand’s office", vec!["Brand"]),
    ] {
        assert_eq!(names.find(text), found, "{text}");
    }
}

#[test]
fn ordinary_words_are_no_names() {
    let names = names();
    for text in [
        "it may be a joy to brand it so",
        "More time, please.",
        "An elementary mistake",
        "Robots in class",
        "the elm",
        "Más tiempo para preparar, y que no se repita.",
        "",
    ] {
        assert_eq!(names.find(text), Vec::<String>::new(), "{text}");
    }
}

/// For the cases of the refusals.
pub fn sent(
    on: jiff::civil::Date,
    audience: Audience,
    has_answered: bool,
    answer: Answer,
) -> Result<Vec<domain::Happened>, Refusal> {
    accept(
        &beginning(),
        audience,
        on,
        has_answered,
        answer,
        Some(&names()),
    )
    .map(|_| vec![])
}

/// When the round is published on a day by its key.
pub fn publishing(on: jiff::civil::Date, round: &str) -> Result<Vec<domain::Happened>, Refusal> {
    larkspur()
        .on(on)
        .when(RUTH, &stream(&year(), round), publish(vec![]))
}

/// When it is published a second time.
pub fn publishing_twice() -> Result<Vec<domain::Happened>, Refusal> {
    let round = stream(&year(), "beginning");
    answered([])
        .given(RUTH, &round, publish(vec![]))
        .when(RUTH, &round, publish(vec![]))
}
