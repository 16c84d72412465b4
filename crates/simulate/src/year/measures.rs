//! Student measures as they come in: the survey file of 24 November, the goals' results before the last conversation, the
//! school's growth on Thu 22 April.

use super::acts::{Script, at};
use super::lives::Gap;
use super::plan::Life;
use domain::calendar::Calendar;
use domain::measures::{Command as Enter, Goal, Measure, Survey};
use domain::{Command, Kind, PersonId, YearId};
use jiff::civil::{DateTime, date};

/// What is entered for one teacher; `line` is the teacher's line in the district's files.
pub fn acts(life: &Life, line: usize, year: &YearId, calendar: &Calendar, script: &mut Script) {
    let teacher = &life.teacher;
    let stream = life.one(Kind::Measures, year);
    let mut enters = |when: DateTime, by: PersonId, measure: Measure, source: String| {
        let command = Enter::Enter {
            teacher: teacher.id,
            year: year.clone(),
            measure,
            source,
        };
        script.order(when, by, &stream, Command::Measures(command));
    };
    let monday = at(date(2026, 11, 30), 15, 30);
    match life.figures.survey {
        Some((percent, answers)) => {
            let survey = Survey {
                percent: percent.into(),
                answers,
            };
            enters(
                monday,
                teacher.leader,
                Measure::Survey(survey),
                format!("Survey file of 24 Nov, line {line}"),
            );
        }
        None => enters(
            monday,
            teacher.leader,
            Measure::SurveyApplies(false),
            "Survey is taken in grades 3 to 12".to_owned(),
        ),
    }
    enters(
        at(date(2027, 4, 22), 9, 0),
        teacher.leader,
        Measure::Collective(life.collective.clone()),
        "School growth report of 22 Apr".to_owned(),
    );
    let kept = if life.gap == Some(Gap::OneGoal) { 1 } else { 2 };
    let goals = life.goal_titles.iter().zip(&life.figures.goals).take(kept);
    let goals = goals
        .map(|(title, pupils)| Goal {
            title: title.clone(),
            pupils: *pupils,
        })
        .collect();
    let approved = calendar.subtract_school_days(life.end_of_year.slot.on, 2);
    enters(
        at(approved, 16, 45),
        teacher.evaluator,
        Measure::Goals(goals),
        format!("Results approved on {}", approved.strftime("%-d %b")),
    );
}
