//! The words of simulated people, from `year/words/`: what they write about lessons, in conversations, in answers,
//! rationales and letters. Data, not code, so that a sentence is found and mended where sentences are.

use super::Stop;
use jiff::civil::{Date, DateTime};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A text and the same fact in a clause that others can take up later.
pub type Pair = (String, String);
/// By band: `nm`, `low`, `sound`, `high`.
pub type Bands<T> = BTreeMap<String, T>;
/// By the name of the list.
pub type Lists = BTreeMap<String, Vec<String>>;

/// What each band of an indicator looks like, and the step towards the next.
#[derive(Deserialize)]
pub struct Level {
    pub nm: String,
    pub low: String,
    pub sound: String,
    pub high: String,
    pub next: String,
    pub next_es: String,
    #[serde(default)]
    pub promise: String,
    #[serde(default)]
    pub promise_es: String,
}

/// What a lesson can be about.
#[derive(Clone, Deserialize)]
pub struct Topic {
    pub focus: String,
    pub aim: String,
    pub term: String,
    #[serde(default)]
    pub work: String,
    #[serde(default)]
    pub works: String,
}

#[derive(Deserialize)]
pub struct Subject {
    pub id: String,
    pub goals: Vec<String>,
    pub goals_es: Vec<String>,
    pub topics: Vec<Topic>,
}

#[derive(Deserialize)]
struct Topics {
    subject: Vec<Subject>,
}

/// By language (`en`, `es`), or `evaluator`.
#[derive(Deserialize)]
pub struct Conversations {
    pub prepare: BTreeMap<String, Lists>,
    pub note: Notes,
    pub promise: Promises,
    pub place: Vec<String>,
}

#[derive(Deserialize)]
pub struct Notes {
    pub teacher: BTreeMap<String, Lists>,
    pub evaluator: Lists,
}

#[derive(Deserialize)]
pub struct Promises {
    pub teacher: BTreeMap<String, Lists>,
    pub evaluator: Lists,
    /// To a teacher who reads in Spanish.
    pub evaluator_es: Lists,
}

#[derive(Deserialize)]
pub struct Answers {
    pub lesson: BTreeMap<String, Lists>,
    pub rating: BTreeMap<String, Lists>,
    pub recommendation: Lists,
    pub status: Lists,
    pub decision: Lists,
    pub rationale: Rationales,
}

#[derive(Deserialize)]
pub struct Rationales {
    pub instruction: Lists,
    pub professionalism: Lists,
}

/// Everything that is written by hand for people of the drawn pages.
#[derive(Deserialize)]
pub struct Larkspur {
    /// By family name, date of the lesson and indicator.
    pub lesson: BTreeMap<String, BTreeMap<String, BTreeMap<String, Pair>>>,
    /// By family name and `date`.
    pub focus: BTreeMap<String, BTreeMap<String, String>>,
    pub answer: BTreeMap<String, BTreeMap<String, String>>,
    /// By family name, moment (`mid_year`, `end_of_year`) and indicator.
    pub professionalism: BTreeMap<String, BTreeMap<String, BTreeMap<String, Pair>>>,
    /// By family name and `instruction` or `professionalism`.
    pub rationale: BTreeMap<String, BTreeMap<String, String>>,
    /// Preparations, by family name and prompt.
    pub prepare: BTreeMap<String, BTreeMap<String, String>>,
}

/// Who answers what, and what is asked.
#[derive(Deserialize)]
pub struct Questions {
    pub contact: Vec<Contact>,
    pub cover: Vec<Cover>,
    pub question: Vec<Asked>,
}

/// Somebody named for a topic at every school.
#[derive(Deserialize)]
pub struct Contact {
    pub topic: String,
    pub person: String,
}

#[derive(Deserialize)]
pub struct Cover {
    pub away: String,
    pub instead: String,
    pub entered: DateTime,
    pub from: Date,
    pub to: Date,
}

/// A question and what follows.
#[derive(Deserialize)]
pub struct Asked {
    pub asker: String,
    pub topic: String,
    pub page: Option<String>,
    pub at: DateTime,
    pub text: String,
    #[serde(default)]
    pub turn: Vec<Turn>,
}

#[derive(Deserialize)]
pub struct Turn {
    pub at: DateTime,
    pub by: String,
    /// `answer`, `ask_on`, `close` or `pass_on` (then `to` whom and under which `topic`).
    pub does: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub topic: String,
    #[serde(default)]
    pub text: String,
}

/// All of it.
pub struct Bank {
    pub lessons: BTreeMap<String, Bands<Vec<Pair>>>,
    pub levels: BTreeMap<String, Level>,
    pub professionalism: BTreeMap<String, Bands<Vec<Pair>>>,
    pub subjects: Vec<Subject>,
    pub conversations: Conversations,
    pub answers: Answers,
    /// By language and name.
    pub letters: BTreeMap<String, BTreeMap<String, String>>,
    pub larkspur: Larkspur,
    pub questions: Questions,
}

