//! What an observer writes down in a lesson, and the acts around it: notes while it is fresh, sharing, the teacher's
//! answer.

use super::Stop;
use super::acts::{Script, at};
use super::bank::{Bank, Pair, Topic, band, fill, fits_without_desk, sentence};
use super::chance::Chance;
use super::letters::Letter;
use super::lives::Visit;
use super::plan::{Lesson, Life, Note};
use super::staff::Teacher;
use domain::observations::{
    self, BEGINS_FIELD, ENDS_FIELD, FOCUS_FIELD, KIND_FIELD, ON_FIELD, SCORE_FIELD, Seen,
    TEACHER_FIELD, TEXT_FIELD,
};
use domain::{Command, Stream, YearId};
use jiff::ToSpan;
use jiff::civil::{Time, date};
use std::collections::BTreeMap;

/// Figures that a text may use, by name.
type Figures = Vec<(&'static str, String)>;

/// Who writes, about whose class, in which words.
pub struct Observer<'a> {
    pub teacher: &'a Teacher,
    pub class: u32,
    pub bank: &'a Bank,
    pub chance: &'a mut Chance,
}

/// Writes up a visit; what was written in earlier lessons is not written again.
///
/// # Errors
/// An indicator without words.
pub fn lesson(
    observer: &mut Observer<'_>,
    stream: Stream,
    visit: &Visit,
    topic: &Topic,
    levels: &BTreeMap<String, u8>,
    earlier: &[Lesson],
) -> Result<Lesson, Stop> {
    let Observer { teacher, bank, .. } = *observer;
    let own = bank
        .larkspur
        .lesson
        .get(&teacher.family)
        .and_then(|days| days.get(&visit.on.to_string()));
    let focus = bank
        .larkspur
        .focus
        .get(&teacher.family)
        .and_then(|days| days.get(&visit.on.to_string()));
    let mut notes = BTreeMap::new();
    for (indicator, level) in levels {
        let note = match own.and_then(|own| own.get(indicator)) {
            Some((text, echo)) => Note {
                level: *level,
                text: text.clone(),
                echo: echo.clone(),
                variant: None,
            },
            None => written(observer, indicator, *level, topic, earlier)?,
        };
        notes.insert(indicator.clone(), note);
    }
    let chance = &mut *observer.chance;
    let hour = i8::try_from(chance.between(8, 13)).unwrap_or(9);
    let begins = Time::constant(hour, [5, 15, 20, 35][chance.below(4)], 0, 0);
    let minutes = if visit.kind == "full" {
        chance.between(6, 9) * 5
    } else {
        chance.between(3, 4) * 5
    };
    Ok(Lesson {
        stream,
        kind: visit.kind,
        on: visit.on,
        begins,
        ends: begins.saturating_add(minutes.minutes()),
        shared_on: visit.shared_on,
        focus: focus.cloned().unwrap_or_else(|| topic.focus.clone()),
        notes,
    })
}

/// A text of the bank that was not used for this teacher before, with figures that fit the class.
fn written(
    observer: &mut Observer<'_>,
    indicator: &str,
    level: u8,
    topic: &Topic,
    earlier: &[Lesson],
) -> Result<Note, Stop> {
    let Observer {
        class,
        bank,
        chance,
        ..
    } = observer;
    let missing = || {
        Stop::Words(format!(
            "lessons.toml has nothing for {indicator} at {level}"
        ))
    };
    let all = bank
        .lessons
        .get(indicator)
        .and_then(|bands| bands.get(band(level)))
        .ok_or_else(missing)?;
    let used = |variant: usize| {
        let notes = earlier
            .iter()
            .filter_map(|lesson| lesson.notes.get(indicator));
        notes
            .into_iter()
            .any(|note| band(note.level) == band(level) && note.variant == Some(variant))
    };
    let desk = !topic.work.is_empty();
    let all: Vec<(usize, &Pair)> = all.iter().enumerate().collect();
    let fits = |strict: bool| {
        let fits = all.iter().copied().filter(move |(_, (text, _))| {
            desk || if strict {
                fits_without_desk(text)
            } else {
                !text.contains("{work")
            }
        });
        fits.collect::<Vec<_>>()
    };
    let fitting = if fits(true).is_empty() {
        fits(false)
    } else {
        fits(true)
    };
    let fresh: Vec<(usize, &Pair)> = fitting
        .iter()
        .copied()
        .filter(|(variant, _)| !used(*variant))
        .collect();
    let candidates = if fresh.is_empty() { fitting } else { fresh };
    let (variant, (text, echo)) = *chance.pick(&candidates).ok_or_else(missing)?;
    let figures = figures(*class, topic, chance);
    let values: Vec<(&str, &str)> = figures
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    Ok(Note {
        level,
        text: sentence(text, &values),
        echo: fill(echo, &values),
        variant: Some(variant),
    })
}

