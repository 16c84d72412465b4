//! Messages as people send them: the pack's text for what the year holds at that minute, its fields filled from the
//! teacher's own facts.

mod fields;

use super::Stop;
use super::bank::Bank;
use super::paper::Paper;
use super::plan::Life;
use domain::calendar::Calendar;
use domain::messages::{Command as Send, Fitting, Sent, fitting, needs_hr_review};
use domain::{Command, Kind, PersonId, Stream};
use fields::About;
use jiff::civil::DateTime;
use policy::Pack;
use words::{Language, Words};

/// A message to come: which one, follows from the year.
pub struct Letter {
    pub teacher: PersonId,
    pub follows: Stream,
}

impl Letter {
    pub fn new(life: &Life, follows: &Stream) -> Self {
        Self {
            teacher: life.teacher.id,
            follows: follows.clone(),
        }
    }
}

/// Where letters are written.
pub struct Desk<'a> {
    pub paper: &'a Paper,
    pub pack: &'a Pack,
    pub calendar: &'a Calendar,
    pub bank: &'a Bank,
    pub seed: u64,
}

impl Desk<'_> {
    /// The message that fits now; `None` where the pack has none, or one that HR reads first.
    ///
    /// # Errors
    /// A field without a value, or words that are missing.
    pub fn write(
        &self,
        letter: &Letter,
        life: &Life,
        at: DateTime,
    ) -> Result<Option<(Stream, Command)>, Stop> {
        let record = self.paper.record(letter.teacher)?;
        let Fitting::Message(message) = fitting(record, self.pack, &letter.follows) else {
            return Ok(None);
        };
        if needs_hr_review(message) {
            return Ok(None);
        }
        let language = record.person.language.as_deref().unwrap_or("en");
        let words = Words::new(Language::from_tag(language).unwrap_or_default());
        let about = About {
            desk: self,
            life,
            record,
            words,
            language,
            today: at.date(),
            follows: &letter.follows,
        };
        let source = format!(
            "Subject: {}\n\n{}",
            message.template.subject.get(language),
            message.template.body.get(language)
        );
        let required: Vec<&str> = message
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name.as_str())
            .collect();
        let filled =
            letters::template::render(&source, &required, &about.fields()?).map_err(|problem| {
                Stop::Words(format!(
                    "{} for {}: {problem}",
                    message.id, life.teacher.name
                ))
            })?;
        let stream = Stream::of(
            Kind::Message,
            super::chance::id(
                self.seed,
                &format!("{}/{}/{}", life.teacher.name, message.id, letter.follows),
            ),
        );
        let sent = Sent {
            template: message.id.clone(),
            follows: letter.follows.clone(),
            language: language.to_owned(),
            subject: filled.subject,
            body: filled.body,
            personalised: false,
        };
        Ok(Some((
            stream,
            Command::Message(Send::Send {
                teacher: letter.teacher,
                year: self.paper.year.clone(),
                sent,
            }),
        )))
    }
}
