//! Everybody's year, thought out before it begins: dates that fit the windows and each evaluator's diary, figures that
//! end as wished, and what is written about each lesson. The rooms then turn it into acts.

mod dates;
mod talks;
mod wishes;

use super::Stop;
use super::bank::{Bank, Pair, Subject, Topic};
use super::chance::{Chance, id};
use super::larkspur::fixed;
use super::lessons;
use super::lives::{self, Ending, Figures, Gap, January, Shape};
use super::staff::Teacher;
use domain::calendar::Calendar;
use domain::conversations::{ConversationKind, Length, Slot};
use domain::{Kind, PersonId, Stream};
use jiff::civil::{Date, DateTime, Time, date};
use policy::{Exact, Pack};
use std::collections::BTreeMap;

/// What an observer wrote for one indicator.
#[derive(Clone, Debug)]
pub struct Note {
    pub level: u8,
    pub text: String,
    /// The same fact in a clause.
    pub echo: String,
    /// Which of the bank's texts it is; none for what was written by hand.
    pub variant: Option<usize>,
}

/// One lesson that is seen.
#[derive(Clone, Debug)]
pub struct Lesson {
    pub stream: Stream,
    pub kind: &'static str,
    pub on: Date,
    pub begins: Time,
    pub ends: Time,
    pub shared_on: Date,
    pub focus: String,
    pub notes: BTreeMap<String, Note>,
}

/// One conversation.
#[derive(Clone, Debug)]
pub struct Talk {
    pub stream: Stream,
    pub kind: ConversationKind,
    pub slot: Slot,
    pub length: Length,
    pub scheduled: DateTime,
    /// When each side says "we met".
    pub teacher_said: DateTime,
    pub evaluator_said: DateTime,
    /// When the follow-up goes out.
    pub followed_up: DateTime,
}

/// One teacher's whole year.
pub struct Life {
    pub teacher: Teacher,
    /// In which the teacher writes: `en` or `es`.
    pub language: &'static str,
    /// Pupils have something on a table before them.
    pub desk: bool,
    pub ending: Ending,
    pub gap: Option<Gap>,
    pub collective: Exact,
    pub figures: Figures,
    pub lessons: Vec<Lesson>,
    /// What the evaluator wrote beside the ratings of professionalism, in January and in May.
    pub mid: BTreeMap<String, Pair>,
    pub end: BTreeMap<String, Pair>,
    pub goal_titles: Vec<String>,
    pub beginning: Talk,
    pub check_in: Option<Talk>,
    pub mid_year: Talk,
    pub end_of_year: Talk,
    /// When the rating is shared, if it can be.
    pub rated: DateTime,
    /// The observed indicators that stand highest and lowest over the year.
    pub strength: String,
    pub growth: String,
}

impl Life {
    /// A row of draws of this life.
    pub fn chance(&self, seed: u64, what: &str) -> Chance {
        Chance::of(seed, &format!("{}/{what}", self.teacher.name))
    }

    /// A low rating or a status is in question.
    pub fn is_low(&self) -> bool {
        matches!(
            self.ending,
            Ending::NotMeeting | Ending::Approaching | Ending::Band
        )
    }

    /// A thing that the year has once.
    pub fn one(&self, kind: Kind, year: &domain::YearId) -> Stream {
        Stream::of_year(kind, self.teacher.id, year)
    }

    /// What was last written of an indicator in lessons that were shared before a day.
    pub fn last_note(&self, indicator: &str, before: Date) -> Option<(&Lesson, &Note)> {
        let mut seen: Vec<_> = self
            .lessons
            .iter()
            .filter(|lesson| lesson.shared_on < before)
            .collect();
        seen.sort_by_key(|lesson| std::cmp::Reverse(lesson.on));
        seen.into_iter()
            .find_map(|lesson| Some((lesson, lesson.notes.get(indicator)?)))
    }

    /// The observed indicators that stood highest and lowest in the lessons shared before a day.
    pub fn ends_before(&self, before: Date) -> Option<(String, String)> {
        let levels = self.latest(before);
        let high = levels.iter().max_by_key(|(_, level)| **level)?;
        let low = levels.iter().min_by_key(|(_, level)| **level)?;
        Some((high.0.clone(), low.0.clone()))
    }