fn figures(class: u32, topic: &Topic, chance: &mut Chance) -> Figures {
    let of = i64::from(class);
    let most = (of * chance.between(72, 92) / 100).min(of - 1).max(2);
    let half = (of * chance.between(38, 58) / 100).max(2);
    let asked = chance.between(4, 6);
    let numbers = [
        ("of", of),
        ("most", most),
        ("rest", of - most),
        ("half", half),
        ("few", chance.between(2, if of > 12 { 5 } else { 3 })),
        ("asked", asked),
        ("told", asked - chance.between(0, 1)),
        ("some", 2),
        ("min", chance.between(3, 9)),
        ("long", chance.between(15, 24)),
        ("times", chance.between(2, 4)),
        ("groups", if of > 12 { chance.between(4, 6) } else { 3 }),
    ];
    let mut figures: Figures = numbers
        .into_iter()
        .map(|(name, number)| (name, number.to_string()))
        .collect();
    for (name, word) in [
        ("aim", &topic.aim),
        ("term", &topic.term),
        ("works", &topic.works),
        ("work", &topic.work),
    ] {
        figures.push((name, word.clone()));
    }
    figures
}

impl Lesson {
    fn as_shared(&self) -> observations::Lesson {
        let seen = self.notes.iter().map(|(id, note)| {
            (
                id.clone(),
                Seen {
                    score: Some(note.level),
                    text: note.text.clone(),
                },
            )
        });
        observations::Lesson {
            kind: self.kind.to_owned(),
            on: self.on,
            begins: self.begins,
            ends: self.ends,
            focus: self.focus.clone(),
            seen: seen.collect(),
        }
    }
}

/// What happens around each lesson.
pub fn acts(
    life: &Life,
    year: &YearId,
    bank: &Bank,
    seed: u64,
    script: &mut Script,
) -> Result<(), Stop> {
    let teacher = &life.teacher;
    let mut chance = life.chance(seed, "lessons");
    for (number, lesson) in life.lessons.iter().enumerate() {
        let minute = [45, 55][chance.below(2)];
        let share = at(
            lesson.shared_on,
            if number % 2 == 0 { 15 } else { 16 },
            minute,
        );
        let command = observations::Command::Share {
            teacher: teacher.id,
            year: year.clone(),
            lesson: lesson.as_shared(),
        };
        if teacher.name == "Samuel Adeyemi" && lesson.on == date(2027, 1, 8) {
            drafted(teacher, lesson, script);
        }
        script.order(
            share,
            teacher.evaluator,
            &lesson.stream,
            Command::Observation(command),
        );
        // `caseload.html`: a note of Mon 14 Dec; elsewhere some write beside sharing, and Achterberg does not.
        let writes = teacher.evaluator_name != "Desmond Achterberg" && chance.happens(25);
        if writes || (teacher.name == "Rashid Karimi" && lesson.shared_on == date(2026, 12, 14)) {
            script.letter(
                share.saturating_add(10.minutes()),
                teacher.evaluator,
                Letter::new(life, &lesson.stream),
            );
        }
        let own = bank.larkspur.answer.get(&teacher.family);
        let given = own
            .and_then(|days| days.get(&lesson.on.to_string()))
            .cloned();
        let answers = given.is_some() || (own.is_none() && chance.happens(35));
        if !answers {
            continue;
        }
        let low =
            lesson.notes.values().filter(|note| note.level < 5).count() * 3 > lesson.notes.len();
        let lists = bank
            .answers
            .lesson
            .get(life.language)
            .and_then(|lists| lists.get(if low { "low" } else { "sound" }));
        let text = given.or_else(|| chance.pick(lists.map_or(&[][..], Vec::as_slice)).cloned());
        let text =
            text.ok_or_else(|| Stop::Words("answers.toml has none for lessons".to_owned()))?;
        // The Monday after, as on the drawn page, or the second day.
        let day = super::days::on_or_after(
            &super::days::calendar(),
            lesson.shared_on.saturating_add(4.days()),
        );
        let answer = observations::Command::Answer { text };
        script.order(
            at(day, 17, [5, 20, 40][chance.below(3)]),
            teacher.id,
            &lesson.stream,
            Command::Observation(answer),
        );
    }
    Ok(())
}

/// A lesson that is written up and not shared yet: all its texts are the observer's working texts.
fn drafted(teacher: &Teacher, lesson: &Lesson, script: &mut Script) {
    let when = at(lesson.on, 16, 30);
    let mut draft = |field: String, text: String| {
        script.draft(when, teacher.evaluator, &lesson.stream, field, text)
    };
    draft(TEACHER_FIELD.to_owned(), teacher.id.to_string());
    draft(KIND_FIELD.to_owned(), lesson.kind.to_owned());
    draft(ON_FIELD.to_owned(), lesson.on.to_string());
    draft(
        BEGINS_FIELD.to_owned(),
        lesson.begins.strftime("%H:%M").to_string(),
    );
    draft(
        ENDS_FIELD.to_owned(),
        lesson.ends.strftime("%H:%M").to_string(),
    );
    draft(FOCUS_FIELD.to_owned(), lesson.focus.clone());
    for (indicator, note) in &lesson.notes {
        draft(format!("{SCORE_FIELD}{indicator}"), note.level.to_string());
        draft(format!("{TEXT_FIELD}{indicator}"), note.text.clone());
    }
}
