//! The rating on paper: what it is, how it was received, and the sum as a tree with rules and sources.

use super::rule::{kind_key, measure_name, plain, rule_key};
use crate::history::{line::Names, things};
use crate::visitor::Visitor;
use domain::measures::Goal;
use domain::ratings::trace::{Node, NodeKind};
use domain::ratings::{Decided, Receipt, Released};
use domain::rationale::About;
use domain::{PersonId, YearRecord};
use jiff::Timestamp;
use letters::document::{Block, Document, TreeLine};
use policy::Pack;
use words::Words;

/// A document about a teacher's year without its sections.
pub fn cover(visitor: &Visitor, record: &YearRecord, names: &Names, title: String) -> Document {
    let words = visitor.words;
    let now = visitor.app.record().now();
    let moment = words.moment(visitor.local(now));
    let teacher = record.person.particulars.name.full();
    let reader = visitor.person.particulars.name.full();
    let evaluators: Vec<String> = record
        .person
        .evaluators_on(visitor.today)
        .map(|it| names.full(words, it.evaluator))
        .collect();
    let mut who = vec![(words.say("copy-teacher"), teacher)];
    if !evaluators.is_empty() {
        who.push((words.say("copy-evaluator"), words.list(&evaluators)));
    }
    let for_reader = [
        ("moment", moment.clone().into()),
        ("name", reader.clone().into()),
    ];
    who.push((
        words.say("copy-made"),
        words.with("copy-made-by", &for_reader),
    ));
    Document {
        language: words.language().tag().to_owned(),
        title,
        subtitle: String::new(),
        who,
        made_at: now,
        footer: words.with(
            "copy-footer",
            &[("name", reader.into()), ("moment", moment.into())],
        ),
        one_page: false,
        sections: vec![],
    }
}

/// What was shared, how it was received, and the sum.
pub fn blocks(
    visitor: &Visitor,
    pack: &Pack,
    record: &YearRecord,
    released: &Released,
    names: &Names,
) -> Vec<Block> {
    let words = visitor.words;
    let trace = &released.trace;
    let rating = pack
        .rating
        .rating(&released.rating)
        .map_or(released.rating.as_str(), |it| {
            it.label.get(words.language().tag())
        });
    let mut facts = vec![
        (words.say("print-rating-is"), rating.to_owned()),
        (
            words.say("print-points"),
            words.with(
                "rating-points-exact",
                &[
                    ("points", words.decimal(&trace.composite.shown).into()),
                    ("exact", trace.composite.value.to_string().into()),
                ],
            ),
        ),
    ];
    facts.extend(made(visitor, released, names));
    let received = match &record.rating.receipt {
        Some(Receipt::Acknowledged { on, .. }) => {
            words.with("print-acknowledged", &[("date", words.date(*on).into())])
        }
        Some(Receipt::Declined { on, .. }) => {
            words.with("print-declined", &[("date", words.date(*on).into())])
        }
        None => words.say("print-not-received"),
    };
    facts.push((words.say("print-receipt"), received));
    let mut blocks = vec![Block::Facts(facts)];
    if released.demo_pack {
        blocks.push(Block::Paragraph(words.with(
            "rating-demo-pack",
            &[("count", pack.unsettled().count().into())],
        )));
    }
    if let Some(decided) = &trace.decision {
        blocks.extend(decision(words, pack, record, decided, names));
    }
    let mut lines = vec![];
    tree(words, pack, &trace.composite, 0, &mut lines);
    blocks.push(Block::Heading(words.say("rating-the-sum")));
    blocks.push(Block::Tree(lines));
    let cuts = trace.placement.cuts.iter().map(|cut| {
        let name = pack
            .rating
            .rating(&cut.rating)
            .map_or(cut.rating.as_str(), |it| {
                it.label.get(words.language().tag())
            });
        vec![
            name.to_owned(),
            cut.begins.to_string(),
            words.decimal(&cut.begins.to_decimal(pack.rating.shown_places.value)),
        ]
    });
    blocks.push(Block::Table {
        caption: words.say("print-cuts"),
        head: vec![
            words.say("rating-column"),
            words.say("print-exact"),
            words.say("rating-from-points"),
        ],
        rows: cuts.collect(),
    });
    blocks
}

/// Who shared the rating and when, and by which pack it was computed.
pub fn made(visitor: &Visitor, released: &Released, names: &Names) -> [(String, String); 2] {
    let words = visitor.words;
    let pack = words.with(
        "print-pack-value",
        &[
            ("pack", (&released.pack).into()),
            ("version", released.pack_version.into()),
            ("fingerprint", in_eights(&released.pack_fingerprint).into()),
        ],
    );
    [
        (
            words.say("print-shared"),
            by(visitor, names, released.by, released.at),
        ),
        (words.say("print-pack"), pack),
    ]
}

