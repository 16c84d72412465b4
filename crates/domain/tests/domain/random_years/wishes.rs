//! What three people might ask for in any order, sensible or not; small numbers become dates and things when it is asked.

use crate::acts::*;
use crate::castellano::short_lesson;
use crate::larkspur::*;
use domain::conversations::{Command as Talk, ConversationKind, Promise, Slot, Whose};
use domain::measures::Measure;
use domain::observations::{Lesson, Seen};
use domain::people::{self, Office};
use domain::professionalism::{Moment, Side};
use domain::rationale::{About, Command as Rationale};
use domain::{Command, Kind, PersonId, Stream};
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

/// One step of a random year.
#[derive(Clone, Debug)]
pub enum Step {
    /// Days go by.
    Wait(u8),
    /// Somebody types without sharing; the marker makes the text findable.
    Type {
        author: PersonId,
        thing: Stream,
        field: &'static str,
        text: Typed,
    },
    Ask {
        actor: PersonId,
        stream: Stream,
        wish: Wish,
    },
}

#[derive(Clone, Debug)]
pub enum Typed {
    Words,
    Promise(Whose),
    Blanks,
    Rubbish,
}

/// A command whose dates are still relative to the day on which it is asked.
#[derive(Clone, Debug)]
pub enum Wish {
    Ready(Command),
    Lesson {
        teacher: PersonId,
        kind: String,
        back: i64,
        seen: Vec<(String, Seen)>,
    },
    Schedule {
        guide: ConversationKind,
        ahead: i64,
        minutes: u16,
        place: String,
    },
    Move {
        ahead: i64,
    },
    Postpone {
        number: usize,
        ahead: i64,
    },
    Assign {
        evaluator: PersonId,
        ahead: i64,
    },
}

fn shifted(today: Date, days: i64) -> Date {
    today.checked_add(days.days()).unwrap()
}

impl Wish {
    pub fn command(&self, today: Date) -> Command {
        match self.clone() {
            Self::Ready(command) => command,
            Self::Lesson {
                teacher,
                kind,
                back,
                seen,
            } => {
                let on = shifted(today, -back);
                let lesson = Lesson {
                    kind,
                    seen: seen.into_iter().collect(),
                    ..short_lesson(on, &[])
                };
                Command::Observation(domain::observations::Command::Share {
                    teacher,
                    year: year(),
                    lesson,
                })
            }
            Self::Schedule {
                guide,
                ahead,
                minutes,
                place,
            } => schedule(
                guide,
                Slot {
                    minutes,
                    place,
                    ..slot(shifted(today, ahead))
                },
            ),
            Self::Move { ahead } => move_to(slot(shifted(today, ahead))),
            Self::Postpone { number, ahead } => postpone(number, shifted(today, ahead)),
            Self::Assign { evaluator, ahead } => assign(evaluator, LARKSPUR, shifted(today, ahead)),
        }
    }
}

/// What a working text holds; its marker is unlike anything that is said on purpose.
pub fn typed(text: &Typed, marker: usize, today: Date) -> String {
    let what = format!("DRAFT-{marker}.");
    match text {
        Typed::Words => what,
        Typed::Promise(whose) => {
            let (whose, by, kept) = (*whose, shifted(today, 14), Some(today));
            serde_json::to_string(&Promise {
                whose,
                what,
                by,
                kept,
            })
            .unwrap()
        }
        Typed::Blanks => "  ".into(),
        Typed::Rubbish => format!("{{{what}"),
    }
}

fn anybody() -> impl Strategy<Value = PersonId> {
    select(vec![IMANI, DESMOND, DESMOND, RUTH, ANA])
}

/// Mostly words, sometimes none, sometimes what no keyboard types.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => Just("Said on purpose.".to_owned()),
        1 => Just(" \r\n".to_owned()),
        1 => Just("\u{0}Said\u{7f} \u{1b}[31mwith\rcontrol\u{0}".to_owned()),
    ]
}

fn a_talk() -> impl Strategy<Value = Stream> {
    (1..4_u128).prop_map(talk)
}

fn a_lesson() -> impl Strategy<Value = Stream> {
    (1..6_u128).prop_map(lesson_stream)
}

fn a_letter() -> impl Strategy<Value = Stream> {
    (1..8_u128).prop_map(letter)
}

/// Anything in her year.
fn a_thing() -> impl Strategy<Value = Stream> {
    let once = [
        Kind::Professionalism,
        Kind::Measures,
        Kind::Decision,
        Kind::Rating,
        Kind::Recommendation,
    ]
    .map(hers);
    prop_oneof![a_talk(), a_lesson(), a_letter(), select(once.to_vec())]
}

