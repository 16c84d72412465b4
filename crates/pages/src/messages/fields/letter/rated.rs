//! The fields of letters about a rated year: how the rating came about, what it rests on, what it does to status and
//! contract, and what is open to the teacher.

use super::Letter;
use crate::messages::fields::Facts;
use crate::my_year::rating_so_far::mixed;
use domain::people::Employment;
use domain::rationale::About;
use domain::situations::is_low;
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
        let key = match record.person.particulars.employment? {
            Employment::Probationary => "fact-status-probationary",
            Employment::NonProbationary
                if record
                    .prior_rating()
                    .is_some_and(|rating| is_low(rating, pack)) =>
            {
                return None;
            }
            Employment::NonProbationary => "fact-status-first-low",
            Employment::AtWill | Employment::Annual => "fact-status-none",
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
        let id = match particulars.employment? {
            Employment::Probationary => "probationary",
            Employment::NonProbationary => "non_probationary",
            Employment::AtWill => "at_will",
            Employment::Annual => "annual",
        };
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