    /// The latest level of each observed indicator in the lessons shared before a day.
    pub fn latest(&self, before: Date) -> BTreeMap<String, u8> {
        let mut lessons: Vec<_> = self
            .lessons
            .iter()
            .filter(|lesson| lesson.shared_on < before)
            .collect();
        lessons.sort_by_key(|lesson| lesson.on);
        let notes = lessons.into_iter().flat_map(|lesson| &lesson.notes);
        notes
            .map(|(indicator, note)| (indicator.clone(), note.level))
            .collect()
    }
}

/// What plans are made from.
pub struct Ground<'a> {
    pub seed: u64,
    pub bank: &'a Bank,
    pub pack: &'a Pack,
    pub calendar: &'a Calendar,
}

/// Everybody's year.
///
/// # Errors
/// A wish that the pack's rule cannot meet, or words that are missing.
pub fn plan(teachers: Vec<Teacher>, ground: &Ground<'_>) -> Result<Vec<Life>, Stop> {
    let wishes = wishes::wishes(&teachers, ground.seed);
    let mut diaries = super::days::Diaries::default();
    let talks = talks::talks(&teachers, &wishes, ground, &mut diaries)?;
    let collective = collective(&teachers, ground);
    let mut lives = Vec::with_capacity(teachers.len());
    for ((teacher, wish), talks) in teachers.into_iter().zip(wishes).zip(talks) {
        let growth = collective
            .get(&teacher.school_name)
            .cloned()
            .unwrap_or_else(|| 50.into());
        lives.push(life(teacher, wish, talks, growth, ground, &mut diaries)?);
    }
    Ok(lives)
}

/// Percent of each school's growth points, published in April; Larkspur's stands on the drawn page.
fn collective(teachers: &[Teacher], ground: &Ground<'_>) -> BTreeMap<String, Exact> {
    let halves = |school: &str| match school {
        "Larkspur Elementary" => 75,
        other => Chance::of(ground.seed, &format!("collective/{other}")).between(92, 150),
    };
    let schools = teachers.iter().map(|teacher| teacher.school_name.clone());
    schools
        .map(|school| {
            (
                school.clone(),
                Exact::ratio(halves(&school), 2).unwrap_or_else(Exact::zero),
            )
        })
        .collect()
}

/// Who writes in Spanish: some at Larkspur, and half of the bilingual school.
fn language(teacher: &Teacher, chance: &mut Chance) -> &'static str {
    let by_name = ["Barragán", "Villalobos", "Quiñones"].contains(&teacher.family.as_str());
    if by_name || (teacher.school_name.contains("Bilingüe") && chance.happens(50)) {
        "es"
    } else {
        "en"
    }
}

/// Grades 3 to 12; teachers of several grades are surveyed in the upper ones.
fn surveyed(content_area: &str, subject: &Subject) -> bool {
    subject.id != "early" || content_area.to_lowercase().contains("grade 3")
}