fn seen() -> impl Strategy<Value = Seen> {
    let score = prop_oneof![12 => (1..8_u8).prop_map(Some), 1 => Just(None), 1 => select(vec![Some(0), Some(8)])];
    (score, words()).prop_map(|(score, text)| Seen { score, text })
}

fn about() -> impl Strategy<Value = About> {
    select(About::ALL.to_vec())
}

fn moment() -> impl Strategy<Value = Moment> {
    select(vec![Moment::MidYear, Moment::EndOfYear])
}

fn side() -> impl Strategy<Value = Side> {
    select(vec![Side::Teacher, Side::Evaluator])
}

fn lesson() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    let whole =
        vec(seen(), 12).prop_map(|seen| observed().into_iter().zip(seen).collect::<Vec<_>>());
    let some =
        btree_map(select(observed()), seen(), 0..4).prop_map(|seen| seen.into_iter().collect());
    let kinds = prop_oneof![
        4 => (Just("full".to_owned()), whole),
        5 => (select(vec!["short".to_owned(), "informal".to_owned(), "walk".to_owned()]), some),
    ];
    let teacher = prop_oneof![15 => Just(IMANI), 1 => Just(PETRA)];
    (anybody(), a_lesson(), teacher, kinds, -1..20_i64)
        .prop_map(|(actor, stream, teacher, (kind, seen), back)| {
            (
                actor,
                stream,
                Wish::Lesson {
                    teacher,
                    kind,
                    back,
                    seen,
                },
            )
        })
        .boxed()
}

fn measure() -> impl Strategy<Value = Measure> {
    let percent = select(vec!["0", "37.5", "66", "87.5", "100", "101", "-1"]);
    prop_oneof![
        (percent.clone(), 0..40_u32).prop_map(|(percent, answers)| survey(percent, answers)),
        percent.prop_map(collective),
        vec([0..30_u32, 0..30_u32, 0..30_u32, 0..30_u32], 0..3).prop_map(|pupils| goals(&pupils)),
        any::<bool>().prop_map(Measure::SurveyApplies),
    ]
}

fn ready(command: impl Strategy<Value = Command> + 'static) -> BoxedStrategy<Wish> {
    command.prop_map(Wish::Ready).boxed()
}

fn of_a_talk() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    let guide = select(ConversationKind::ALL.to_vec());
    let minutes = prop_oneof![9 => Just(60_u16), 1 => select(vec![4_u16, 241])];
    let prompt = prop_oneof![6 => Just("m.prepare.t1"), 1 => Just("\u{0}"), 1 => Just("")];
    let wish = prop_oneof![
        4 => (guide, -1..9_i64, minutes, words())
            .prop_map(|(guide, ahead, minutes, place)| Wish::Schedule { guide, ahead, minutes, place }),
        1 => (-1..9_i64).prop_map(|ahead| Wish::Move { ahead }),
        1 => ready(words().prop_map(|reason| Command::Conversation(Talk::Cancel { reason }))),
        2 => ready((prompt, words()).prop_map(|(prompt, answer)| prepare(prompt, &answer))),
        8 => ready(Just(we_met())),
        2 => ready((0..3_usize).prop_map(keep)),
        2 => (0..3_usize, -2..20_i64).prop_map(|(number, ahead)| Wish::Postpone { number, ahead }),
    ];
    (anybody(), a_talk(), wish).boxed()
}

/// The two who meet say so: what working texts wait for.
fn meeting() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    (select(vec![IMANI, DESMOND]), a_talk())
        .prop_map(|(actor, stream)| (actor, stream, Wish::Ready(we_met())))
        .boxed()
}

fn end_of_year() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    let explain = (about(), about(), words(), vec(a_thing(), 0..3)).prop_map(
        |(name, about, text, evidence)| {
            let command = Rationale::Share {
                teacher: IMANI,
                year: year(),
                about,
                text,
                evidence,
            };
            (basis(name), Wish::Ready(Command::Rationale(command)))
        },
    );
    let rating = prop_oneof![
        4 => ready(Just(share_rating())),
        1 => ready(Just(acknowledge())),
        1 => ready(Just(decline())),
        1 => ready(words().prop_map(|text| answer_rating(&text))),
    ];
    let wish = prop_oneof![
        3 => explain,
        5 => rating.prop_map(|wish| (hers(Kind::Rating), wish)),
        1 => words().prop_map(|reasons| (hers(Kind::Recommendation), Wish::Ready(renew(&reasons)))),
        1 => words().prop_map(|note| (hers(Kind::Status), Wish::Ready(state_status(&note)))),
        1 => words().prop_map(|text| (hers(Kind::Status), Wish::Ready(answer_status(&text)))),
    ];
    (anybody(), wish)
        .prop_map(|(actor, (stream, wish))| (actor, stream, wish))
        .boxed()
}

