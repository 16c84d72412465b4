//! `/teachers/{teacher}/rating/how-it-came-about.pdf`: a shared rating on one page and in plain words, from the trace
//! that is stored with it and from nothing else; the pack lends its names.

use super::clock::{self, ACKNOWLEDGE};
use super::rule::{finding, kind_key, measure_name, plain};
use super::{Basis, FROM_RECORD, load, print as paper};
use crate::fault::Fault;
use crate::history::{line::Names, press};
use crate::my_year::rating_so_far::mixed;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Employment;
use domain::ratings::trace::{Node, NodeKind};
use domain::ratings::{Decided, Released};
use letters::document::{Block, Document, Section};
use policy::{Case, ChoiceOfWay, Exact, Known, MeasureKind, OptionSide, When};
use std::collections::BTreeSet;

/// Characters of the reasons of a decision that have room here; they stand whole on the page and in the longer print.
const REASONS: usize = 360;

/// Whoever may read the rating may take it so.
pub async fn print(visitor: Visitor, Path(teacher): Path<String>) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    let basis = Basis::of(&visitor, &loaded)?;
    let record = &loaded.record;
    let Some(released) = &record.rating.released else {
        return Err(Fault::NotFound);
    };
    let names = Names::new(loaded.people.clone());
    let words = visitor.words;
    let name = record.person.particulars.name.full();
    let title = words.with(
        "rating-came-title",
        &[("name", name.into()), ("year", record.year.as_str().into())],
    );
    let mut document = Document {
        one_page: true,
        ..paper::cover(&visitor, record, &names, title)
    };
    // When and for whom it was made stands at its foot.
    document.who.pop();
    document.who.extend(paper::made(&visitor, released, &names));
    document.sections = Paper {
        basis: &basis,
        released,
        names: &names,
    }
    .sections();
    let name = press::name_of(
        record.person.particulars.name.family_used(),
        record.year.as_str(),
    );
    let file = format!("how-it-came-about-{name}.pdf");
    press::print(words, document, &file).await
}

struct Paper<'a> {
    basis: &'a Basis<'a>,
    released: &'a Released,
    names: &'a Names,
}