impl Bank {
    /// Reads all words.
    ///
    /// # Errors
    /// A file that is not what this program expects; a test reads them all.
    pub fn open() -> Result<Self, Stop> {
        Ok(Self {
            lessons: read("lessons", include_str!("words/lessons.toml"))?,
            levels: read("levels", include_str!("words/levels.toml"))?,
            professionalism: read(
                "professionalism",
                include_str!("words/professionalism.toml"),
            )?,
            subjects: read::<Topics>("topics", include_str!("words/topics.toml"))?.subject,
            conversations: read("conversations", include_str!("words/conversations.toml"))?,
            answers: read("answers", include_str!("words/answers.toml"))?,
            letters: read("letters", include_str!("words/letters.toml"))?,
            larkspur: read("larkspur", include_str!("words/larkspur.toml"))?,
            questions: read("questions", include_str!("words/questions.toml"))?,
        })
    }

    /// Which subject a content area or grade of the roster belongs to.
    pub fn subject(&self, content_area: &str) -> Option<&Subject> {
        let area: String = content_area
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let area = format!(" {area} ");
        let holds = |word: &&str| area.contains(&format!(" {word} "));
        let id = SUBJECTS.iter().find(|(words, _)| words.iter().any(holds));
        let id = id.map_or("upper", |(_, id)| id);
        self.subjects.iter().find(|subject| subject.id == id)
    }

    /// A phrase of a letter.
    pub fn letter(
        &self,
        language: &str,
        name: &str,
        values: &[(&str, &str)],
    ) -> Result<String, Stop> {
        let phrase = self
            .letters
            .get(language)
            .and_then(|phrases| phrases.get(name));
        let phrase =
            phrase.ok_or_else(|| Stop::Words(format!("letters have no {language} {name}")))?;
        let filled = fill(phrase, values);
        // Whole sentences stand alone; clauses stand inside the pack's sentences.
        Ok(if filled.ends_with('.') {
            capital(&filled)
        } else {
            filled
        })
    }
}

/// Words in a content area and the subject that they mean; the first that fits.
const SUBJECTS: [(&[&str], &str); 12] = [
    (&["music", "band", "choir", "orchestra"], "music"),
    (&["physical", "health"], "pe"),
    (&["special", "intervention", "resource"], "support"),
    (
        &["english language development", "eld", "bilingual"],
        "language",
    ),
    (
        &["mathematics", "math", "algebra", "geometry"],
        "mathematics",
    ),
    (&["science", "biology", "chemistry", "physics"], "science"),
    (&["social", "history", "geography"], "society"),
    (
        &["library", "technology", "career", "technical"],
        "projects",
    ),
    (&["spanish", "world language", "world languages"], "spanish"),
    (
        &["english", "language arts", "reading", "literacy"],
        "english",
    ),
    (&["art", "arts", "drama", "theatre", "theater"], "art"),
    (
        &[
            "kindergarten",
            "preschool",
            "prek",
            "pre k",
            "ece",
            "grade 1",
            "grade 2",
            "1st grade",
            "2nd grade",
            "first grade",
            "second grade",
        ],
        "early",
    ),
];

pub(super) fn read<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Stop> {
    toml::from_str(text).map_err(|error| Stop::Words(format!("{name}.toml: {error}")))
}

/// The text with its fields filled.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        let field = format!("{{{name}}}");
        if filled.contains(&field) {
            filled = filled.replace(&field, value);
        }
    }
    filled
}

/// Like [`fill`], and every sentence begins with a capital, also where a field stands first.
pub fn sentence(text: &str, values: &[(&str, &str)]) -> String {
    let filled = fill(text, values);
    let mut written = String::with_capacity(filled.len());
    let mut begins = true;
    for letter in filled.chars() {
        if begins && letter.is_alphabetic() {
            written.extend(letter.to_uppercase());
            begins = false;
        } else {
            written.push(letter);
            begins = match letter {
                '.' | '?' | '!' => true,
                ' ' | '”' | '“' | '«' | '¿' => begins,
                _ => false,
            };
        }
    }
    written
}

/// The text with a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The band of a level on the scale 1 to 7.
pub fn band(level: u8) -> &'static str {
    match level {
        0..=2 => "nm",
        3..=4 => "low",
        5..=6 => "sound",
        _ => "high",
    }
}

impl Level {
    /// What a band looks like.
    pub fn is(&self, band: &str) -> &str {
        match band {
            "nm" => &self.nm,
            "low" => &self.low,
            "sound" => &self.sound,
            _ => &self.high,
        }
    }

    /// What the band above looks like; `None` above the highest.
    pub fn above(&self, band: &str) -> Option<&str> {
        match band {
            "nm" => Some(&self.low),
            "low" => Some(&self.sound),
            "sound" => Some(&self.high),
            _ => None,
        }
    }

    pub fn next(&self, language: &str) -> &str {
        if language == "es" {
            &self.next_es
        } else {
            &self.next
        }
    }

    pub fn promise(&self, language: &str) -> &str {
        if language == "es" {
            &self.promise_es
        } else {
            &self.promise
        }
    }
}

/// Words that need a table, a page or a pen: out of place in a gym or a music room.
const DESK: [&str; 24] = [
    "problem",
    " text",
    "page",
    "writing",
    "wrote",
    "written",
    "write",
    "whiteboard",
    "shoulder",
    "sheet",
    "starters",
    " read ",
    "reading",
    "word problems",
    "exit",
    "paper",
    "folder",
    "slide",
    " board",
    "model",
    "lectura",
    " lee",
    "leen",
    "escrib",
];

/// Whether a text fits a subject in which nothing lies on a table.
pub fn fits_without_desk(text: &str) -> bool {
    let text = text.to_lowercase();
    !text.contains("{work") && !DESK.iter().any(|word| text.contains(word))
}
