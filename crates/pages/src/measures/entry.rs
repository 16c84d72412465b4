//! What is entered: from the typed fields of one measure to the measure, with a sentence at each field that cannot be
//! read. Percentages are exact; nothing is rounded on the way in.

use super::Entering;
use crate::components::THEIRS;
use crate::form::clean;
use crate::ratings::plain;
use crate::typed::Typed;
use domain::Refusal;
use domain::measures::{Entry, Goal, Measure, Measures, Survey};
use domain::text::Field;
use policy::Exact;

/// Goals that one form takes.
pub const MOST_GOALS: usize = 4;
/// Points that a pupil can earn: 0 to 3 (`leap.md` 3.5).
pub const POINTS: usize = 4;
/// Digits and mark of a percentage; more is a slip.
const LONGEST_PERCENT: usize = 20;

/// Which measure a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    SurveyApplies,
    Survey,
    Goals,
    Collective,
}

impl Which {
    pub const ALL: [Self; 4] = [
        Self::SurveyApplies,
        Self::Survey,
        Self::Goals,
        Self::Collective,
    ];

    /// Its word in addresses, texts and names of fields, as [`Measure::word`] has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::SurveyApplies => "survey-applies",
            Self::Survey => "survey",
            Self::Goals => "goals",
            Self::Collective => "collective",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.word() == word)
    }

    /// What is on the record of it.
    pub fn of(self, measures: &Measures) -> Option<&Entry> {
        match self {
            Self::SurveyApplies => None,
            Self::Survey => measures.survey.as_ref(),
            Self::Goals => measures.goals.as_ref(),
            Self::Collective => measures.collective.as_ref(),
        }
    }

    /// The name of one of its fields.
    pub fn field(self, part: &str) -> String {
        format!("{}.{part}", self.word())
    }

    /// Whether this is a field of its form.
    pub fn is_field(self, field: &str) -> bool {
        let Some(part) = field
            .strip_prefix(self.word())
            .and_then(|rest| rest.strip_prefix('.'))
        else {
            return false;
        };
        match self {
            Self::SurveyApplies => ["applies", "source"].contains(&part),
            Self::Survey => ["percent", "answers", "source"].contains(&part),
            Self::Collective => ["percent", "source"].contains(&part),
            Self::Goals => {
                let row = |row: &str| {
                    row.parse::<usize>()
                        .is_ok_and(|row| (1..=MOST_GOALS).contains(&row))
                };
                let points =
                    |points: &str| points.parse::<usize>().is_ok_and(|points| points < POINTS);
                match part.split('.').collect::<Vec<_>>()[..] {
                    ["source"] => true,
                    ["title", n] => row(n),
                    ["pupils", n, p] => row(n) && points(p),
                    _ => false,
                }
            }
        }
    }
}

impl Entering<'_> {
    /// What is on the record of a field.
    pub fn on_record(&self, which: Which, part: &str) -> String {
        self.recorded(which)
            .map(|entry| recorded_part(entry, part))
            .unwrap_or_default()
    }

    /// What stands in a field: typed, drafted, or on the record.
    pub fn value(&self, which: Which, part: &str) -> String {
        let recorded = self.on_record(which, part);
        self.form.value_or(&which.field(part), &recorded).to_owned()
    }

    /// Rows of the form of goals.
    pub fn rows(&self) -> usize {
        let wanted = self.form.value(&Which::Goals.field("rows")).parse().ok();
        let recorded = self.page.record.measures.goals().len();
        let usual = self.visitor.open_year().map_or(1, |(_, pack)| {
            usize::try_from(pack.measures.goals.count.value).unwrap_or(1)
        });
        wanted
            .unwrap_or(if recorded > 0 { recorded } else { usual })
            .clamp(1, MOST_GOALS)
    }
}

