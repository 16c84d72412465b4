//! The fields of letters about a rated year: how the rating came about, what it rests on, what it does to status and
//! contract, and what is open to the teacher.

use super::Letter;
use crate::messages::fields::Facts;
use crate::my_year::rating_so_far::mixed;
use domain::rationale::About;
use domain::status::{Course, Standing};
use jiff::civil::Date;

impl Letter<'_> {
    pub(super) fn measure_lines(&self) -> Vec<String> {
        let Facts {
            words,
            pack,
            record,
            ..
        } = &self.facts;
        let Some(released) = &record.rating.released else {
            return vec![];
        };
        let measures = pack
            .measures
            .list
            .iter()
            .filter_map(|measure| Some((measure, released.trace.node(&measure.id)?)));
        let mut lines: Vec<String> = measures
            .map(|(measure, node)| {
                let weight = node.weight.as_ref().map(mixed).unwrap_or_default();
                let values = [
                    ("measure", measure.label.get(self.facts.tag()).into()),
                    ("points", (&node.shown).into()),
                    ("weight", weight.into()),
                ];
                words.with("fact-measure", &values)
            })
            .collect();
        lines.push(words.with(
            "fact-together",
            &[("points", (&released.trace.composite.shown).into())],
        ));
        lines
    }

    /// Every shared lesson and each rationale, with its day.
    pub(super) fn documentation(&self) -> Vec<String> {
        let Facts {
            words,
            pack,
            record,
            ..
        } = &self.facts;
        let lessons = record.lessons().into_iter().filter_map(|(_, it)| {
            let lesson = it.lesson.as_ref()?;
            let kind = pack
                .framework
                .observation_kind(&lesson.kind)?
                .label
                .get(self.facts.tag());
            let values = [
                ("kind", kind.into()),
                ("date", words.long_date(lesson.on).into()),
                ("shared", words.long_date(it.shared_on?).into()),
            ];
            Some(words.with("fact-lesson", &values))
        });
        let bases = About::ALL.into_iter().filter_map(|about| {
            let version = record.rationale(about)?;
            let values = [
                (
                    "about",
                    words.say(&format!("about-{}", about.as_str())).into(),
                ),
                ("date", words.long_date(version.on).into()),
            ];
            Some(words.with("fact-rationale", &values))
        });
        lessons.chain(bases).collect()
    }

    /// The two lowest indicators of the year.
    pub(super) fn improvement(&self) -> Vec<String> {
        self.facts
            .lowest_first()
            .take(2)
            .map(|seen| self.facts.seen_line(seen))
            .collect()
    }

    /// What the rating does to status (`leap.md` 4): never a decision, and only where the class has one.
    pub(super) fn status_effect(&self) -> Option<String> {
        let Facts {
            words,
            record,
            pack,
            ..
        } = self.facts;
        record.rating.released.as_ref()?;
        let key = match Course::of(record).at_start(pack).standing {
            Standing::Probationary { .. } | Standing::Lost { .. } => "fact-status-probationary",
            Standing::NonProbationary => "fact-status-first-low",
            Standing::Outside => "fact-status-none",
            Standing::AtRisk { .. } | Standing::Unknown => return None,
        };
        Some(words.say(key))
    }

    pub(super) fn options(&self) -> Vec<String> {
        let words = self.facts.words;
        let Some(by) = self.response_by() else {
            return vec![];
        };
        let answer = words.with(
            "fact-option-answer",
            &[("date", words.long_date(by).into())],
        );
        vec![
            answer,
            words.say("fact-option-decline"),
            words.say("fact-option-copy"),
        ]
    }

    pub(super) fn contract(&self) -> Option<String> {
        let particulars = &self.facts.record.person.particulars;
        let id = particulars.employment?.as_str();
        Some(
            self.facts
                .pack
                .class(id)?
                .label
                .get(self.facts.tag())
                .to_owned(),
        )
    }

    /// The pack's days to answer in writing, counted from the day on which the report was shared.
    pub(super) fn response_by(&self) -> Option<Date> {
        self.counted("CAL-ANSWER", self.facts.record.rating.released.as_ref()?.on)
    }
}