fn life(
    teacher: Teacher,
    wish: wishes::Wish,
    talks: talks::Talks,
    growth: Exact,
    ground: &Ground<'_>,
    diaries: &mut super::days::Diaries,
) -> Result<Life, Stop> {
    let Ground {
        seed,
        bank,
        pack,
        calendar,
    } = ground;
    let mut chance = Chance::of(*seed, &format!("{}/life", teacher.name));
    let fixed = fixed(&teacher.name);
    let subject = bank
        .subject(&teacher.content_area)
        .ok_or_else(|| Stop::Words(format!("no topics for {}", teacher.content_area)))?;
    let small = matches!(subject.id.as_str(), "support" | "language");
    let class = fixed.and_then(|fixed| fixed.class).unwrap_or_else(|| {
        u32::try_from(if small {
            chance.between(7, 10)
        } else {
            chance.between(19, 28)
        })
        .unwrap_or(24)
    });
    let visits = dates::visits(&teacher, fixed, calendar, &mut chance, diaries);
    let surveyed = surveyed(&teacher.content_area, subject);
    let mid_slot = talks.mid_year.slot.on;
    let shape = Shape {
        ending: wish.ending,
        january: fixed.map_or(January::AsItEnds, |fixed| fixed.january),
        visits: &visits,
        rated_by_january: calendar.subtract_school_days(mid_slot, 3) < date(2027, 1, 12),
        surveyed,
        collective: &growth,
        probationary: teacher.is_probationary(),
        class: class.max(14),
        fixed,
    };
    let figures = lives::draw(&shape, pack, &mut chance)
        .map_err(|stop| Stop::Plan(format!("{}: {stop}", teacher.name)))?;
    let mut topics: Vec<&Topic> = subject.topics.iter().collect();
    chance.shuffle(&mut topics);
    let mut lessons = vec![];
    for (number, visit) in visits.iter().enumerate() {
        let drawn = bank
            .larkspur
            .focus
            .get(&teacher.family)
            .and_then(|days| days.get(&visit.on.to_string()));
        let topic = topics
            .iter()
            .find(|topic| drawn == Some(&topic.focus))
            .or_else(|| topics.get(number % topics.len().max(1)));
        let topic = topic.ok_or_else(|| Stop::Words(format!("{} has no topics", subject.id)))?;
        let stream = Stream::of(
            Kind::Observation,
            id(*seed, &format!("{}/lesson/{number}", teacher.name)),
        );
        let levels = figures.lessons.get(number).cloned().unwrap_or_default();
        let mut observer = lessons::Observer {
            teacher: &teacher,
            class,
            bank,
            chance: &mut chance,
        };
        lessons.push(lessons::lesson(
            &mut observer,
            stream,
            visit,
            topic,
            &levels,
            &lessons,
        )?);
    }
    let (high, low) = ends(&lessons, &figures);
    let beside = |levels: &BTreeMap<String, u8>,
                  moment: &str,
                  earlier: &BTreeMap<String, Pair>,
                  chance: &mut Chance| {
        super::professionalism::notes(&teacher, levels, moment, earlier, class, bank, chance)
    };
    let mid = beside(&figures.mid, "mid_year", &BTreeMap::new(), &mut chance)?;
    let end = beside(&figures.end, "end_of_year", &mid, &mut chance)?;
    let language = language(&teacher, &mut chance);
    let mut goal_titles = if language == "es" {
        subject.goals_es.clone()
    } else {
        subject.goals.clone()
    };
    chance.shuffle(&mut goal_titles);
    goal_titles.truncate(2);
    if teacher.family == "Castellano" {
        goal_titles = vec!["Reading for claims".to_owned(), "Fractions".to_owned()];
    }
    let rated = dates::rated(&talks.end_of_year, fixed, calendar, &mut chance);
    Ok(Life {
        language,
        desk: subject.topics.iter().any(|topic| !topic.work.is_empty()),
        ending: wish.ending,
        gap: wish.gap,
        collective: growth,
        figures,
        lessons,
        mid,
        end,
        goal_titles,
        beginning: talks.beginning,
        check_in: talks.check_in,
        mid_year: talks.mid_year,
        end_of_year: talks.end_of_year,
        rated,
        strength: high,
        growth: low,
        teacher,
    })
}

/// The observed indicators with the highest and the lowest mean.
fn ends(lessons: &[Lesson], figures: &Figures) -> (String, String) {
    let mut sums: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (indicator, level) in figures.lessons.iter().flatten() {
        let (sum, count) = sums.entry(indicator).or_default();
        *sum += u32::from(*level);
        *count += 1;
    }
    // Means as sixtieths, so that they compare as whole numbers: nobody has more than five lessons.
    let mean = |(_, (sum, count)): &(&&str, &(u32, u32))| *sum * 60 / (*count).max(1);
    let high = sums
        .iter()
        .max_by_key(mean)
        .map(|(indicator, _)| (*indicator).to_owned());
    let low = sums
        .iter()
        .min_by_key(mean)
        .map(|(indicator, _)| (*indicator).to_owned());
    debug_assert!(!lessons.is_empty(), "a year without a lesson");
    (
        high.unwrap_or_else(|| "I.1".to_owned()),
        low.unwrap_or_else(|| "I.6".to_owned()),
    )
}

/// A place in a diary that a person can keep.
pub fn whose(teacher: &Teacher) -> [PersonId; 2] {
    [teacher.id, teacher.evaluator]
}
