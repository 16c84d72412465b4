//! Rounds of feedback: most people answer, some write a line, and the office screens what was written. The people of the
//! printed list leave the round to whoever tries the demo.

use super::Stop;
use super::acts::{Script, at};
use super::bank;
use super::chance::Chance;
use super::opening;
use super::plan::Life;
use domain::feedback::{Answer, Command as Do, Screened, Verdict, stream};
use domain::{Command, PersonId, YearId};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use policy::{Audience, FeedbackRound, FeedbackSheet, Pack};
use serde::Deserialize;
use std::collections::BTreeSet;

/// When the office publishes: the second round waits for it on the April morning.
const PUBLISHED: [(&str, Date); 2] = [
    ("beginning", date(2026, 10, 22)),
    ("mid_year", date(2027, 4, 16)),
];
/// Of the labels from the first on, how many in a hundred choose each; the rest would rather not say.
const CHOSEN: [usize; 4] = [6, 18, 42, 30];

#[derive(Deserialize)]
struct Texts {
    teachers: Vec<String>,
    evaluators: Vec<String>,
}

/// What a person says in a round.
#[derive(Clone, Debug)]
pub struct Say {
    pub round: String,
    pub audience: Audience,
    pub answer: Answer,
}

/// Everybody's answers in the rounds of the pack that an office publishes, and the publications.
///
/// # Errors
/// Words that are missing.
pub fn acts(
    lives: &[Life],
    year: &YearId,
    pack: &Pack,
    asked_by_hand: &[PersonId],
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let texts: Texts = bank::read("feedback", include_str!("words/feedback.toml"))?;
    for (id, published) in PUBLISHED {
        let round = pack
            .feedback
            .as_ref()
            .and_then(|feedback| feedback.round(id));
        let Some(round) = round else { continue };
        let Some(window) = pack.window(&round.window) else {
            continue;
        };
        let (opens, _) = round.days(window);
        let evaluators: BTreeSet<PersonId> =
            lives.iter().map(|life| life.teacher.evaluator).collect();
        let teachers = lives.iter().map(|life| life.teacher.id);
        let mut written = vec![];
        for (audience, texts, people) in [
            (
                Audience::Teachers,
                &texts.teachers,
                teachers.collect::<Vec<_>>(),
            ),
            (
                Audience::Evaluators,
                &texts.evaluators,
                evaluators.into_iter().collect(),
            ),
        ] {
            let Some(sheet) = round.sheet(audience) else {
                continue;
            };
            let mut texts = texts.iter();
            let mut said = 0;
            for person in people
                .into_iter()
                .filter(|person| !asked_by_hand.contains(person))
            {
                let mut chance = Chance::of(seed, &format!("feedback/{id}/{person}"));
                if !chance.happens(70) {
                    continue;
                }
                let text = if chance.happens(30) {
                    texts.next()
                } else {
                    None
                };
                let answer = answer(sheet, text.map_or("", String::as_str), &mut chance);
                let when = at(
                    opens.saturating_add(chance.between(2, 9).days()),
                    7 + i8::try_from(chance.below(9)).unwrap_or(0),
                    15,
                );
                said += usize::from(text.is_some());
                script.say(when, person, say(round, audience, answer));
            }
            written.push((audience, said));
        }
        let screened = written
            .iter()
            .flat_map(|(audience, said)| (0..*said).map(|place| (*audience, place)));
        let screened = screened.map(|(audience, place)| Screened {
            audience,
            place,
            verdict: Verdict::BlackOut(vec!["Okonkwo-Lane".to_owned()]),
        });
        let publish = Do::Publish {
            year: year.clone(),
            screened: screened.collect(),
        };
        script.order(
            at(published, 9, 20),
            opening::administrator(seed),
            &stream(year, id),
            Command::Feedback(publish),
        );
    }
    Ok(())
}

fn say(round: &FeedbackRound, audience: Audience, answer: Answer) -> Say {
    Say {
        round: round.id.clone(),
        audience,
        answer,
    }
}

fn answer(sheet: &FeedbackSheet, text: &str, chance: &mut Chance) -> Answer {
    let marks = sheet.questions.iter().filter_map(|question| {
        let mut drawn = chance.below(100);
        let mut place = 0;
        for share in CHOSEN.iter().take(question.labels.len() - 1) {
            if drawn < *share {
                break;
            }
            drawn -= share;
            place += 1;
        }
        Some((question.id.clone(), question.labels.get(place)?.id.clone()))
    });
    Answer {
        marks: marks.collect(),
        text: text.to_owned(),
    }
}
