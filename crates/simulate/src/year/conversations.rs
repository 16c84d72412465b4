//! Conversations as they happen: scheduled, prepared, noted, promised, "we met" from both sides, followed up in writing,
//! and the promises kept or not.

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Bank, Lists, fill, fits_without_desk, sentence};
use super::chance::Chance;
use super::letters::Letter;
use super::plan::{Life, Talk};
use domain::calendar::Calendar;
use domain::conversations::{
    Command as Do, ConversationKind, NOTE_FIELD, PROMISE_FIELD, Promise, Whose,
};
use domain::{Command, PersonId, YearId};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use policy::Pack;
use record::PREPARATION_FIELD;
use std::collections::BTreeMap;

/// What the acts are made from.
pub struct Room<'a> {
    pub year: &'a YearId,
    pub pack: &'a Pack,
    pub calendar: &'a Calendar,
    pub bank: &'a Bank,
    pub seed: u64,
}

/// A promise, and what becomes of it.
struct Promised {
    by: PersonId,
    promise: Promise,
    /// The day on which it gets another date, and which.
    moved: Option<(Date, Date)>,
    /// None where a story tells it, or where it is due after the year.
    kept: Option<Date>,
}

impl Room<'_> {
    /// Every conversation of a teacher.
    ///
    /// # Errors
    /// Words that are missing.
    pub fn acts(&self, life: &Life, script: &mut Script) -> Result<(), Stop> {
        for talk in [
            Some(&life.beginning),
            life.check_in.as_ref(),
            Some(&life.mid_year),
            Some(&life.end_of_year),
        ]
        .into_iter()
        .flatten()
        {
            let mut chance = life.chance(self.seed, talk.kind.as_str());
            self.schedule(life, talk, script);
            self.prepare(life, talk, &mut chance, script)?;
            self.meet(life, talk, &mut chance, script)?;
        }
        Ok(())
    }

    fn schedule(&self, life: &Life, talk: &Talk, script: &mut Script) {
        let teacher = &life.teacher;
        let command = Do::Schedule {
            teacher: teacher.id,
            year: self.year.clone(),
            guide: talk.kind,
            length: talk.length,
            slot: talk.slot.clone(),
        };
        script.order(
            talk.scheduled,
            teacher.evaluator,
            &talk.stream,
            Command::Conversation(command),
        );
        // The drawn caseload has an invitation in writing for the longest of its conversations: Thu 7 Jan.
        if teacher.name == "Imani Castellano" && talk.kind == ConversationKind::MidYear {
            script.letter(
                at(date(2027, 1, 7), 16, 30),
                teacher.evaluator,
                Letter::new(life, &talk.stream),
            );
        }
    }

    /// What the words are filled with: the indicators in question by their short names.
    fn values(&self, life: &Life, language: &str, before: Date) -> [(&'static str, String); 4] {
        let (high, low) = life
            .ends_before(before)
            .unwrap_or_else(|| (life.strength.clone(), life.growth.clone()));
        let short = |id: &str| {
            let label = self
                .pack
                .framework
                .indicator(id)
                .map(|indicator| indicator.short.get(language).to_lowercase());
            label.unwrap_or_else(|| id.to_owned())
        };
        let next = self
            .bank
            .levels
            .get(&low)
            .map(|level| level.next(language).to_owned())
            .unwrap_or_default();
        let goal = life.goal_titles.first().cloned().unwrap_or_default();
        [
            ("strength", short(&high)),
            ("growth", short(&low)),
            ("next", next),
            ("goal", goal),
        ]
    }

    fn words(
        &self,
        list: Option<&Vec<String>>,
        life: &Life,
        language: &str,
        before: Date,
        chance: &mut Chance,
    ) -> Option<String> {
        let values = self.values(life, language, before);
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let fits = |text: &&String| life.desk || fits_without_desk(text);
        let fitting: Vec<&String> = list?.iter().filter(fits).collect();
        chance.pick(&fitting).map(|text| sentence(text, &values))
    }

    fn prepare(
        &self,
        life: &Life,
        talk: &Talk,
        chance: &mut Chance,
        script: &mut Script,
    ) -> Result<(), Stop> {
        let teacher = &life.teacher;
        let prompts = match talk.kind {
            ConversationKind::Beginning => "b.prepare.",
            ConversationKind::MidYear => "m.prepare.",
            ConversationKind::EndOfYear => "e.prepare.",
            ConversationKind::CheckIn | ConversationKind::FollowUp => return Ok(()),
        };
        let own = self.bank.larkspur.prepare.get(&teacher.family);
        let lists = self.bank.conversations.prepare.get(life.language);
        let lists = lists.ok_or_else(|| {
            Stop::Words(format!(
                "conversations.toml prepares nothing in {}",
                life.language
            ))
        })?;
        let mut answers = BTreeMap::new();
        for (prompt, list) in lists
            .iter()
            .filter(|(prompt, _)| prompt.starts_with(prompts))
        {
            let by_hand = own.and_then(|own| own.get(prompt)).cloned();
            let skips = own.is_some_and(|own| own.keys().any(|prompt| prompt.starts_with(prompts)))
                || chance.happens(20);
            let text = by_hand.or_else(|| {
                if skips {
                    None
                } else {
                    self.words(Some(list), life, life.language, talk.slot.on, chance)
                }
            });
            answers.extend(text.map(|text| (prompt.clone(), text)));
        }
        let day = self.calendar.subtract_school_days(talk.slot.on, 2);
        let minute = [10, 25, 50][chance.below(3)];
        let mut when = at(day.max(talk.scheduled.date()), 16, minute);
        if when >= talk.slot.on.to_datetime(talk.slot.begins) {
            // Those who meet in the first days prepare in the week before the students come.
            when = at(talk.scheduled.date().saturating_add(1.day()), 16, minute);
        }
        let late = matches!(talk.kind, ConversationKind::Beginning) && chance.happens(10);
        if teacher.name == "Imani Castellano" && talk.kind == ConversationKind::MidYear {
            // `my-year-teacher.html`: written, not shared, on the morning of Tue 12 Jan.
            for (prompt, text) in &answers {
                script.draft(
                    at(date(2027, 1, 11), 19, 30),
                    teacher.id,
                    &talk.stream,
                    format!("{PREPARATION_FIELD}{prompt}"),
                    text.clone(),
                );
            }
        }
        if !answers.is_empty() && !late {
            script.order(
                when,
                teacher.id,
                &talk.stream,
                Command::Conversation(Do::SharePreparation { answers }),
            );
        }
        if chance.happens(25) {
            let lists = self.bank.conversations.prepare.get("evaluator");
            let mut answers = BTreeMap::new();
            for (prompt, list) in lists
                .into_iter()
                .flatten()
                .filter(|(prompt, _)| prompt.starts_with(prompts))
            {
                answers.extend(
                    self.words(Some(list), life, "en", talk.slot.on, chance)
                        .map(|text| (prompt.clone(), text)),
                );
            }
            if !answers.is_empty() {
                script.order(
                    when.saturating_add(35.minutes()),
                    teacher.evaluator,
                    &talk.stream,
                    Command::Conversation(Do::SharePreparation { answers }),
                );
            }
        }
        Ok(())
    }

    fn meet(
        &self,
        life: &Life,
        talk: &Talk,
        chance: &mut Chance,
        script: &mut Script,
    ) -> Result<(), Stop> {
        let teacher = &life.teacher;
        let begins = talk.slot.on.to_datetime(talk.slot.begins);
        let notes = &self.bank.conversations.note;
        let own: Option<&Lists> = notes.teacher.get(life.language);
        let of = |lists: Option<&Lists>, chance: &mut Chance| {
            let mut list = lists
                .and_then(|lists| lists.get(talk.kind.as_str()))
                .cloned()
                .unwrap_or_default();
            chance.shuffle(&mut list);
            list
        };
        let (own, theirs) = (of(own, chance), of(Some(&notes.evaluator), chance));
        let second = chance.happens(40) && talk.slot.minutes > 20;
        let written = [
            (teacher.id, life.language, own.first()),
            (teacher.evaluator, "en", theirs.first()),
            (teacher.evaluator, "en", theirs.get(1).filter(|_| second)),
        ];
        for (number, (by, language, text)) in (1..).zip(written) {
            let list = text.cloned().map(|text| vec![text]);
            if let Some(text) = self.words(list.as_ref(), life, language, talk.slot.on, chance) {
                let when = begins.saturating_add((number * 4).minutes());
                script.draft(
                    when,
                    by,
                    &talk.stream,
                    format!("{NOTE_FIELD}{number}"),
                    text,
                );
            }
        }
        let promises = self.promises(life, talk, chance)?;
        for (number, promised) in promises.iter().enumerate() {
            let text = serde_json::to_string(&promised.promise)
                .map_err(|error| Stop::Plan(error.to_string()))?;
            let step = i64::try_from(number).unwrap_or_default();
            let when = begins.saturating_add((i64::from(talk.slot.minutes) - 8 + step).minutes());
            script.draft(
                when,
                promised.by,
                &talk.stream,
                format!("{PROMISE_FIELD}{number}"),
                text,
            );
        }
        let mut says = |when: DateTime, by: PersonId| {
            script.order(when, by, &talk.stream, Command::Conversation(Do::SayWeMet))
        };
        says(talk.teacher_said, teacher.id);
        says(talk.evaluator_said, teacher.evaluator);
        if !matches!(
            talk.kind,
            ConversationKind::CheckIn | ConversationKind::EndOfYear
        ) {
            script.letter(
                talk.followed_up,
                teacher.evaluator,
                Letter::new(life, &talk.stream),
            );
        }
        self.keep(life, talk, &promises, script);
        Ok(())
    }

    fn keep(&self, life: &Life, talk: &Talk, promises: &[Promised], script: &mut Script) {
        for (number, promised) in promises.iter().enumerate() {
            if let Some((day, to)) = promised.moved {
                let command = Command::Conversation(Do::MovePromise { number, by: to });
                script.order(at(day, 15, 50), promised.by, &talk.stream, command);
            }
            if let Some(day) = promised.kept {
                let command = Command::Conversation(Do::KeepPromise { number });
                script.order(at(day, 16, 15), promised.by, &talk.stream, command);
            }
        }
        if life.teacher.name == "Imani Castellano" && talk.kind == ConversationKind::Beginning {
            // The visit that he owed: a new date in their conversation, and kept.
            let moved = Command::Conversation(Do::MovePromise {
                number: 1,
                by: date(2027, 2, 5),
            });
            script.order(
                at(date(2027, 1, 14), 15, 20),
                life.teacher.evaluator,
                &talk.stream,
                moved,
            );
            script.order(
                at(date(2027, 2, 4), 16, 20),
                life.teacher.evaluator,
                &talk.stream,
                Command::Conversation(Do::KeepPromise { number: 1 }),
            );
        }
    }

    fn promises(
        &self,
        life: &Life,
        talk: &Talk,
        chance: &mut Chance,
    ) -> Result<Vec<Promised>, Stop> {
        let teacher = &life.teacher;
        let promised = |by: PersonId, what: String, due: Date, kept: Option<Date>| {
            let whose = if by == teacher.id {
                Whose::Teacher
            } else {
                Whose::Evaluator
            };
            Promised {
                by,
                promise: Promise {
                    whose,
                    what,
                    by: due,
                    kept: None,
                },
                moved: None,
                kept,
            }
        };
        if teacher.name == "Imani Castellano" && talk.kind == ConversationKind::Beginning {
            // `my-year-teacher.html`, promises of 29 September.
            return Ok(vec![
                promised(
                    teacher.id,
                    "two tasks at different levels in each unit plan".to_owned(),
                    date(2027, 1, 14),
                    Some(date(2027, 1, 29)),
                ),
                promised(
                    teacher.evaluator,
                    "two visits of the maths coach before the winter break".to_owned(),
                    date(2026, 12, 18),
                    None,
                ),
                promised(
                    teacher.id,
                    "visit Ms Raman’s class during a workshop".to_owned(),
                    date(2026, 11, 20),
                    Some(date(2026, 11, 19)),
                ),
            ]);
        }
        let (early, late) = match talk.kind {
            ConversationKind::Beginning => (25, 60),
            ConversationKind::MidYear => (15, 40),
            ConversationKind::EndOfYear => (0, 0),
            ConversationKind::CheckIn | ConversationKind::FollowUp => return Ok(vec![]),
        };
        let due = |chance: &mut Chance| match talk.kind {
            ConversationKind::EndOfYear => date(2027, 9, [3, 10, 17][chance.below(3)]),
            _ => self.calendar.add_school_days(
                talk.slot.on,
                u32::try_from(chance.between(early, late)).unwrap_or(30),
            ),
        };
        let low = life
            .ends_before(talk.slot.on)
            .map_or_else(|| life.growth.clone(), |(_, low)| low);
        let level = self
            .bank
            .levels
            .get(&low)
            .ok_or_else(|| Stop::Words(format!("levels.toml has no {low}")))?;
        let own = match talk.kind {
            ConversationKind::EndOfYear => {
                let lists = self
                    .bank
                    .conversations
                    .promise
                    .teacher
                    .get(life.language)
                    .and_then(|lists| lists.get("end_of_year"));
                let frame = lists
                    .and_then(|list| list.first())
                    .cloned()
                    .unwrap_or_default();
                fill(&frame, &[("next", level.next(life.language))])
            }
            _ => level.promise(life.language).to_owned(),
        };
        let promise = &self.bank.conversations.promise;
        let lists = if life.language == "es" {
            &promise.evaluator_es
        } else {
            &promise.evaluator
        };
        let list = lists.get(talk.kind.as_str());
        let theirs = self.pick_plain(list, life, talk.slot.on, chance);
        let mut promises = vec![];
        // `today-evaluator.html`: of what Achterberg and his teachers owe each other, one promise alone is late.
        let drawn = teacher.evaluator_name == "Desmond Achterberg";
        for (by, what, often) in [(teacher.id, own, 80), (teacher.evaluator, theirs, 75)] {
            let often = if drawn { 100 } else { often };
            let day = due(chance);
            let mut promised = promised(by, what, day, None);
            if talk.kind != ConversationKind::EndOfYear {
                let in_time = chance.happens(often);
                (promised.moved, promised.kept) = self.becomes(day, in_time, chance);
            }
            promises.push(promised);
        }
        Ok(promises)
    }

    /// When a promise for a day is kept, and to when it is moved before: most in time, some a few days late, and some
    /// get another date on the day itself.
    fn becomes(
        &self,
        due: Date,
        in_time: bool,
        chance: &mut Chance,
    ) -> (Option<(Date, Date)>, Option<Date>) {
        let mut some = |from, to| u32::try_from(chance.between(from, to)).unwrap_or(1);
        let calendar = self.calendar;
        if in_time {
            return (None, Some(calendar.subtract_school_days(due, some(0, 6))));
        }
        if some(0, 1) == 0 {
            return (None, Some(calendar.add_school_days(due, some(1, 3))));
        }
        let to = calendar.add_school_days(due, some(8, 20));
        let kept = calendar.subtract_school_days(to, some(0, 3));
        (Some((due, to)), Some(kept))
    }

    /// A promise is no sentence: it begins small.
    fn pick_plain(
        &self,
        list: Option<&Vec<String>>,
        life: &Life,
        before: Date,
        chance: &mut Chance,
    ) -> String {
        let values = self.values(life, "en", before);
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        chance
            .pick(list.map_or(&[][..], Vec::as_slice))
            .map(|text| fill(text, &values))
            .unwrap_or_default()
    }
}
