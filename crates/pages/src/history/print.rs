//! The teacher's copy as a document: everything shared in the year, what happened, and who has looked.

use super::copy::{Taken, take};
use super::{line, press, things};
use crate::fault::Fault;
use crate::ratings::print as rating;
use crate::visitor::Visitor;
use axum::response::Response;
use domain::measures::{Entry, Measure};
use domain::observations::{Answer, Seen};
use letters::document::{Block, Section};
use policy::Pack;
use std::collections::BTreeMap;
use words::Words;

/// `/my-year/copy.pdf`.
pub async fn year(visitor: Visitor) -> Result<Response, Fault> {
    let taken = take(&visitor).await?;
    let (_, pack) = visitor.open_year()?;
    let paper = Paper {
        visitor: &visitor,
        pack,
        taken: &taken,
        words: visitor.words,
    };
    let title = visitor.words.with(
        "copy-year-title",
        &[
            ("name", taken.record.person.particulars.name.full().into()),
            ("year", taken.record.year.as_str().into()),
        ],
    );
    let mut document = rating::cover(&visitor, &taken.record, &taken.names, title);
    document.sections = paper.sections();
    let name = press::name_of(
        taken.record.person.particulars.name.family_used(),
        taken.record.year.as_str(),
    );
    press::print(visitor.words, document, &format!("{name}.pdf")).await
}

struct Paper<'a> {
    visitor: &'a Visitor,
    pack: &'a Pack,
    taken: &'a Taken,
    words: Words,
}

