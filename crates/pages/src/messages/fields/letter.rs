//! The fields of the pack's letters, each by its name; those of a rated year stand in `letter/rated.rs`.

mod rated;

use super::{Facts, Seen};
use crate::my_year::rating_so_far::{points, rating_name};
use domain::Stream;
use domain::conversations::{Conversation, Promise, Whose};
use domain::situations::{at_risk, is_low};
use jiff::civil::Date;
use policy::{Length, Message, Side, Unit, When};
use serde_json::{Map, Value, json};

/// A letter to be: its facts, what it follows, and who writes it.
pub struct Letter<'a> {
    pub facts: Facts<'a>,
    pub message: &'a Message,
    pub follows: &'a Stream,
    /// Full name and title of the sender, and the school at which the sender evaluates the teacher.
    pub sender: (String, String),
    pub school: String,
}

impl Letter<'_> {
    /// Every declared field; null where the record does not know it.
    pub fn fields(&self) -> Map<String, Value> {
        self.message
            .fields
            .iter()
            .map(|field| (field.name.clone(), self.value(&field.name)))
            .collect()
    }

    fn talk(&self) -> Option<&Conversation> {
        self.facts.record.conversations.get(self.follows)
    }

    fn declares(&self, name: &str) -> bool {
        self.message.fields.iter().any(|field| field.name == name)
    }

    fn date(&self, day: Date) -> Value {
        json!(self.facts.words.long_date(day))
    }

    fn value(&self, name: &str) -> Value {
        let facts = &self.facts;
        let (words, record, pack) = (facts.words, facts.record, facts.pack);
        let date = |day: Option<Date>| day.map_or(Value::Null, |day| self.date(day));
        match name {
            "teacher" => json!(record.person.particulars.name.full()),
            "evaluator" => json!(self.sender.0),
            "evaluator_title" => json!(self.sender.1),
            "school" => json!(self.school),
            "year" => json!(record.year.to_string()),
            "reply_by" => date(self.reply_by()),
            "conversation_date" => date(self.talk().and_then(|talk| Some(talk.slot.as_ref()?.on))),
            "conversation_place" => json!(
                self.talk()
                    .and_then(|talk| talk.slot.as_ref())
                    .map(|slot| &slot.place)
            ),
            "minutes" => json!(
                self.talk()
                    .and_then(|talk| talk.slot.as_ref())
                    .map(|slot| slot.minutes)
            ),
            "agenda" => json!(self.agenda()),
            "prepare" => json!(self.prepare()),
            "representative_note" => {
                json!(at_risk(record, pack).then(|| words.say("fact-representative")))
            }
            "strengths" => json!(
                self.strengths()
                    .iter()
                    .map(|seen| facts.seen_line(seen))
                    .collect::<Vec<_>>()
            ),
            "growth_area" => json!(self.growth_area().map(|seen| facts.seen_line(seen))),
            "concerns" => json!(self.concerns()),
            "provisional_range" => json!(self.range()),
            "goals" => json!(self.promises(&[Whose::Teacher, Whose::Both])),
            "supports" => json!(self.promises(&[Whose::Evaluator])),
            "commitments" => json!(self.commitments()),
            "check_date" => date(
                self.made()
                    .iter()
                    .filter(|promise| promise.kept.is_none())
                    .map(|promise| promise.by)
                    .max(),
            ),
            "aspiration" => json!(self.aspiration()),
            "next_observation_window" => json!(self.next_window()),
            "dissent_route" => json!(
                facts
                    .fixed("CAL-PEER")
                    .filter(|day| *day >= facts.today)
                    .map_or_else(
                        || words.say("fact-dissent"),
                        |day| words.with(
                            "fact-dissent-until",
                            &[("date", words.long_date(day).into())]
                        )
                    )
            ),
            "observation_date" => date(self.lesson().map(|lesson| lesson.on)),
            "observation_kind" => {
                let kind = self
                    .lesson()
                    .and_then(|lesson| pack.framework.observation_kind(&lesson.kind));
                json!(kind.map(|kind| kind.label.get(facts.tag())))
            }
            "strength" => json!(self.in_lesson().first().map(|seen| facts.seen_line(seen))),
            "lever" => json!(
                self.in_lesson()
                    .split_first()
                    .and_then(|(_, rest)| rest.last())
                    .map(|seen| facts.seen_line(seen))
            ),
            "rating" => json!(
                record
                    .rating
                    .released
                    .as_ref()
                    .map(|it| rating_name(words, pack, &it.rating))
            ),
            "measure_lines" => json!(self.measure_lines()),
            "documentation" => json!(self.documentation()),
            "improvement" => json!(self.improvement()),
            "status_effect" => json!(self.status_effect()),
            "options" => json!(self.options()),
            "contract_type" => json!(self.contract()),
            "board_date" => date(facts.fixed("CAL-BOARD")),
            "report_link_note" => json!(words.say("fact-report-link")),
            "received_meaning" => json!(words.say("fact-received")),
            "response_by" => date(self.response_by()),
            // What nobody recorded: the sender writes it.
            _ => Value::Null,
        }
    }

    /// A date that the pack counts from another one.
    fn counted(&self, id: &str, from: Date) -> Option<Date> {
        let calendar = self.facts.calendar;
        match self.facts.pack.date(id)?.when {
            When::On(date) => Some(date),
            When::Counted { days, unit, .. } => {
                let count = days.unsigned_abs();
                Some(match (unit, days < 0) {
                    (Unit::School, true) => calendar.subtract_school_days(from, count),
                    (Unit::School, false) => calendar.add_school_days(from, count),
                    (Unit::Working, false) => calendar.add_working_days(from, count),
                    (Unit::Working | Unit::Calendar, _) => {
                        from.saturating_add(jiff::Span::new().days(i64::from(days)))
                    }
                })
            }
        }
    }

    /// The days that the pack gives to answer what was shared; an invitation is answered while the teacher prepares.
    fn reply_by(&self) -> Option<Date> {
        match self
            .talk()
            .filter(|talk| talk.is_open())
            .and_then(|talk| talk.slot.as_ref())
        {
            Some(slot) => self
                .counted("CAL-EVID-MY", slot.on)
                .map(|day| day.max(self.facts.today)),
            None => self.counted("CAL-READ", self.facts.today),
        }
    }

    fn agenda(&self) -> Vec<String> {
        let Some(talk) = self.talk() else {
            return vec![];
        };
        let length = talk.length.unwrap_or(Length::Standard);
        let guide = talk.guide.and_then(|kind| self.facts.pack.guide(kind));
        let items = guide
            .into_iter()
            .flat_map(|guide| &guide.agenda)
            .filter(|item| item.minutes.get(length) > 0);
        items
            .map(|item| {
                let values = [
                    ("item", item.title.get(self.facts.tag()).into()),
                    ("minutes", item.minutes.get(length).into()),
                ];
                self.facts.words.with("fact-agenda", &values)
            })
            .collect()
    }

    fn prepare(&self) -> Vec<String> {
        let guide = self
            .talk()
            .and_then(|talk| talk.guide)
            .and_then(|kind| self.facts.pack.guide(kind));
        let steps = guide
            .into_iter()
            .flat_map(|guide| &guide.before)
            .filter(|step| step.who == Side::Teacher);
        steps
            .map(|step| step.text.get(self.facts.tag()).to_owned())
            .collect()
    }

    /// The two that stand highest and carry a text.
    fn strengths(&self) -> Vec<&Seen> {
        self.facts
            .seen
            .iter()
            .filter(|seen| !seen.text.is_empty())
            .take(2)
            .collect()
    }

    /// The lowest that is not named as a strength.
    fn growth_area(&self) -> Option<&Seen> {
        let strengths = self.strengths();
        self.facts
            .lowest_first()
            .find(|seen| !strengths.iter().any(|strength| strength.id == seen.id))
    }

    /// Up to three indicators below Effective, the lowest first.
    fn concerns(&self) -> Vec<String> {
        let Facts { pack, .. } = self.facts;
        let low = |level| {
            pack.framework
                .band(level)
                .is_some_and(|band| is_low(&band.rating, pack))
        };
        self.facts
            .lowest_first()
            .filter(|seen| low(seen.level))
            .take(3)
            .map(|seen| self.facts.seen_line(seen))
            .collect()
    }

    fn range(&self) -> Option<String> {
        let so_far = self.facts.so_far()?;
        let (low, high) = (
            points(self.facts.pack, &so_far.low),
            points(self.facts.pack, &so_far.high),
        );
        let values = [
            ("ratings", self.facts.ratings(&so_far.ratings).into()),
            ("low", low.into()),
            ("high", high.into()),
        ];
        Some(self.facts.words.with("fact-range", &values))
    }

    /// What this conversation promised, and what earlier ones left open.
    fn made(&self) -> Vec<&Promise> {
        let own = self.talk().into_iter().flat_map(|talk| &talk.promises);
        let carried = self
            .facts
            .record
            .open_promises()
            .into_iter()
            .filter(|(stream, _, _)| *stream != self.follows);
        own.chain(carried.map(|(_, _, promise)| promise)).collect()
    }

    fn promises(&self, whose: &[Whose]) -> Vec<String> {
        self.made()
            .into_iter()
            .filter(|promise| whose.contains(&promise.whose))
            .map(|promise| self.facts.promise(promise))
            .collect()
    }

    /// Promises that the letter does not list under another head; all of them where that leaves none.
    fn commitments(&self) -> Vec<String> {
        if self.declares("goals") {
            return vec![];
        }
        let rest = self.promises(&[Whose::Teacher, Whose::Both]);
        if rest.is_empty() {
            self.promises(&[Whose::Evaluator])
        } else {
            rest
        }
    }

    /// What the teacher wrote about wishes for the coming years, and shared.
    fn aspiration(&self) -> Option<String> {
        let talk = self.talk()?;
        let shared = talk.preparation(Side::Teacher)?;
        let guide = self.facts.pack.guide(talk.guide?)?;
        let asked = guide
            .prepare
            .iter()
            .find(|step| step.aspiration && shared.answers.contains_key(&step.id))?;
        let text = shared.answers.get(&asked.id)?;
        Some(
            self.facts
                .words
                .with("fact-aspiration", &[("text", text.into())]),
        )
    }

    fn next_window(&self) -> Option<String> {
        let Facts {
            words,
            pack,
            today,
            record,
            ..
        } = self.facts;
        if record.rating_is_shared() {
            return None;
        }
        let window = ["observations_1", "observations_2", "observations_3"]
            .into_iter()
            .filter_map(|id| pack.window(id))
            .find(|window| {
                window.closes >= today
                    && !record.lessons().iter().any(|(_, it)| {
                        it.lesson
                            .as_ref()
                            .is_some_and(|lesson| window.holds(lesson.on))
                    })
            })?;
        let values = [
            ("from", words.long_date(window.opens.max(today)).into()),
            ("to", words.long_date(window.closes).into()),
        ];
        Some(words.with("fact-window", &values))
    }

    fn lesson(&self) -> Option<&domain::observations::Lesson> {
        self.facts
            .record
            .observations
            .get(self.follows)?
            .lesson
            .as_ref()
    }

    /// What was scored in this lesson, the highest first.
    fn in_lesson(&self) -> Vec<Seen> {
        let Some(lesson) = self.lesson() else {
            return vec![];
        };
        let mut seen: Vec<Seen> = self
            .facts
            .pack
            .framework
            .observed()
            .filter_map(|indicator| {
                let seen = lesson.seen.get(&indicator.id)?;
                Some(Seen {
                    id: indicator.id.clone(),
                    indicator: format!(
                        "{} {}",
                        indicator.id,
                        indicator.short.get(self.facts.tag())
                    ),
                    level: seen.score?,
                    on: lesson.on,
                    text: seen.text.clone(),
                    lesson: self.follows.clone(),
                })
            })
            .collect();
        seen.sort_by_key(|seen| std::cmp::Reverse(seen.level));
        seen
    }
}