impl Paper<'_> {
    fn sections(&self) -> Vec<Section> {
        let words = self.basis.words;
        let mut sections = vec![];
        let mut add = |key: &str, blocks: Vec<Block>| {
            if !blocks.is_empty() {
                sections.push(Section {
                    heading: words.say(key),
                    blocks,
                });
            }
        };
        add("print-rating", self.rating());
        add("rating-came-measures", self.measures());
        add("rating-where", self.where_it_falls());
        if let Some(decided) = &self.released.trace.decision {
            add("decision-section", self.decision(decided));
        }
        add("rating-came-sources", self.sources());
        add("rating-came-challenge", self.challenge());
        sections
    }

    /// The rating with its points, and what it looks like over a year.
    fn rating(&self) -> Vec<Block> {
        let words = self.basis.words;
        let language = words.language().tag();
        let composite = &self.released.trace.composite;
        let is = words.with(
            "rating-came-is",
            &[
                ("rating", self.basis.rating(&self.released.rating).into()),
                ("points", words.decimal(&composite.shown).into()),
                ("exact", composite.value.to_string().into()),
            ],
        );
        let characteristics = &self.basis.pack.characteristics.strands;
        let columns: Vec<&str> = characteristics
            .iter()
            .filter_map(|strand| {
                let column = strand.columns.iter();
                column
                    .filter(|column| column.rating == self.released.rating)
                    .map(|column| column.text.get(language))
                    .next()
            })
            .collect();
        let mut blocks = vec![Block::Paragraph(is)];
        if !columns.is_empty() {
            let open = characteristics.iter().any(|it| !it.known.settled());
            blocks.push(Block::Paragraph(words.with(
                "rating-came-looks",
                &[
                    ("text", columns.join(" ").into()),
                    ("open", mark(open).into()),
                ],
            )));
        }
        blocks
    }

    /// Each measure with what it was, its share of its scale and its points; the sums below.
    fn measures(&self) -> Vec<Block> {
        let words = self.basis.words;
        let trace = &self.released.trace;
        let mut rows = vec![];
        for group in &trace.composite.children {
            rows.extend(group.children.iter().map(|measure| self.measure(measure)));
        }
        for sum in trace.composite.children.iter().chain([&trace.composite]) {
            rows.push(vec![
                words.say(kind_key(sum.kind)),
                String::new(),
                self.points(sum),
            ]);
        }
        let head = ["rating-came-measure", "rating-came-share", "print-points"];
        let mut blocks = vec![
            Block::Table {
                caption: String::new(),
                head: head.map(|key| words.say(key)).to_vec(),
                rows,
            },
            Block::Paragraph(words.say("rating-came-how")),
        ];
        if !trace.findings.is_empty() {
            let findings = trace.findings.iter().map(|it| finding(words, it));
            blocks.push(Block::List(findings.collect()));
        }
        blocks
    }

    fn measure(&self, measure: &Node) -> Vec<String> {
        let words = self.basis.words;
        let fraction = measure.children.first();
        let was = fraction
            .and_then(|fraction| Some(self.was(measure, fraction, fraction.children.first()?)));
        let share = fraction.map(|fraction| {
            let percent = (&fraction.value * Exact::from(100)).to_decimal(1);
            words.with(
                "rating-came-share-of",
                &[
                    ("percent", words.decimal(&percent).into()),
                    ("exact", fraction.value.to_string().into()),
                ],
            )
        });
        let named = words.with(
            "rating-came-named",
            &[
                (
                    "measure",
                    measure_name(words, self.basis.pack, &measure.id).into(),
                ),
                ("was", was.unwrap_or_default().into()),
            ],
        );
        vec![named, share.unwrap_or_default(), self.points(measure)]
    }

    /// "25.86 of 42 (931/36)".
    fn points(&self, node: &Node) -> String {
        let words = self.basis.words;
        let weight = node.weight.as_ref().map(plain).unwrap_or_default();
        words.with(
            "rating-came-points",
            &[
                ("points", words.decimal(&node.shown).into()),
                ("weight", words.decimal(&weight).into()),
                ("exact", node.value.to_string().into()),
            ],
        )
    }

    /// The value of a measure on its own scale, in words.
    fn was(&self, measure: &Node, fraction: &Node, raw: &Node) -> String {
        let words = self.basis.words;
        let mean = words.decimal(&raw.shown);
        let exact = raw.value.to_string();
        let percent = words.decimal(&plain(&raw.value));
        let input = |node: &Node, key: &str| node.inputs.get(key).cloned().unwrap_or_default();
        let number = |text: String| text.parse::<i64>().unwrap_or_default();
        let levels = |key: &str, count: usize| {
            words.with(
                key,
                &[
                    ("mean", mean.clone().into()),
                    ("exact", exact.clone().into()),
                    ("min", input(fraction, "min").into()),
                    ("max", input(fraction, "max").into()),
                    ("count", count.into()),
                ],
            )
        };
        match measure.kind {
            NodeKind::Measure(MeasureKind::Observation) => {
                levels("rating-came-lessons", lessons(raw).len())
            }
            NodeKind::Measure(MeasureKind::Professionalism) => {
                levels("rating-came-levels", raw.children.len())
            }
            NodeKind::Measure(MeasureKind::Survey) => words.with(
                "rating-came-survey",
                &[
                    ("percent", percent.into()),
                    ("count", number(input(raw, "respondents")).into()),
                ],
            ),
            NodeKind::Measure(MeasureKind::Goals) => words.with(
                "rating-came-goals",
                &[
                    ("mean", mean.into()),
                    ("exact", exact.into()),
                    ("count", raw.children.len().into()),
                ],
            ),
            NodeKind::Measure(MeasureKind::Collective) => {
                words.with("rating-came-collective", &[("percent", percent.into())])
            }
            _ => exact,
        }
    }

    /// The cuts, how far the nearest is, and whether a person had to decide.
    fn where_it_falls(&self) -> Vec<Block> {
        let words = self.basis.words;
        let placement = &self.released.trace.placement;
        let cuts: Vec<String> = placement
            .cuts
            .iter()
            .map(|cut| {
                words.with(
                    "rating-came-cut",
                    &[
                        ("rating", self.basis.rating(&cut.rating).into()),
                        ("begins", mixed(&cut.begins).into()),
                    ],
                )
            })
            .collect();
        let cuts = words.with(
            "rating-came-cuts",
            &[
                ("list", words.list(&cuts).into()),
                ("open", mark(!placement.cuts_known.settled()).into()),
            ],
        );
        let places = self.released.trace.composite.rounding.places;
        let distance = [
            (
                "distance",
                words.decimal(&placement.distance.to_decimal(places)).into(),
            ),
            ("exact", placement.distance.to_string().into()),
            (
                "rating",
                self.basis.rating(&placement.nearest.rating).into(),
            ),
            ("width", words.decimal(&plain(&placement.half_width)).into()),
            ("open", mark(!placement.half_width_known.settled()).into()),
        ];
        let key = match (&placement.open, placement.half_width.is_zero()) {
            (Some(_), _) => "rating-came-near",
            (None, true) => "rating-came-no-band",
            (None, false) => "rating-came-beyond",
        };
        vec![Block::Paragraph(format!(
            "{cuts} {}",
            words.with(key, &distance)
        ))]
    }

    fn decision(&self, decided: &Decided) -> Vec<Block> {
        let words = self.basis.words;
        let both = decided
            .candidates
            .each_ref()
            .map(|id| self.basis.rating(id));
        let chosen = words.with(
            "rating-came-chosen",
            &[
                ("both", words.list_or(&both).into()),
                ("rating", self.basis.rating(&decided.rating).into()),
                ("name", self.names.full(words, decided.by).into()),
                ("date", words.date(decided.on).into()),
                (
                    "reader",
                    self.names.full(words, decided.confirmed_by).into(),
                ),
                ("confirmed", words.date(decided.confirmed_on).into()),
                ("count", decided.evidence.len().into()),
            ],
        );
        let (text, whole) = shortened(&decided.reasons, REASONS);
        let by = if whole {
            String::new()
        } else {
            words.say("rating-came-shortened")
        };
        vec![Block::Paragraph(chosen), Block::Said { text, by }]
    }

    /// By which rules and numbers, where they come from, and which of them the district has not confirmed.
    fn sources(&self) -> Vec<Block> {
        let words = self.basis.words;
        let pack = self.basis.pack;
        let trace = &self.released.trace;
        let placement = &trace.placement;
        let mut lines: Vec<(&str, Vec<String>, Known, &str)> = vec![];
        let mut add = |what, name: Option<String>, known, source| match lines
            .iter_mut()
            .find(|line| line.0 == what && line.2 == known && line.3 == source)
        {
            Some(line) => line.1.extend(name),
            None => lines.push((what, name.into_iter().collect(), known, source)),
        };
        let measures = || trace.composite.children.iter().flat_map(|it| &it.children);
        for part in ["weight", "scale", "average"] {
            for measure in measures() {
                let fraction = measure.children.first();
                let node = match part {
                    "weight" => Some(measure),
                    "scale" => fraction,
                    _ => fraction.and_then(|it| it.children.first()),
                };
                if let Some(node) = node.filter(|node| node.source != FROM_RECORD) {
                    let name = measure_name(words, pack, &measure.id);
                    add(part, Some(name), node.known, &node.source);
                }
            }
        }
        add("cuts", None, placement.cuts_known, &placement.cuts_source);
        add(
            "near",
            None,
            placement.half_width_known,
            &placement.half_width_source,
        );
        let said = |what: &str| -> Vec<String> {
            let of_it = lines.iter().filter(|line| line.0 == what);
            of_it
                .map(|(_, measures, known, source)| {
                    let named = words.with(
                        &format!("rating-came-what-{what}"),
                        &[("measures", words.list(measures).into())],
                    );
                    let source = pack.sources.note(source, words.language().tag());
                    words.with(
                        "rating-came-source",
                        &[
                            ("what", named.into()),
                            ("source", source.into()),
                            ("open", mark(!known.settled()).into()),
                        ],
                    )
                })
                .collect()
        };
        let lines = [
            ["weight"].as_slice(),
            &["scale"],
            &["average"],
            &["cuts", "near"],
        ]
        .map(|parts| parts.iter().flat_map(|what| said(what)).collect::<Vec<_>>())
        .map(|sentences| sentences.join(" "));
        let mut blocks = vec![];
        if self.released.demo_pack {
            blocks.push(Block::Paragraph(words.say("rating-came-demo")));
        }
        blocks.push(Block::List(lines.to_vec()));
        blocks
    }

    /// How to check the rating, and the ways of a teacher who does not agree, with their dates.
    fn challenge(&self) -> Vec<Block> {
        let words = self.basis.words;
        let mut blocks = vec![];
        let acknowledge = clock::counted(
            self.basis.pack,
            self.basis.calendar,
            ACKNOWLEDGE,
            self.released.on,
        );
        let receipt = acknowledge.map(|counted| {
            words.with(
                "rating-came-receipt",
                &[("date", words.date(counted.due).into())],
            )
        });
        blocks.push(Block::Paragraph(
            [receipt, Some(words.say("rating-came-check"))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        ));
        let ways: Vec<String> = self
            .ways()
            .into_iter()
            .map(|way| {
                words.with(
                    "rating-came-way",
                    &[
                        ("way", way.label.get(words.language().tag()).into()),
                        ("until", self.until(way).into()),
                        ("text", way.text.get(words.language().tag()).into()),
                    ],
                )
            })
            .collect();
        if !ways.is_empty() {
            blocks.push(Block::Paragraph(words.say("rating-came-ways")));
            blocks.push(Block::List(ways));
        }
        blocks
    }

    /// What the pack offers a teacher of this class after a rating; the appeal only of one that shows no effectiveness.
    fn ways(&self) -> Vec<&ChoiceOfWay> {
        let pack = self.basis.pack;
        let class = match self.basis.record.person.particulars.employment {
            Some(Employment::NonProbationary) => "non_probationary",
            Some(Employment::AtWill) => "at_will",
            Some(Employment::Annual) => "annual",
            Some(Employment::Probationary) | None => "probationary",
        };
        let low = pack
            .rating
            .rating(&self.released.rating)
            .is_some_and(|it| !it.effective);
        let cases: &[Case] = if low { &[Case::StatusInQuestion] } else { &[] };
        let over = |id: &String| {
            let fixed = pack.date(id).and_then(policy::Deadline::fixed);
            fixed.is_some_and(|day| day < self.released.on)
        };
        pack.options_for(OptionSide::Teacher, class, cases)
            .filter(|way| way.clocks.is_empty() || !way.clocks.iter().all(over))
            .collect()
    }

    /// Until when: a date where it is counted from the rating, days where it is counted from something else.
    fn until(&self, way: &ChoiceOfWay) -> String {
        let words = self.basis.words;
        let pack = self.basis.pack;
        let Some(deadline) = way.clocks.first().and_then(|id| pack.date(id)) else {
            return words.say("rating-came-any-time");
        };
        let by_day = |day| words.with("rating-came-by-day", &[("date", words.date(day).into())]);
        let said = match &deadline.when {
            When::On(day) => by_day(*day),
            When::Counted { anchor, days, unit } if anchor == "RD" || anchor == "DELIVERED" => {
                let due = self.basis.calendar.count_on(self.released.on, *days, *unit);
                by_day(due)
            }
            When::Counted { days, unit, .. } => words.with(
                "rating-came-from-event",
                &[
                    ("days", i64::from(*days).into()),
                    ("unit", clock::unit_word(*unit).into()),
                ],
            ),
        };
        words.with(
            "rating-came-date",
            &[
                ("date", said.into()),
                ("open", mark(!deadline.known.settled()).into()),
            ],
        )
    }
}

/// How texts ask whether a value is not confirmed.
fn mark(open: bool) -> &'static str {
    if open { "yes" } else { "no" }
}

/// The lessons whose scores lie below a line.
fn lessons(node: &Node) -> BTreeSet<&str> {
    let own = node.inputs.get("observation").map(String::as_str);
    own.into_iter()
        .chain(node.children.iter().flat_map(lessons))
        .collect()
}

/// At most so many characters, ended at a word; and whether that is all of it.
fn shortened(text: &str, most: usize) -> (String, bool) {
    if text.chars().count() <= most {
        return (text.to_owned(), true);
    }
    let cut: String = text.chars().take(most).collect();
    let kept = cut.rsplit_once(char::is_whitespace);
    let kept = kept.map_or(cut.as_str(), |(kept, _)| kept);
    (format!("{} …", kept.trim_end()), false)
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_reasons_end_at_a_word_and_say_that_they_go_on() {
        assert_eq!(shortened("Both goals.", 20), ("Both goals.".into(), true));
        assert_eq!(
            shortened("Both goals were met.", 14),
            ("Both goals …".into(), false)
        );
        assert_eq!(shortened("abcdefgh", 3), ("abc …".into(), false));
    }
}
