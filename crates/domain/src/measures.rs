//! Student measures of a teacher's year, entered by hand: perception survey, growth goals (SLOs), collective measure.
//! Each entry keeps its source; a correction is a new entry that says why.

use crate::Refusal;
use crate::id::{PersonId, YearId};
use crate::text::{self, Field};
use crate::thing::Context;
use jiff::{Timestamp, civil::Date};
use policy::Exact;
use serde::{Deserialize, Serialize};

/// Student perception survey: percent positive (0 to 100) and how many answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    pub percent: Exact,
    pub answers: u32,
}

/// One growth goal: how many pupils earned 0, 1, 2 and 3 points of the pack's matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub title: String,
    pub pupils: [u32; 4],
}

/// What is entered in one go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    Survey(Survey),
    Goals(Vec<Goal>),
    /// Percent of the school's growth points (0 to 100).
    Collective(Exact),
    /// Whether the survey is taken in this teacher's grades (grades 3 to 12 only, `leap.md` R-W1).
    SurveyApplies(bool),
}

impl Measure {
    /// The pack's measure id.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Survey(_) | Self::SurveyApplies(_) => "sps",
            Self::Goals(_) => "slo",
            Self::Collective(_) => "coll",
        }
    }

    /// Its word in addresses, texts and the names of drafted fields.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Survey(_) => "survey",
            Self::SurveyApplies(_) => "survey-applies",
            Self::Goals(_) => "goals",
            Self::Collective(_) => "collective",
        }
    }
}

/// Who entered what, when, and from which source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub measure: Measure,
    /// Where the figures come from, in a few words.
    pub source: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub on: Date,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    pub teacher: Option<PersonId>,
    pub year: Option<YearId>,
    pub survey: Option<Entry>,
    pub goals: Option<Entry>,
    pub collective: Option<Entry>,
    pub survey_applies: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Enter {
        teacher: PersonId,
        year: YearId,
        measure: Measure,
        source: String,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    Entered {
        teacher: PersonId,
        year: YearId,
        entry: Entry,
    },
}

impl Command {
    pub fn opens(&self) -> Option<(PersonId, YearId)> {
        let Self::Enter { teacher, year, .. } = self;
        Some((*teacher, year.clone()))
    }
}

impl Measures {
    pub fn about(&self) -> Option<(PersonId, YearId)> {
        self.teacher.zip(self.year.clone())
    }

    /// Survey figures, if any were entered.
    pub fn survey(&self) -> Option<&Survey> {
        match &self.survey.as_ref()?.measure {
            Measure::Survey(survey) => Some(survey),
            _ => None,
        }
    }

    /// Growth goals, empty while none are entered.
    pub fn goals(&self) -> &[Goal] {
        match self.goals.as_ref().map(|entry| &entry.measure) {
            Some(Measure::Goals(goals)) => goals,
            _ => &[],
        }
    }

    /// Percent of the school's growth points, if entered.
    pub fn collective(&self) -> Option<&Exact> {
        match &self.collective.as_ref()?.measure {
            Measure::Collective(percent) => Some(percent),
            _ => None,
        }
    }

    pub fn decide(&self, command: Command, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
        let Command::Enter {
            teacher,
            year,
            mut measure,
            source,
        } = command;
        cx.adopted()?;
        if cx.record()?.rating_is_shared() {
            return Err(Refusal::RatingShared);
        }
        let source = text::required(Field::Label, &source)?;
        match &mut measure {
            Measure::Survey(survey) => percent(&survey.percent)?,
            Measure::Collective(value) => percent(value)?,
            Measure::Goals(goals) => {
                if goals.is_empty() {
                    return Err(Refusal::NoGoals);
                }
                for goal in goals {
                    goal.title = text::required(Field::GoalTitle, &goal.title)?;
                    let pupils: u64 = goal.pupils.iter().map(|&n| u64::from(n)).sum();
                    if pupils == 0 || pupils > 1_000 {
                        return Err(Refusal::PupilsOutOfRange { most: 1_000 });
                    }
                }
            }
            Measure::SurveyApplies(_) => {}
        }
        Ok(vec![Event::Entered {
            teacher,
            year,
            entry: Entry {
                measure,
                source,
                by: cx.actor,
                at: cx.now,
                on: cx.today,
            },
        }])
    }

    pub fn apply(&mut self, event: &Event) {
        let Event::Entered {
            teacher,
            year,
            entry,
        } = event;
        self.teacher = Some(*teacher);
        self.year = Some(year.clone());
        match &entry.measure {
            Measure::Survey(_) => {
                self.survey_applies = Some(true);
                self.survey = Some(entry.clone());
            }
            Measure::Goals(_) => self.goals = Some(entry.clone()),
            Measure::Collective(_) => self.collective = Some(entry.clone()),
            Measure::SurveyApplies(applies) => self.survey_applies = Some(*applies),
        }
    }
}

fn percent(value: &Exact) -> Result<(), Refusal> {
    if *value < Exact::from(0) || *value > Exact::from(100) {
        Err(Refusal::PercentOutOfRange)
    } else {
        Ok(())
    }
}