impl Paper<'_> {
    fn sections(&self) -> Vec<Section> {
        let mut sections = vec![];
        let mut add = |key: &str, blocks: Vec<Block>| {
            let blocks = if blocks.is_empty() {
                vec![Block::Paragraph(self.words.say("print-nothing"))]
            } else {
                blocks
            };
            sections.push(Section {
                heading: self.words.say(key),
                blocks,
            });
        };
        if let Some(released) = &self.taken.record.rating.released {
            add(
                "print-rating",
                rating::blocks(
                    self.visitor,
                    self.pack,
                    &self.taken.record,
                    released,
                    &self.taken.names,
                ),
            );
        }
        add("print-rationales", self.rationales());
        add("print-lessons", self.lessons());
        add("print-professionalism", self.professionalism());
        add("print-measures", self.measures());
        add("print-conversations", self.conversations());
        add("print-messages", self.messages());
        add("print-recommendation", self.recommendation());
        add("print-history", self.history());
        add("print-readers", self.readers());
        sections
    }

    fn by(&self, person: Option<domain::PersonId>, at: Option<jiff::Timestamp>) -> String {
        let name = person
            .map(|id| self.taken.names.full(self.words, id))
            .unwrap_or_default();
        let Some(at) = at else { return name };
        let moment = self.words.moment(self.visitor.local(at));
        self.words.with(
            "print-by",
            &[("name", name.into()), ("moment", moment.into())],
        )
    }

    fn answers(&self, answers: &[Answer]) -> Vec<Block> {
        answers
            .iter()
            .map(|it| Block::Said {
                text: it.text.clone(),
                by: self.by(Some(it.by), Some(it.at)),
            })
            .collect()
    }

    /// Scores as a table, then what was written for each.
    fn seen(&self, caption: String, seen: &BTreeMap<String, Seen>, by: &str) -> Vec<Block> {
        let words = self.words;
        let label = |id: &str| {
            let short = self
                .pack
                .framework
                .indicator(id)
                .map(|it| it.short.get(words.language().tag()));
            format!("{id} {}", short.unwrap_or_default())
        };
        let order = || {
            self.pack
                .framework
                .indicators
                .iter()
                .filter_map(|it| Some((it.id.as_str(), seen.get(&it.id)?)))
        };
        let scored: Vec<_> = order()
            .filter_map(|(id, it)| Some((id, it.score?)))
            .collect();
        let mut blocks = vec![];
        if !scored.is_empty() {
            blocks.push(Block::Table {
                caption,
                head: vec![words.say("indicator-column"), words.say("print-level")],
                rows: scored
                    .iter()
                    .map(|(id, score)| vec![label(id), score.to_string()])
                    .collect(),
            });
        }
        for (id, it) in order().filter(|(_, it)| !it.text.is_empty()) {
            blocks.push(Block::Said {
                text: it.text.clone(),
                by: format!("{by}, {}", label(id)),
            });
        }
        blocks
    }

    fn lessons(&self) -> Vec<Block> {
        let mut blocks = vec![];
        for (stream, observation) in self.taken.record.lessons() {
            let Some(lesson) = &observation.lesson else {
                continue;
            };
            let kind = self.pack.framework.observation_kind(&lesson.kind);
            blocks.push(Block::Heading(things::title(
                self.words,
                self.pack,
                &self.taken.record,
                stream,
            )));
            blocks.push(Block::Facts(vec![
                (
                    self.words.say("print-kind"),
                    kind.map_or_else(String::new, |it| {
                        it.label.get(self.words.language().tag()).to_owned()
                    }),
                ),
                (
                    self.words.say("print-time"),
                    format!(
                        "{} – {}",
                        self.words.time(lesson.begins),
                        self.words.time(lesson.ends)
                    ),
                ),
                (self.words.say("print-focus"), lesson.focus.clone()),
                (
                    self.words.say("print-shared"),
                    self.by(observation.observer, observation.shared_at),
                ),
            ]));
            let by = self.by(observation.observer, None);
            blocks.extend(self.seen(self.words.say("print-levels"), &lesson.seen, &by));
            blocks.extend(self.answers(&observation.answers));
        }
        blocks
    }

    fn professionalism(&self) -> Vec<Block> {
        let mut sent: Vec<_> = self.taken.record.professionalism.sent.iter().collect();
        sent.sort_by_key(|sent| sent.at);
        let mut blocks = vec![];
        for sent in sent {
            blocks.push(Block::Heading(self.by(Some(sent.by), Some(sent.at))));
            blocks.extend(self.seen(
                self.words.say("print-levels"),
                &sent.seen,
                &self.by(Some(sent.by), None),
            ));
        }
        blocks
    }

    fn measures(&self) -> Vec<Block> {
        let measures = &self.taken.record.measures;
        let entries = [&measures.survey, &measures.goals, &measures.collective];
        entries
            .into_iter()
            .flatten()
            .flat_map(|entry| self.measure(entry))
            .collect()
    }

    fn measure(&self, entry: &Entry) -> Vec<Block> {
        let words = self.words;
        let label = self
            .pack
            .measures
            .list
            .iter()
            .find(|it| it.id == entry.measure.id());
        let value = match &entry.measure {
            Measure::Survey(survey) => words.with(
                "print-survey",
                &[
                    (
                        "percent",
                        words.decimal(&survey.percent.to_decimal(1)).into(),
                    ),
                    ("answers", survey.answers.into()),
                ],
            ),
            Measure::Collective(percent) => words.with(
                "print-percent",
                &[("percent", words.decimal(&percent.to_decimal(1)).into())],
            ),
            Measure::Goals(goals) => {
                words.list(&goals.iter().map(|it| it.title.as_str()).collect::<Vec<_>>())
            }
            Measure::SurveyApplies(_) => String::new(),
        };
        let mut blocks = vec![
            Block::Heading(label.map_or_else(String::new, |it| {
                it.label.get(words.language().tag()).to_owned()
            })),
            Block::Facts(vec![
                (words.say("print-value"), value),
                (words.say("print-source"), entry.source.clone()),
                (
                    words.say("print-entered"),
                    self.by(Some(entry.by), Some(entry.at)),
                ),
            ]),
        ];
        if let Measure::Goals(goals) = &entry.measure {
            blocks.push(rating::goal_table(words, goals));
        }
        blocks
    }

    fn conversations(&self) -> Vec<Block> {
        let mut blocks = vec![];
        let mut talks: Vec<_> = self.taken.record.conversations.iter().collect();
        talks.sort_by_key(|(_, talk)| talk.slot.as_ref().map(|slot| (slot.on, slot.begins)));
        for (stream, talk) in talks {
            blocks.push(Block::Heading(things::title(
                self.words,
                self.pack,
                &self.taken.record,
                stream,
            )));
            if let Some(slot) = &talk.slot {
                blocks.push(Block::Paragraph(self.words.with(
                    "print-slot",
                    &[
                        ("date", self.words.date(slot.on).into()),
                        ("time", self.words.time(slot.begins).into()),
                        ("minutes", slot.minutes.into()),
                        ("place", (&slot.place).into()),
                    ],
                )));
            }
            if let Some(reason) = &talk.cancelled {
                blocks.push(Block::Paragraph(self.words.say("print-cancelled")));
                blocks.push(Block::Said {
                    text: reason.clone(),
                    by: self.by(talk.evaluator, None),
                });
            }
            for preparation in &talk.preparations {
                let who = match preparation.side {
                    domain::professionalism::Side::Teacher => talk.teacher,
                    domain::professionalism::Side::Evaluator => talk.evaluator,
                };
                let by = self.by(who, Some(preparation.at));
                blocks.extend(preparation.answers.values().map(|text| Block::Said {
                    text: text.clone(),
                    by: by.clone(),
                }));
            }
            blocks.extend(talk.notes.iter().map(|it| Block::Said {
                text: it.text.clone(),
                by: self.by(Some(it.by), Some(it.at)),
            }));
            let promises = talk.promises.iter().map(|it| {
                let until = [
                    ("what", (&it.what).into()),
                    ("date", self.words.date(it.by).into()),
                ];
                match it.kept {
                    None => self.words.with("print-promise", &until),
                    Some(on) => {
                        let [what, date] = until;
                        self.words.with(
                            "print-promise-kept",
                            &[what, date, ("kept", self.words.date(on).into())],
                        )
                    }
                }
            });
            let promises: Vec<String> = promises.collect();
            if !promises.is_empty() {
                blocks.push(Block::List(promises));
            }
        }
        blocks
    }

    fn messages(&self) -> Vec<Block> {
        let mut messages: Vec<_> = self.taken.record.messages.values().collect();
        messages.sort_by_key(|message| message.at);
        let mut blocks = vec![];
        for message in messages {
            let Some(sent) = &message.sent else { continue };
            blocks.push(Block::Heading(sent.subject.clone()));
            blocks.push(Block::Said {
                text: sent.body.clone(),
                by: self.by(message.by, message.at),
            });
        }
        blocks
    }

    fn rationales(&self) -> Vec<Block> {
        let mut blocks = vec![];
        for rationale in self.taken.record.rationales.values() {
            let Some(about) = rationale.about else {
                continue;
            };
            let about = self.words.say(&format!("about-{}", about.as_str()));
            blocks.push(Block::Heading(
                self.words
                    .with("thing-rationale", &[("about", about.into())]),
            ));
            for version in &rationale.versions {
                blocks.push(Block::Said {
                    text: version.text.clone(),
                    by: self.by(Some(version.by), Some(version.at)),
                });
                let evidence = version
                    .evidence
                    .iter()
                    .map(|it| things::title(self.words, self.pack, &self.taken.record, it));
                blocks.push(Block::List(evidence.collect()));
            }
        }
        blocks
    }

    fn recommendation(&self) -> Vec<Block> {
        let Some(renewal) = &self.taken.record.recommendation.renewal else {
            return vec![];
        };
        vec![
            Block::Paragraph(self.words.say("print-renewal")),
            Block::Said {
                text: renewal.reasons.clone(),
                by: self.by(Some(renewal.by), Some(renewal.at)),
            },
        ]
    }

    fn history(&self) -> Vec<Block> {
        let words = self.words;
        let rows: Vec<Vec<String>> = self
            .taken
            .lines
            .iter()
            .map(|it| {
                let told = line::told(words, Some(self.pack), &self.taken.names, it);
                vec![words.moment(self.visitor.local(it.at)), told.sentence]
            })
            .collect();
        if rows.is_empty() {
            return vec![];
        }
        let head = vec![words.say("history-when"), words.say("history-what")];
        vec![Block::Table {
            caption: words.say("history-lines-hint"),
            head,
            rows,
        }]
    }

    fn readers(&self) -> Vec<Block> {
        let words = self.words;
        if self.taken.receipts.is_empty() {
            return vec![Block::Paragraph(words.say("history-nobody-looked"))];
        }
        let rows = self.taken.receipts.iter().map(|receipt| {
            vec![
                self.taken.names.full(words, receipt.reader),
                words.say(&format!("history-read-{}", receipt.thing.as_str())),
                words.moment(self.visitor.local(receipt.at)),
            ]
        });
        let head = ["history-reader", "history-read", "history-when"]
            .map(|key| words.say(key))
            .to_vec();
        vec![Block::Table {
            caption: words.say("history-looked"),
            head,
            rows: rows.collect(),
        }]
    }
}