fn recorded_part(entry: &Entry, part: &str) -> String {
    match (
        &entry.measure,
        part.split('.').collect::<Vec<_>>().as_slice(),
    ) {
        // A correction says why in its own source.
        (_, ["source"]) => String::new(),
        (Measure::Survey(survey), ["percent"]) => plain(&survey.percent),
        (Measure::Survey(survey), ["answers"]) => survey.answers.to_string(),
        (Measure::Collective(percent), ["percent"]) => plain(percent),
        (Measure::Goals(goals), ["title", n]) => goal(goals, n)
            .map(|goal| goal.title.clone())
            .unwrap_or_default(),
        (Measure::Goals(goals), ["pupils", n, p]) => {
            let pupils = goal(goals, n).and_then(|goal| goal.pupils.get(p.parse::<usize>().ok()?));
            pupils.map(ToString::to_string).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn goal<'g>(goals: &'g [Goal], row: &str) -> Option<&'g Goal> {
    goals.get(row.parse::<usize>().ok()?.checked_sub(1)?)
}

/// `76`, `76.5`, `76,5 %`, as an exact number.
pub fn percent(text: &str) -> Option<Exact> {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '%')
        .collect();
    let text = text.replace(',', ".");
    let plain = !text.is_empty()
        && text.len() <= LONGEST_PERCENT
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
    plain.then(|| text.parse().ok()).flatten()
}

/// A count of people; what is left empty is nobody.
fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        Some(0)
    } else {
        text.parse().ok()
    }
}

/// How many rows of goals there are after one was added or taken out, and their fields.
pub fn rows(entering: &Entering<'_>, act: &str, typed: &Typed) -> (usize, Typed) {
    let which = Which::Goals;
    let shown = typed
        .get(&which.field("rows"))
        .parse()
        .unwrap_or_else(|_| entering.rows())
        .clamp(1, MOST_GOALS);
    let gone = act
        .strip_prefix("remove.")
        .and_then(|row| row.parse::<usize>().ok())
        .filter(|row| (1..=shown).contains(row) && shown > 1);
    let kept: Vec<usize> = (1..=shown).filter(|row| Some(*row) != gone).collect();
    // A row that another page added stays, unless one is taken out here.
    let count = match act {
        "more" => (shown + 1).min(MOST_GOALS),
        _ if gone.is_some() => kept.len(),
        _ => shown.max(entering.rows()),
    };
    let source = which.field("source");
    let mut fields = vec![(source.clone(), typed.get(&source).to_owned())];
    for row in 1..=MOST_GOALS {
        let from = kept.get(row - 1);
        let mut take = |part: &dyn Fn(usize) -> String| {
            let value = from
                .map(|from| typed.get(&which.field(&part(*from))).to_owned())
                .unwrap_or_default();
            fields.push((which.field(&part(row)), value));
        };
        take(&|row| format!("title.{row}"));
        for points in 0..POINTS {
            take(&|row| format!("pupils.{row}.{points}"));
        }
    }
    let shown = typed.all("shown").map(ToOwned::to_owned);
    fields.extend(shown.map(|shown| ("shown".to_owned(), shown)));
    // With the choice between two texts of a field.
    let choice = typed
        .fields()
        .iter()
        .filter(|(name, _)| name == "act" || name.starts_with(THEIRS));
    fields.extend(choice.cloned());
    (count, Typed::from(fields))
}

/// The measure and its source, or a sentence at each field that cannot be read.
pub fn measure(entering: &mut Entering<'_>, which: Which) -> Option<(Measure, String)> {
    let source = clean(&entering.value(which, "source"));
    let measure = match which {
        Which::SurveyApplies => match entering.value(which, "applies").as_str() {
            "yes" => Some(Measure::SurveyApplies(true)),
            "no" => Some(Measure::SurveyApplies(false)),
            _ => unreadable(
                entering,
                &which.field("applies"),
                "measures-unreadable-applies",
            ),
        },
        Which::Survey => {
            let percent = read_percent(entering, which);
            let answers = match entering.value(which, "answers").trim().parse().ok() {
                Some(answers) => Some(answers),
                None => unreadable(
                    entering,
                    &which.field("answers"),
                    "measures-unreadable-answers",
                ),
            };
            percent
                .zip(answers)
                .map(|(percent, answers)| Measure::Survey(Survey { percent, answers }))
        }
        Which::Goals => goals(entering).map(Measure::Goals),
        Which::Collective => read_percent(entering, which).map(Measure::Collective),
    };
    // A missing source is named together with what cannot be read, not after it.
    if measure.is_none() && source.is_empty() {
        entering.form.refused(
            &which.field("source"),
            &Refusal::Empty {
                field: Field::Label,
            },
        );
    }
    measure
        .filter(|_| !entering.form.is_wrong())
        .map(|measure| (measure, source))
}

fn unreadable<T>(entering: &mut Entering<'_>, field: &str, key: &str) -> Option<T> {
    let text = entering.visitor.words.say(key);
    entering.form.wrong(field, text);
    None
}