/// Who chose between which two ratings near a cut, why, and who confirmed it.
fn decision(
    words: Words,
    pack: &Pack,
    record: &YearRecord,
    decided: &Decided,
    names: &Names,
) -> Vec<Block> {
    let rating = |id: &String| {
        pack.rating.rating(id).map_or_else(
            || id.clone(),
            |it| it.label.get(words.language().tag()).to_owned(),
        )
    };
    let signed = |key: &str, person, on| {
        words.with(
            key,
            &[
                ("name", names.full(words, person).into()),
                ("date", words.date(on).into()),
            ],
        )
    };
    vec![
        Block::Heading(words.say("decision-section")),
        Block::Facts(vec![
            (words.say("decision-chosen"), rating(&decided.rating)),
            (
                words.say("decision-candidates"),
                words.list_or(&decided.candidates.each_ref().map(rating)),
            ),
        ]),
        Block::Said {
            text: decided.reasons.clone(),
            by: signed("rating-written-by", decided.by, decided.on),
        },
        Block::Paragraph(signed(
            "decision-confirmed-by",
            decided.confirmed_by,
            decided.confirmed_on,
        )),
        Block::List(
            things::by_day(record, &decided.evidence)
                .into_iter()
                .map(|it| things::title(words, pack, record, it))
                .collect(),
        ),
    ]
}

/// A long word in groups of eight, so that it fits on paper.
fn in_eights(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    letters
        .chunks(8)
        .map(String::from_iter)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every line of the trace below this one, the whole before its parts.
fn tree(words: Words, pack: &Pack, node: &Node, depth: u8, lines: &mut Vec<TreeLine>) {
    let rule = words.say(rule_key(node.rule));
    let mut note = if node.source == super::FROM_RECORD {
        rule
    } else {
        let source = words.with(
            "rating-source",
            &[(
                "source",
                pack.sources
                    .note(&node.source, words.language().tag())
                    .into(),
            )],
        );
        words.with(
            "print-note",
            &[("rule", rule.into()), ("source", source.into())],
        )
    };
    if !node.known.settled() {
        note = words.with("print-unconfirmed", &[("note", note.into())]);
    }
    lines.push(TreeLine {
        depth,
        name: name(words, pack, node),
        exact: node.value.to_string(),
        shown: words.decimal(&node.shown),
        note,
    });
    for child in &node.children {
        tree(words, pack, child, depth.saturating_add(1), lines);
    }
}

fn name(words: Words, pack: &Pack, node: &Node) -> String {
    let input = |key: &str| node.inputs.get(key).map(String::as_str);
    match node.kind {
        NodeKind::Measure(_) => {
            let weight = node.weight.as_ref().map(plain).unwrap_or_default();
            words.with(
                "print-measure",
                &[
                    ("name", measure_name(words, pack, &node.id).into()),
                    ("weight", weight.into()),
                ],
            )
        }
        NodeKind::Indicator => node.id.rsplit('/').next().unwrap_or_default().to_owned(),
        NodeKind::Score => {
            let date = input("on")
                .and_then(|on| on.parse().ok())
                .map(|on| words.date(on));
            match (input("indicator"), date) {
                (Some(indicator), Some(date)) => format!("{indicator}, {date}"),
                (Some(indicator), None) => indicator.to_owned(),
                _ => words.say(kind_key(node.kind)),
            }
        }
        NodeKind::Goal => match (
            input("title"),
            input("pupils").and_then(|pupils| pupils.parse::<u32>().ok()),
        ) {
            (Some(title), Some(pupils)) => words.with(
                "print-goal",
                &[("title", title.into()), ("pupils", pupils.into())],
            ),
            _ => words.say(kind_key(node.kind)),
        },
        _ => words.say(kind_key(node.kind)),
    }
}

/// Both rationales as they hold, with the evidence that they rest on.
pub fn rationales(
    visitor: &Visitor,
    pack: &Pack,
    record: &YearRecord,
    names: &Names,
) -> Vec<Block> {
    let words = visitor.words;
    let mut blocks = vec![];
    for about in About::ALL {
        let Some(version) = record.rationale(about) else {
            continue;
        };
        blocks.push(Block::Heading(
            words.say(&format!("rating-rationale-{}", about.as_str())),
        ));
        blocks.push(Block::Said {
            text: version.text.clone(),
            by: by(visitor, names, version.by, version.at),
        });
        blocks.push(Block::List(
            things::by_day(record, &version.evidence)
                .into_iter()
                .map(|it| things::title(words, pack, record, it))
                .collect(),
        ));
    }
    blocks
}

/// What the teacher answered.
pub fn answers(visitor: &Visitor, record: &YearRecord, names: &Names) -> Vec<Block> {
    let answers = record.rating.answers.iter();
    answers
        .map(|it| Block::Said {
            text: it.text.clone(),
            by: by(visitor, names, it.by, it.at),
        })
        .collect()
}

fn by(visitor: &Visitor, names: &Names, person: PersonId, at: Timestamp) -> String {
    let moment = visitor.words.moment(visitor.local(at));
    visitor.words.with(
        "print-by",
        &[
            ("name", names.full(visitor.words, person).into()),
            ("moment", moment.into()),
        ],
    )
}

/// Goals with how many pupils earned how many points.
pub fn goal_table(words: Words, goals: &[Goal]) -> Block {
    let mut head = vec![words.say("rating-goal")];
    head.extend(
        (0..=3_u8).map(|points| words.with("rating-points-column", &[("points", points.into())])),
    );
    let row = |goal: &Goal| {
        let mut cells = vec![goal.title.clone()];
        cells.extend(goal.pupils.iter().map(u32::to_string));
        cells
    };
    Block::Table {
        caption: words.say("rating-goals-caption"),
        head,
        rows: goals.iter().map(row).collect(),
    }
}
