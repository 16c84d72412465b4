//! What the pictures say, in both languages.

use maud::{Markup, html};
use pages::components::{
    Bands, Choice, FormKey, LevelBand, Mark, Progress, Stave, Step, Window, YearMark, YearRow,
};
use words::{Language, Words};

/// An indicator: its id, level now, earlier level, own rating.
type Drawn<'a> = (&'a str, Option<u8>, Option<u8>, Option<u8>);

/// Picks one of two sentences.
#[derive(Clone, Copy)]
pub struct Sample(pub Words);

impl Sample {
    pub fn say<'a>(self, en: &'a str, es: &'a str) -> &'a str {
        match self.0.language() {
            Language::En => en,
            Language::Es => es,
        }
    }

    pub fn evidence(self) -> &'static str {
        self.say(
            "You stopped at three planned points and every pupil answered on whiteboards. Nine of 26 made the same error; you regrouped them, and 21 had it right by the end.",
            "Usted se detuvo en tres puntos previstos y cada estudiante respondió en su pizarrón. Nueve de 26 cometieron el mismo error; usted los reagrupó y al final 21 lo tenían bien.",
        )
    }

    pub fn answer(self) -> &'static str {
        self.say(
            "The four were new that week. I have since paired them.",
            "Los cuatro eran nuevos esa semana. Desde entonces los he puesto en parejas.",
        )
    }

    pub fn people(self) -> Vec<Choice> {
        [
            ("castellano", "Imani Castellano"),
            ("achterberg", "Desmond Achterberg"),
            ("okonkwo-lane", "Ruth Okonkwo-Lane"),
        ]
        .map(|(value, name)| Choice::new(value, name))
        .into()
    }

    pub fn bands(self) -> Bands {
        let names = match self.0.language() {
            Language::En => ["Not Meeting", "Approaching", "Effective", "Distinguished"],
            Language::Es => [
                "No cumple",
                "En vías de lograrlo",
                "Eficaz",
                "Sobresaliente",
            ],
        };
        Bands {
            bands: names
                .map(ToOwned::to_owned)
                .into_iter()
                .zip([1, 3, 5, 7])
                .collect(),
            threshold: 2,
            top: 7,
        }
    }

    pub fn level_bands(self) -> Vec<LevelBand> {
        let descriptors = [
            (
                "Checks seldom; moves on regardless of what pupils show.",
                "Comprueba rara vez; sigue adelante sin importar lo que muestran los estudiantes.",
            ),
            (
                "Checks at some points, mostly with those who volunteer; the lesson changes little.",
                "Comprueba en algunos momentos, sobre todo con quienes se ofrecen; la lección cambia poco.",
            ),
            (
                "Checks at planned points with nearly every pupil, and changes the lesson by what they show.",
                "Comprueba en momentos previstos con casi todos los estudiantes y cambia la lección según lo que muestran.",
            ),
            (
                "Pupils check their own understanding against criteria, and the lesson is built on it.",
                "Los estudiantes comprueban su propia comprensión con criterios y la lección se construye sobre ello.",
            ),
        ];
        self.bands()
            .bands
            .into_iter()
            .zip(descriptors)
            .zip([vec![1, 2], vec![3, 4], vec![5, 6], vec![7]])
            .map(|(((name, _), (en, es)), levels)| LevelBand {
                name,
                levels,
                descriptor: html! { (self.say(en, es)) },
            })
            .collect()
    }

    pub fn staves(self) -> Vec<Stave> {
        let stave = |en, es, marks: &[Drawn<'_>]| Stave {
            label: self.say(en, es).to_owned(),
            marks: marks
                .iter()
                .map(|&(id, now, earlier, own)| Mark {
                    id: id.to_owned(),
                    name: self
                        .say("Checks for understanding", "Comprobación de la comprensión")
                        .to_owned(),
                    now,
                    earlier,
                    own,
                    from: html! { (self.say("seen 13 Oct", "observado el 13 oct")) },
                })
                .collect(),
        };
        let now = |id, level| (id, Some(level), None, None);
        vec![
            stave(
                "Learning environment",
                "Ambiente de aprendizaje",
                &[
                    now("LE.1", 5),
                    now("LE.2", 5),
                    ("LE.3", Some(5), Some(4), None),
                    now("LE.4", 5),
                ],
            ),
            stave(
                "Instruction",
                "Enseñanza",
                &[
                    now("I.1", 5),
                    now("I.2", 4),
                    now("I.3", 5),
                    now("I.4", 4),
                    ("I.5", Some(5), Some(4), None),
                    now("I.6", 3),
                    ("I.7", None, None, None),
                    now("I.8", 7),
                ],
            ),
            stave(
                "Professionalism",
                "Profesionalismo",
                &[
                    ("P.1", Some(5), None, Some(5)),
                    ("P.2", Some(4), None, Some(5)),
                    ("P.3", Some(4), None, Some(5)),
                    ("P.4", Some(5), None, Some(5)),
                    ("P.5", Some(1), None, Some(5)),
                    ("P.6", Some(4), None, Some(5)),
                    ("P.7", Some(4), None, Some(4)),
                ],
            ),
        ]
    }

    pub fn windows(self) -> Vec<Window> {
        let window = |en, es, from, to| Window {
            label: self.say(en, es).to_owned(),
            from,
            to,
        };
        vec![
            window(
                "Beginning",
                "Inicio de año",
                day(2026, 8, 24),
                day(2026, 10, 2),
            ),
            window(
                "Mid-year",
                "Mitad de año",
                day(2026, 12, 14),
                day(2027, 2, 26),
            ),
            window(
                "End of year",
                "Fin de año",
                day(2027, 4, 12),
                day(2027, 5, 21),
            ),
        ]
    }

    pub fn marks(self) -> Vec<YearMark> {
        use Progress::{Ahead, Done, Now};
        use YearRow::{Conversation, Lesson};
        let words = self.0;
        let mark = |date, label, row, progress| YearMark {
            date,
            label,
            row,
            progress,
        };
        let held = day(2026, 9, 29);
        let next = day(2027, 1, 14);
        vec![
            mark(
                held,
                format!(
                    "{} {}",
                    self.say("held", "realizada el"),
                    words.short_day(held)
                ),
                Conversation,
                Done,
            ),
            mark(
                day(2026, 10, 13),
                words.short_day(day(2026, 10, 13)),
                Lesson,
                Done,
            ),
            mark(
                day(2026, 12, 8),
                words.short_day(day(2026, 12, 8)),
                Lesson,
                Done,
            ),
            mark(
                day(2026, 12, 15),
                words.short_day(day(2026, 12, 15)),
                Lesson,
                Done,
            ),
            mark(next, words.day(next), Conversation, Now),
            mark(
                day(2027, 3, 16),
                format!(
                    "{} {}",
                    self.say("about", "hacia el"),
                    words.short_day(day(2027, 3, 16))
                ),
                Lesson,
                Ahead,
            ),
            mark(
                day(2027, 5, 12),
                format!(
                    "{} {}",
                    self.say("about", "hacia el"),
                    words.short_day(day(2027, 5, 12))
                ),
                Conversation,
                Ahead,
            ),
        ]
    }

    pub fn year_list(self) -> Vec<Step> {
        let step = |date, en, es, progress| Step {
            progress,
            when: Some(pages::components::day(self.0, date)),
            what: html! { (self.say(en, es)) },
            by: None,
        };
        vec![
            step(
                day(2026, 9, 29),
                "beginning conversation",
                "conversación de inicio de año",
                Progress::Done,
            ),
            step(
                day(2026, 10, 13),
                "lesson seen",
                "lección observada",
                Progress::Done,
            ),
            step(
                day(2027, 1, 14),
                "mid-year conversation",
                "conversación de mitad de año",
                Progress::Now,
            ),
            step(
                day(2027, 5, 12),
                "end-of-year conversation",
                "conversación de fin de año",
                Progress::Ahead,
            ),
        ]
    }
}

pub fn day(year: i16, month: i8, day: i8) -> jiff::civil::Date {
    jiff::civil::date(year, month, day)
}

pub fn form_key() -> FormKey {
    FormKey {
        token: "0197a1c2-0000-7000-8000-000000000001".to_owned(),
        version: Some(7),
    }
}

/// A label with its text, as a paragraph.
pub fn line(text: &str) -> Markup {
    html! { p { (text) } }
}
