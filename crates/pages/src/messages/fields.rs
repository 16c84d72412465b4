//! The facts that fill templates and talking points: from the typed record to words in the reader's language. A fact that
//! the record does not have is null, so that a template can ask for it and a letter can name what it lacks.

mod letter;

pub use letter::Letter;

use crate::my_year::YearPage;
use crate::my_year::rating_so_far::{points, rating_name};
use crate::visitor::Visitor;
use domain::calendar::Calendar;
use domain::conversations::{Promise, Whose};
use domain::ratings::calculation::{self, Missing};
use domain::situations::{Reason, moved_up};
use domain::{Stream, YearRecord};
use jiff::civil::Date;
use policy::{Deadline, Pack, Side};
use serde_json::{Value, json};
use words::Words;

/// An indicator with its latest level and what was seen there.
#[derive(Clone, Debug)]
pub struct Seen {
    pub id: String,
    /// "I.5 Checks for understanding".
    pub indicator: String,
    pub level: u8,
    pub on: Date,
    pub text: String,
    pub lesson: Stream,
}

/// The facts of one teacher's year, said in one language.
pub struct Facts<'a> {
    pub words: Words,
    pub record: &'a YearRecord,
    pub pack: &'a Pack,
    pub calendar: &'a Calendar,
    pub today: Date,
    page: &'a YearPage,
    /// Latest levels with a text, the highest first; of equals the latest lesson first.
    seen: Vec<Seen>,
}

impl<'a> Facts<'a> {
    pub fn of_year(
        visitor: &Visitor,
        words: Words,
        page: &'a YearPage,
        pack: &'a Pack,
        calendar: &'a Calendar,
    ) -> Self {
        let record = &page.record;
        let mut seen: Vec<Seen> = pack
            .framework
            .observed()
            .filter_map(|indicator| {
                let level = record.standing().remove(&indicator.id)?.pop()?;
                let lesson = record.observations.get(&level.thing)?.lesson.as_ref()?;
                Some(Seen {
                    id: indicator.id.clone(),
                    indicator: format!(
                        "{} {}",
                        indicator.id,
                        indicator.short.get(words.language().tag())
                    ),
                    level: level.score,
                    on: level.on,
                    text: lesson
                        .seen
                        .get(&indicator.id)
                        .map(|seen| seen.text.clone())
                        .unwrap_or_default(),
                    lesson: level.thing,
                })
            })
            .collect();
        seen.sort_by_key(|seen| (std::cmp::Reverse(seen.level), std::cmp::Reverse(seen.on)));
        Self {
            words,
            record,
            pack,
            calendar,
            today: visitor.today,
            page,
            seen,
        }
    }

    /// The indicator that stands highest.
    pub fn highest(&self) -> Option<&Seen> {
        self.seen.first()
    }

    /// The indicator that stands lowest, if it is another one.
    pub fn lowest(&self) -> Option<&Seen> {
        let highest = self.highest()?;
        self.lowest_first().find(|seen| seen.id != highest.id)
    }

    /// From the lowest level up; of equals the latest lesson first.
    fn lowest_first(&self) -> impl Iterator<Item = &Seen> {
        let mut seen: Vec<&Seen> = self.seen.iter().collect();
        seen.sort_by_key(|seen| (seen.level, std::cmp::Reverse(seen.on)));
        seen.into_iter()
    }

