//! The page that a round leaves: counts that are suppressed where they would say something about somebody, and the texts
//! that an office let pass. It carries its own wording, so that it reads the same under a later pack.

use super::{BLACK, Gathered, Round, Screened, Verdict};
use crate::counts;
use jiff::civil::Date;
use policy::{Audience, FeedbackSheet, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub on: Date,
    /// The days on which people could answer.
    pub opened: Date,
    pub closed: Date,
    /// Groups of fewer people are not shown.
    pub smallest: u64,
    pub sheets: Vec<PublishedSheet>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedSheet {
    pub audience: Audience,
    /// `None` where fewer people answered than the smallest cell; then nothing else is shown.
    pub answers: Option<u64>,
    pub questions: Vec<PublishedQuestion>,
    /// The question of the texts.
    pub say: Text,
    pub texts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedQuestion {
    pub text: Text,
    pub labels: Vec<PublishedLabel>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedLabel {
    pub text: Text,
    /// `None` where it is hidden.
    pub count: Option<u64>,
}

impl Published {
    /// The page of a round that has closed.
    pub fn of(
        round: &Round<'_>,
        gathered: &BTreeMap<Audience, Gathered>,
        screened: &[Screened],
        on: Date,
    ) -> Self {
        let nothing = Gathered::default();
        let sheets = round.of.sheets.iter().map(|sheet| {
            let gathered = gathered.get(&sheet.audience).unwrap_or(&nothing);
            PublishedSheet::of(sheet, gathered, screened, round.smallest)
        });
        Self {
            on,
            opened: round.opens,
            closed: round.closes,
            smallest: round.smallest,
            sheets: sheets.collect(),
        }
    }
}

impl PublishedSheet {
    fn of(
        sheet: &FeedbackSheet,
        gathered: &Gathered,
        screened: &[Screened],
        smallest: u64,
    ) -> Self {
        if gathered.answers < smallest {
            return Self {
                audience: sheet.audience,
                answers: None,
                questions: vec![],
                say: sheet.say.clone(),
                texts: vec![],
            };
        }
        let questions = sheet.questions.iter().map(|question| {
            let labels = question.labels.iter();
            let counts: Vec<u64> = labels
                .map(|label| gathered.count(&question.id, &label.id))
                .collect();
            let shown = counts::shown_parts(&counts, smallest);
            let labels = question.labels.iter().zip(shown);
            PublishedQuestion {
                text: question.text.clone(),
                labels: labels
                    .map(|(label, count)| PublishedLabel {
                        text: label.text.clone(),
                        count,
                    })
                    .collect(),
            }
        });
        let passed = screened
            .iter()
            .filter(|screened| screened.audience == sheet.audience)
            .filter_map(|screened| {
                let text = gathered.texts.get(screened.place)?;
                match &screened.verdict {
                    Verdict::Show => Some(text.clone()),
                    Verdict::BlackOut(words) => Some(black_out(text, words)),
                    Verdict::HoldBack => None,
                }
            });
        let mut texts: Vec<String> = passed.collect();
        texts.sort();
        Self {
            audience: sheet.audience,
            answers: Some(gathered.answers),
            questions: questions.collect(),
            say: sheet.say.clone(),
            texts,
        }
    }
}

/// The text with these words blacked out wherever they stand, in any case; longer ones first.
pub fn black_out(text: &str, words: &[String]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    for word in words {
        let word: Vec<char> = word.trim().chars().map(lower).collect();
        if word.is_empty() {
            continue;
        }
        for start in 0..letters.len() {
            let place = start..start + word.len();
            let stands = letters
                .get(place.clone())
                .is_some_and(|there| there.iter().map(|c| lower(*c)).eq(word.iter().copied()));
            if stands {
                letters[place].fill(BLACK);
            }
        }
    }
    letters.into_iter().collect()
}
