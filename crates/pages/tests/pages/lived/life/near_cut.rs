//! The day near a cut: other results, a decision that waits for its second reader, and the way back.

use super::{Life, Things};
use crate::larkspur::{self, year};
use domain::measures::{self, Measure, Survey};
use domain::ratings::calculation::{self, Outcome};
use domain::ratings::decision;
use domain::{Command, Kind, Stream};

impl Life {
    /// Other results come in, so near a cut that the leader decides and asks the performance office to read it. Gives
    /// back what was measured before.
    pub(super) async fn near_the_cut(&self, things: &Things) -> [Measure; 2] {
        let (pack, record) = (larkspur::pack(), self.record_of(things).await);
        let pack = pack.pack().unwrap();
        let mut inputs = record.rating_inputs(pack);
        let percents =
            (0..=100_u32).flat_map(|survey| (0..=10_u32).map(move |ten| (survey, ten * 10)));
        let (survey, growth) = percents
            .into_iter()
            .find(|(survey, growth)| {
                inputs.survey = Some(calculation::Survey {
                    percent: i64::from(*survey).into(),
                    respondents: 48,
                });
                inputs.collective = Some(i64::from(*growth).into());
                matches!(
                    calculation::outcome(&inputs, pack),
                    Outcome::DecisionRequired { .. }
                )
            })
            .expect("some result lies near a cut");
        let before = [
            Measure::Survey(record.measures.survey().unwrap().clone()),
            Measure::Collective(record.measures.collective().unwrap().clone()),
        ];
        self.measure(
            things,
            [
                Measure::Survey(Survey {
                    percent: i64::from(survey).into(),
                    answers: 48,
                }),
                Measure::Collective(i64::from(growth).into()),
            ],
        )
        .await;
        let record = self.record_of(things).await;
        let Outcome::DecisionRequired { upper, .. } =
            calculation::outcome(&record.rating_inputs(pack), pack)
        else {
            panic!("a person decides")
        };
        let evidence = [Kind::Professionalism, Kind::Measures]
            .map(|kind| Stream::of_year(kind, things.teacher, &year()));
        let command = decision::Command::Decide {
            teacher: things.teacher,
            year: year(),
            rating: upper,
            reasons: "The year as a whole stands there.".into(),
            evidence: evidence.to_vec(),
            reader: self.person("Sandoval"),
        };
        self.decided(things, command).await;
        before
    }

    /// The results were wrong: the decision is withdrawn and the right ones are entered.
    pub(super) async fn far_from_it(&self, things: &Things, measures: [Measure; 2]) {
        let reason = "The survey was that of another class.".into();
        self.decided(things, decision::Command::Withdraw { reason })
            .await;
        self.measure(things, measures).await;
    }

    async fn decided(&self, things: &Things, command: decision::Command) {
        let leader = self.person(if things.family == "Castellano" {
            "Okonkwo-Lane"
        } else {
            "Brand"
        });
        let stream = Stream::of_year(Kind::Decision, things.teacher, &year());
        self.order(leader, &stream, Command::Decision(command))
            .await;
    }

    async fn measure(&self, things: &Things, measures: [Measure; 2]) {
        let stream = Stream::of_year(Kind::Measures, things.teacher, &year());
        for measure in measures {
            let enter = measures::Command::Enter {
                teacher: things.teacher,
                year: year(),
                measure,
                source: "Data desk".into(),
            };
            self.order(things.evaluator, &stream, Command::Measures(enter))
                .await;
        }
    }

    async fn record_of(&self, things: &Things) -> domain::YearRecord {
        let actor = self.larkspur.record.actor(things.teacher).await.unwrap();
        self.larkspur
            .record
            .year_record(&actor, things.teacher, &year())
            .await
            .unwrap()
    }
}