    fn tag(&self) -> &'static str {
        self.words.language().tag()
    }

    /// The fields of talking points (`packs/…/talking_points.toml`).
    pub fn of_talk(&self) -> Value {
        let so_far = self.so_far();
        let day = |seen: Option<&Seen>| seen.map(|seen| self.words.long_date(seen.on));
        let text = |seen: Option<&Seen>| {
            seen.map(|seen| seen.text.clone())
                .filter(|text| !text.is_empty())
        };
        let (high, low) = (self.highest(), self.lowest());
        let prior = self.prior();
        json!({
            "indicator_high": high.map(|seen| &seen.indicator),
            "level_high": high.map(|seen| seen.level),
            "date_high": day(high),
            "text_high": text(high),
            "indicator_low": low.map(|seen| &seen.indicator),
            "level_low": low.map(|seen| seen.level),
            "date_low": day(low),
            "text_low": text(low),
            "moved_up": self.moved_up(),
            "ratings_possible": so_far.as_ref().map(|so_far| self.ratings(&so_far.ratings)),
            "range_low": so_far.as_ref().map(|so_far| points(self.pack, &so_far.low)),
            "range_high": so_far.as_ref().map(|so_far| points(self.pack, &so_far.high)),
            "missing": so_far.as_ref().and_then(|so_far| self.missing(&so_far.missing)),
            "promise_open": self.record.open_promises().first().map(|(_, _, promise)| self.promise(promise)),
            "prior_rating": prior.as_ref().map(|(_, rating)| rating),
            "prior_year": prior.as_ref().map(|(year, _)| year),
            "report_by": self.fixed("CAL-RPT").map(|day| self.words.long_date(day)),
            "window_closes": self.pack.window("observations").map(|window| self.words.long_date(window.closes)),
        })
    }

    /// The range, once there is a lesson: before that everything is possible and nothing is said.
    fn so_far(&self) -> Option<calculation::SoFar> {
        let inputs = self.record.rating_inputs(self.pack);
        calculation::provisional(&inputs, self.pack)
            .map(|_| calculation::so_far(&inputs, self.pack))
    }

    fn ratings(&self, ids: &[String]) -> String {
        let names: Vec<String> = ids
            .iter()
            .map(|id| rating_name(self.words, self.pack, id))
            .collect();
        self.words.list_or(&names)
    }

    fn prior(&self) -> Option<(String, String)> {
        let rating = self.record.prior_rating()?;
        Some((
            self.record.year.before().to_string(),
            rating_name(self.words, self.pack, rating),
        ))
    }

    fn fixed(&self, date: &str) -> Option<Date> {
        self.pack.date(date).and_then(Deadline::fixed)
    }

    fn moved_up(&self) -> Option<String> {
        let moved: Vec<String> = moved_up(self.record)
            .into_iter()
            .filter_map(|reason| match reason {
                Reason::MovedUp {
                    indicator,
                    from,
                    to,
                } => Some(self.words.with(
                    "fact-moved-up",
                    &[
                        ("indicator", indicator.into()),
                        ("from", u32::from(from).into()),
                        ("to", u32::from(to).into()),
                    ],
                )),
                _ => None,
            })
            .collect();
        (!moved.is_empty()).then(|| self.words.list(&moved))
    }

    /// What a rating still lacks, as a list of things.
    fn missing(&self, missing: &[Missing]) -> Option<String> {
        let said: Vec<String> = missing
            .iter()
            .filter_map(|missing| self.lacks(missing))
            .collect();
        (!said.is_empty()).then(|| self.words.list(&said))
    }

    fn lacks(&self, missing: &Missing) -> Option<String> {
        let words = self.words;
        let more = |key, have: u32, needed: u32| {
            words.with(key, &[("count", needed.saturating_sub(have).into())])
        };
        Some(match missing {
            Missing::Observations { have, needed } => {
                more("fact-missing-observations", *have, *needed)
            }
            Missing::FullObservations { have, needed } => {
                more("fact-missing-full-observations", *have, *needed)
            }
            Missing::Professionalism => words.say("fact-missing-professionalism"),
            Missing::Survey => words.say("fact-missing-survey"),
            Missing::Goals { have, needed } => more("fact-missing-goals", *have, *needed),
            Missing::Collective => words.say("fact-missing-collective"),
            Missing::ProfessionalismIndicator { .. }
            | Missing::GoalWithoutPupils { .. }
            | Missing::OutOfScale { .. } => return None,
        })
    }

    /// The name of a side of a conversation, as a letter gives it.
    fn name(&self, person: Option<domain::PersonId>) -> String {
        person
            .and_then(|person| self.page.people.get(&person))
            .map_or_else(String::new, |it| it.name.full())
    }

    /// "Desmond Achterberg: second visit of the maths coach, by Friday 18 December 2026".
    fn promise(&self, promise: &Promise) -> String {
        let talk = self
            .record
            .conversations
            .values()
            .find(|talk| talk.promises.contains(promise));
        let who = |side| match side {
            Side::Teacher => self.name(Some(self.record.teacher)),
            Side::Evaluator => self.name(talk.and_then(|talk| talk.evaluator)),
        };
        let who = match promise.whose {
            Whose::Teacher => who(Side::Teacher),
            Whose::Evaluator => who(Side::Evaluator),
            Whose::Both => self.words.list(&[who(Side::Teacher), who(Side::Evaluator)]),
        };
        self.words.with(
            "fact-promise",
            &[
                ("who", who.into()),
                ("what", promise.what.trim_end_matches('.').into()),
                ("date", self.words.long_date(promise.by).into()),
            ],
        )
    }

    /// "I.6 Differentiation, 3 (Approaching), seen on Tuesday 13 October 2026: “…”".
    fn seen_line(&self, seen: &Seen) -> String {
        let values = [
            ("indicator", (&seen.indicator).into()),
            ("level", u32::from(seen.level).into()),
            ("band", self.band(seen.level).into()),
            ("date", self.words.long_date(seen.on).into()),
        ];
        let line = self.words.with("fact-seen", &values);
        if seen.text.is_empty() {
            line
        } else {
            self.words.with(
                "fact-seen-text",
                &[("line", line.into()), ("text", (&seen.text).into())],
            )
        }
    }

    fn band(&self, level: u8) -> String {
        self.pack
            .framework
            .band(level)
            .map_or_else(String::new, |band| {
                rating_name(self.words, self.pack, &band.rating)
            })
    }
}