fn read_percent(entering: &mut Entering<'_>, which: Which) -> Option<Exact> {
    match percent(&entering.value(which, "percent")) {
        Some(percent) => Some(percent),
        None => unreadable(
            entering,
            &which.field("percent"),
            "measures-unreadable-percent",
        ),
    }
}

/// Rows in which something stands.
fn goals(entering: &mut Entering<'_>) -> Option<Vec<Goal>> {
    let which = Which::Goals;
    let mut goals = vec![];
    let mut whole = true;
    for row in filled(entering) {
        let mut pupils = [0; POINTS];
        for (points, pupils) in pupils.iter_mut().enumerate() {
            match count(&entering.value(which, &format!("pupils.{row}.{points}"))) {
                Some(count) => *pupils = count,
                None => {
                    let _: Option<()> = unreadable(
                        entering,
                        &which.field(&format!("pupils.{row}.{points}")),
                        "measures-unreadable-pupils",
                    );
                    whole = false;
                }
            }
        }
        goals.push(Goal {
            title: clean(&entering.value(which, &format!("title.{row}"))),
            pupils,
        });
    }
    whole.then_some(goals)
}

/// Numbers of the rows in which something stands.
fn filled(entering: &Entering<'_>) -> Vec<usize> {
    let which = Which::Goals;
    let is_filled = |row: &usize| {
        let pupils = (0..POINTS).any(|points| {
            !entering
                .value(which, &format!("pupils.{row}.{points}"))
                .trim()
                .is_empty()
        });
        pupils
            || !entering
                .value(which, &format!("title.{row}"))
                .trim()
                .is_empty()
    };
    (1..=entering.rows()).filter(is_filled).collect()
}

/// The control that a refusal speaks of.
pub fn field_of(entering: &Entering<'_>, which: Which, refusal: &Refusal) -> String {
    let value = |part: &str| entering.value(which, part);
    let pupils = |row: &usize| {
        (0..POINTS)
            .filter_map(|points| count(&value(&format!("pupils.{row}.{points}"))))
            .map(u64::from)
            .sum::<u64>()
    };
    let row = |wrong: &dyn Fn(&usize) -> bool| {
        filled(entering)
            .into_iter()
            .find(|row| wrong(row))
            .unwrap_or(1)
    };
    match refusal {
        Refusal::PercentOutOfRange => which.field("percent"),
        Refusal::NoGoals => which.field("title.1"),
        Refusal::Empty {
            field: Field::GoalTitle,
        } => which.field(&format!(
            "title.{}",
            row(&|row| value(&format!("title.{row}")).trim().is_empty())
        )),
        Refusal::TooLong {
            field: Field::GoalTitle,
            longest,
        } => which.field(&format!(
            "title.{}",
            row(&|row| value(&format!("title.{row}")).chars().count() > *longest)
        )),
        Refusal::PupilsOutOfRange { most } => which.field(&format!(
            "pupils.{}.0",
            row(&|row| !(1..=u64::from(*most)).contains(&pupils(row)))
        )),
        _ => which.field("source"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_percentage_is_read_exactly_as_people_write_it() {
        for (typed, exact) in [
            ("76", "76"),
            ("76.5", "153/2"),
            ("76,5 %", "153/2"),
            (" 76\u{a0}%", "76"),
            ("33.3", "333/10"),
            ("-1", "-1"),
            ("101", "101"),
        ] {
            assert_eq!(percent(typed), Some(exact.parse().unwrap()), "{typed}");
        }
        for typed in [
            "",
            "%",
            "1/3",
            "about 70",
            "7e1",
            "1.2.3",
            "<b>76</b>",
            "123456789012345678901",
        ] {
            assert_eq!(percent(typed), None, "{typed}");
        }
    }

    #[test]
    fn only_a_forms_own_fields_are_drafted() {
        for field in ["goals.title.1", "goals.pupils.4.3", "goals.source"] {
            assert!(Which::Goals.is_field(field), "{field}");
        }
        for field in [
            "goals.title.5",
            "goals.rows",
            "goals.pupils.1.4",
            "goals.pupils.1",
            "survey.percent",
            "goals",
            "act",
        ] {
            assert!(!Which::Goals.is_field(field), "{field}");
        }
        assert!(Which::SurveyApplies.is_field("survey-applies.source"));
        assert!(!Which::Survey.is_field("survey-applies.source"));
    }
}
