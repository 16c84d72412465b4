//! The fields of a message, from the teacher's own facts.

use super::Desk;
use crate::year::Stop;
use crate::year::plan::Life;
use domain::conversations::{Conversation, Promise, Whose};
use domain::people::Employment;
use domain::ratings::calculation::so_far;
use domain::{Stream, YearRecord};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use words::Words;

/// What one letter is about.
pub struct About<'a> {
    pub desk: &'a Desk<'a>,
    pub life: &'a Life,
    pub record: &'a YearRecord,
    pub words: Words,
    pub language: &'a str,
    pub today: Date,
    pub follows: &'a Stream,
}

impl About<'_> {
    fn date(&self, date: Date) -> String {
        self.words.date(date)
    }

    fn say(&self, name: &str, values: &[(&str, &str)]) -> Result<String, Stop> {
        self.desk.bank.letter(self.language, name, values)
    }

    fn fixed(&self, id: &str) -> String {
        self.desk
            .pack
            .date(id)
            .and_then(policy::Deadline::fixed)
            .map(|day| self.date(day))
            .unwrap_or_default()
    }

    fn in_working_days(&self, days: u32) -> String {
        self.date(self.desk.calendar.add_working_days(self.today, days))
    }

    /// Everything that a template may ask for; what does not exist yet is null, so that it can be asked for and never
    /// printed.
    pub fn fields(&self) -> Result<Value, Stop> {
        let teacher = &self.life.teacher;
        let mut fields = Map::new();
        let mut set = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
        set("teacher", json!(teacher.name));
        set("evaluator", json!(teacher.evaluator_name));
        set("evaluator_title", json!(teacher.evaluator_title));
        set("school", json!(teacher.school_name));
        set("year", json!(self.record.year.to_string()));
        set("reply_by", json!(self.in_working_days(5)));
        set("response_by", json!(self.in_working_days(10)));
        set(
            "check_date",
            json!(self.date(self.desk.calendar.add_school_days(self.today, 30))),
        );
        set("board_date", json!(self.fixed("CAL-BOARD")));
        set(
            "contract_type",
            json!(self.say(self.by_class("contract"), &[])?),
        );
        set("report_link_note", json!(self.say("report_link", &[])?));
        set("received_meaning", json!(self.say("received", &[])?));
        set("next_observation_window", self.window()?);
        set(
            "representative_note",
            if self.life.is_low() {
                json!(self.say("representative", &[])?)
            } else {
                Value::Null
            },
        );
        set(
            "dissent_route",
            json!(self.say("dissent", &[("peer", &self.fixed("CAL-PEER"))])?),
        );
        set(
            "status_effect",
            json!(self.say(self.by_class("status"), &[])?),
        );
        set("aspiration", self.aspiration()?);
        let talk = self.record.conversations.get(self.follows);
        set("commitments", json!(self.commitments(talk)?));
        set("supports", json!(self.supports(talk)?));
        set(
            "conversation_date",
            json!(
                talk.and_then(|talk| talk.slot.as_ref())
                    .map(|slot| self.date(slot.on))
            ),
        );
        set(
            "conversation_place",
            json!(talk.and_then(|talk| talk.slot.as_ref()).map(|slot| format!(
                "{}, {}",
                self.words.time(slot.begins),
                slot.place
            ))),
        );
        set(
            "minutes",
            json!(
                talk.and_then(|talk| talk.slot.as_ref())
                    .map(|slot| slot.minutes)
            ),
        );
        for (name, lines) in self.guide(talk)? {
            set(name, json!(lines));
        }
        for (name, value) in self.lessons()? {
            set(name, value);
        }
        for (name, value) in self.rating()? {
            set(name, value);
        }
        Ok(Value::Object(fields))
    }

    fn by_class(&self, what: &str) -> &'static str {
        match (what, self.life.teacher.employment) {
            ("contract", Some(Employment::Probationary)) => "contract_probationary",
            ("contract", Some(Employment::NonProbationary)) => "contract_permanent",
            ("contract", _) => "contract_other",
            (_, Some(Employment::Probationary)) => "status_probationary",
            (_, Some(Employment::NonProbationary)) => "status_permanent",
            _ => "status_other",
        }
    }

    /// The next of the three learning cycles that has not ended.
    fn window(&self) -> Result<Value, Stop> {
        let windows = ["observations_1", "observations_2", "observations_3"]
            .iter()
            .filter_map(|id| self.desk.pack.window(id));
        let seen = |window: &policy::Window| {
            self.life
                .lessons
                .iter()
                .any(|lesson| window.holds(lesson.on) && lesson.on <= self.today)
        };
        match windows
            .into_iter()
            .find(|window| window.closes > self.today && !seen(window))
        {
            Some(window) => {
                let from = self.date(window.opens.max(self.today));
                Ok(json!(self.say(
                    "window",
                    &[("from", &from), ("to", &self.date(window.closes))]
                )?))
            }
            None => Ok(Value::Null),
        }
    }

    /// What the teacher wrote of wishes, if it was shared.
    fn aspiration(&self) -> Result<Value, Stop> {
        let talk = self.record.conversations.get(self.follows);
        let shared = talk.and_then(|talk| talk.preparation(policy::Side::Teacher));
        let guide = talk
            .and_then(|talk| talk.guide)
            .and_then(|kind| self.desk.pack.guide(kind));
        let asked = guide
            .into_iter()
            .flat_map(|guide| &guide.prepare)
            .filter(|step| step.aspiration && step.who == policy::Side::Teacher);
        let mut answers = asked.filter_map(|step| shared?.answers.get(&step.id));
        match answers.next() {
            Some(text) => Ok(json!(self.say("aspiration", &[("text", text)])?)),
            None => Ok(Value::Null),
        }
    }

    fn promise(&self, promise: &Promise) -> Result<String, Stop> {
        let who = match promise.whose {
            Whose::Evaluator => self.life.teacher.evaluator_name.clone(),
            Whose::Teacher => self.life.teacher.name.clone(),
            Whose::Both => self
                .words
                .list(&[&self.life.teacher.name, &self.life.teacher.evaluator_name]),
        };
        self.say(
            "promise",
            &[
                ("who", &who),
                ("what", &promise.what),
                ("date", &self.date(promise.by)),
            ],
        )
    }

    fn commitments(&self, talk: Option<&Conversation>) -> Result<Vec<String>, Stop> {
        talk.map_or(&[][..], |talk| &talk.promises)
            .iter()
            .map(|promise| self.promise(promise))
            .collect()
    }

    /// What the school gives: the evaluator's promises, or the offer of an hour.
    fn supports(&self, talk: Option<&Conversation>) -> Result<Vec<String>, Stop> {
        let theirs = talk
            .map_or(&[][..], |talk| &talk.promises)
            .iter()
            .filter(|promise| promise.whose == Whose::Evaluator);
        let lines: Result<Vec<String>, Stop> = theirs
            .map(|promise| {
                self.say(
                    "support",
                    &[("what", &promise.what), ("date", &self.date(promise.by))],
                )
            })
            .collect();
        let lines = lines?;
        if lines.is_empty() && talk.is_some() {
            Ok(vec![self.say("no_support", &[])?])
        } else {
            Ok(lines)
        }
    }

    /// Agenda and preparation of a meeting that is still to come.
    fn guide(&self, talk: Option<&Conversation>) -> Result<[(&'static str, Vec<String>); 2], Stop> {
        let guide = talk.and_then(|talk| Some((self.desk.pack.guide(talk.guide?)?, talk.length?)));
        let Some((guide, length)) = guide else {
            return Ok([("agenda", vec![]), ("prepare", vec![])]);
        };
        let items = guide
            .agenda
            .iter()
            .filter(|item| item.minutes.get(length) > 0);
        let agenda: Result<Vec<String>, Stop> = items
            .map(|item| {
                let minutes = item.minutes.get(length).to_string();
                self.say(
                    "agenda",
                    &[
                        ("title", item.title.get(self.language)),
                        ("minutes", &minutes),
                    ],
                )
            })
            .collect();
        let before = guide
            .before
            .iter()
            .filter(|step| step.who == policy::Side::Teacher);
        Ok([
            ("agenda", agenda?),
            (
                "prepare",
                before
                    .map(|step| step.text.get(self.language).to_owned())
                    .collect(),
            ),
        ])
    }

    fn short(&self, indicator: &str) -> String {
        let known = self.desk.pack.framework.indicator(indicator);
        known.map_or_else(
            || indicator.to_owned(),
            |known| known.short.get(self.language).to_owned(),
        )
    }

    fn next(&self, indicator: &str) -> String {
        self.desk
            .bank
            .levels
            .get(indicator)
            .map(|level| level.next(self.language).to_owned())
            .unwrap_or_default()
    }

    /// One indicator as it was last seen.
    fn seen(&self, name: &str, indicator: &str) -> Result<Option<String>, Stop> {
        let Some((lesson, note)) = self
            .life
            .last_note(indicator, self.today.saturating_add(1.day()))
        else {
            return Ok(None);
        };
        let values = [
            ("short", self.short(indicator)),
            ("id", indicator.to_owned()),
            ("level", note.level.to_string()),
            ("date", self.date(lesson.on)),
            ("echo", note.echo.clone()),
            ("next", self.next(indicator)),
        ];
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.say(name, &values).map(Some)
    }

    /// Strengths, concerns and next steps from the lessons shared so far.
    fn lessons(&self) -> Result<Vec<(&'static str, Value)>, Stop> {
        let of_this = self
            .life
            .lessons
            .iter()
            .find(|lesson| lesson.stream == *self.follows);
        let mut levels: Vec<(String, u8)> = match of_this {
            Some(lesson) => lesson
                .notes
                .iter()
                .map(|(indicator, note)| (indicator.clone(), note.level))
                .collect(),
            None => self.life.latest(self.today).into_iter().collect(),
        };
        levels.sort_by_key(|(indicator, level)| (*level, indicator.clone()));
        let low = levels
            .first()
            .map_or(self.life.growth.clone(), |(indicator, _)| indicator.clone());
        let high = levels.iter().rev().take(2);
        let strengths: Vec<String> = high
            .map(|(indicator, _)| self.seen("strength", indicator))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect();
        let lows = levels.iter().filter(|(_, level)| *level < 5).take(3);
        let concerns: Vec<String> = lows
            .map(|(indicator, _)| self.seen("concern", indicator))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect();
        let goal = [
            ("short", self.short(&low)),
            ("id", low.clone()),
            ("next", self.next(&low)),
        ];
        let goal: Vec<(&str, &str)> = goal
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let mut goals = vec![self.say("goal", &goal)?];
        for title in &self.life.goal_titles {
            goals.push(self.say("pupil_goal", &[("title", title)])?);
        }
        let range = so_far(&self.record.rating_inputs(self.desk.pack), self.desk.pack);
        let label = |id: &String| {
            self.desk
                .pack
                .rating
                .rating(id)
                .map(|rating| rating.label.get(self.language).to_owned())
                .unwrap_or_default()
        };
        let ratings: Vec<String> = range.ratings.iter().map(label).collect();
        let places = self.desk.pack.rating.shown_places.value;
        let (from, to) = (
            self.words.decimal(&range.low.to_decimal(places)),
            self.words.decimal(&range.high.to_decimal(places)),
        );
        let range = self.say(
            "range",
            &[
                ("ratings", &self.words.list_or(&ratings)),
                ("low", &from),
                ("high", &to),
            ],
        )?;
        let kind =
            of_this.and_then(|lesson| self.desk.pack.framework.observation_kind(lesson.kind));
        Ok(vec![
            ("strengths", json!(strengths)),
            ("strength", json!(strengths.first())),
            ("concerns", json!(concerns)),
            ("growth_area", json!(self.seen("growth", &low)?)),
            ("lever", json!(self.seen("lever", &low)?)),
            (
                "next_step",
                json!(self.say("next_step", &[("next", &self.next(&low))])?),
            ),
            (
                "next_year_step",
                json!(self.say("step", &[("next", &self.next(&low))])?),
            ),
            ("improvement", json!([self.say("improvement", &goal)?])),
            ("goals", json!(goals)),
            ("provisional_range", json!(range)),
            (
                "observation_date",
                json!(of_this.map(|lesson| self.date(lesson.on))),
            ),
            (
                "observation_kind",
                json!(kind.map(|kind| kind.label.get(self.language).to_lowercase())),
            ),
        ])
    }

    /// The shared rating, line by line, and what can be done about it.
    fn rating(&self) -> Result<Vec<(&'static str, Value)>, Stop> {
        let Some(released) = &self.record.rating.released else {
            return Ok(["rating", "measure_lines", "documentation", "options"]
                .map(|name| (name, Value::Null))
                .to_vec());
        };
        let places = self.desk.pack.rating.shown_places.value;
        let mut lines = vec![];
        for group in &released.trace.composite.children {
            for node in &group.children {
                let label = self
                    .desk
                    .pack
                    .measures
                    .list
                    .iter()
                    .find(|measure| measure.id == node.id);
                let label = label
                    .map(|measure| measure.label.get(self.language))
                    .unwrap_or(&node.id);
                let weight = node
                    .weight
                    .as_ref()
                    .map(|weight| self.words.decimal(&weight.to_decimal(0)))
                    .unwrap_or_default();
                let points = self.words.decimal(&node.value.to_decimal(places));
                lines.push(self.say(
                    "measure",
                    &[("label", label), ("points", &points), ("weight", &weight)],
                )?);
            }
        }
        let mut documents = vec![];
        for lesson in &self.life.lessons {
            let (date, shared) = (self.date(lesson.on), self.date(lesson.shared_on));
            documents.push(self.say("documentation", &[("date", &date), ("shared", &shared)])?);
        }
        let calendar = self.desk.calendar;
        let receive = self.date(calendar.add_school_days(released.on, 2));
        let answer = self.date(calendar.add_working_days(released.on, 10));
        let options = vec![
            self.say("option_receive", &[("date", &receive)])?,
            self.say("option_answer", &[("date", &answer)])?,
            self.say("option_rules", &[("date", &answer)])?,
        ];
        let label = self
            .desk
            .pack
            .rating
            .rating(&released.rating)
            .map(|rating| rating.label.get(self.language).to_owned());
        Ok(vec![
            ("rating", json!(label)),
            ("measure_lines", json!(lines)),
            ("documentation", json!(documents)),
            ("options", json!(options)),
        ])
    }
}