/// The decision near a cut, mostly by those whose it is.
fn decision() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    let evidence = select(vec![vec![1, 3], vec![1, 2, 3], vec![2], vec![1, 9]])
        .prop_map(|lessons| lessons.into_iter().map(lesson_stream).collect::<Vec<_>>());
    let decide = (
        select(vec!["A", "E", "E", "E", "D"]),
        evidence,
        select(vec![ANA, ANA, ANA, DESMOND]),
    )
        .prop_map(|(rating, evidence, reader)| decide(rating, &evidence, reader));
    let wish = prop_oneof![
        6 => ready(decide),
        3 => ready(Just(confirm())),
        2 => ready(words().prop_map(|reason| send_back(&reason))),
        1 => ready(words().prop_map(|reason| withdraw(&reason))),
    ];
    (select(vec![RUTH, ANA, ANA, DESMOND]), wish)
        .prop_map(|(actor, wish)| (actor, hers(Kind::Decision), wish))
        .boxed()
}

fn of_a_person() -> BoxedStrategy<(PersonId, Stream, Wish)> {
    let office = prop_oneof![
        8 => Just((Office::HrPartner, Some(LARKSPUR))),
        2 => Just((Office::Administrator, None)),
        1 => Just((Office::HrPartner, None)),
    ];
    let granted = office
        .clone()
        .prop_map(|(office, school)| grant(office, school));
    let ended = office.prop_map(|(office, school)| end_grant(office, school));
    let wish = prop_oneof![
        2 => ready(granted),
        2 => ready(ended),
        1 => (anybody(), -9..9_i64).prop_map(|(evaluator, ahead)| Wish::Assign { evaluator, ahead }),
        1 => ready(select(vec!["en", "es", "fr"]).prop_map(|language| {
            Command::Person(people::Command::ChooseLanguage {
                language: language.into(),
            })
        })),
    ];
    (
        anybody(),
        select(vec![DESMOND, IMANI]).prop_map(person),
        wish,
    )
        .boxed()
}

fn asked() -> impl Strategy<Value = Step> {
    let rated = (moment(), side(), vec(seen(), 7)).prop_map(|(moment, side, seen)| {
        let seen = seen
            .into_iter()
            .enumerate()
            .map(|(n, seen)| (format!("P.{}", n + 1), seen));
        (
            hers(Kind::Professionalism),
            Wish::Ready(rate(moment, side, seen.collect())),
        )
    });
    let entered = measure().prop_map(|measure| (hers(Kind::Measures), Wish::Ready(enter(measure))));
    let answered = (a_lesson(), words())
        .prop_map(|(stream, text)| (stream, Wish::Ready(answer_lesson(&text))));
    let templates = select(vec![
        "M03", "M04", "M05", "M07", "M08", "M09", "M14", "M18", "M22", "M99",
    ]);
    let sent = (a_letter(), templates, a_thing())
        .prop_map(|(stream, template, follows)| (stream, Wish::Ready(send(template, &follows))));
    let lost = (
        a_thing(),
        select(vec![acknowledge(), we_met(), answer_lesson("Lost.")]),
    )
        .prop_map(|(stream, command)| (stream, Wish::Ready(command)));
    let others = (
        anybody(),
        prop_oneof![3 => rated, 2 => entered, 1 => answered, 4 => sent, 1 => lost],
    )
        .prop_map(|(actor, (stream, wish))| (actor, stream, wish));
    prop_oneof![3 => lesson(), 8 => of_a_talk(), 5 => meeting(), 4 => end_of_year(), 3 => decision(), 2 => of_a_person(), 5 => others]
        .prop_map(|(actor, stream, wish)| Step::Ask { actor, stream, wish })
}

/// Somebody types something somewhere.
pub fn a_draft() -> impl Strategy<Value = Step> {
    let field = select(vec![
        "note.1",
        "note.2",
        "promise.1",
        "promise.2",
        "private",
        "body",
        "score.I.5",
    ]);
    let text = prop_oneof![
        5 => Just(Typed::Words),
        5 => select(vec![Whose::Teacher, Whose::Evaluator, Whose::Both]).prop_map(Typed::Promise),
        1 => Just(Typed::Blanks),
        1 => Just(Typed::Rubbish),
    ];
    (
        anybody(),
        prop_oneof![4 => a_talk(), 1 => a_thing()],
        field,
        text,
    )
        .prop_map(|(author, thing, field, text)| Step::Type {
            author,
            thing,
            field,
            text,
        })
}

/// Up to forty steps of one year.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![2 => (1..12_u8).prop_map(Step::Wait), 2 => a_draft(), 8 => asked()];
    vec(step, 1..40)
}
