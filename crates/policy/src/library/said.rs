//! The words behind directives, for searching: what a page says by them is found as what is written in it.

use super::Directive;
use super::prose::{Piece, pieces, plain, without_fields};
use crate::{Checklist, Pack, Text};

/// The words of a page as it is read in a language, for searching: its own without marks, and the pack's texts that its
/// directives show. Dates, amounts and the headings of tables are left out.
pub fn searched(text: &str, pack: &Pack, language: &str) -> String {
    let mut words = plain(text);
    for piece in pieces(text) {
        if let Piece::Directive(inside, ..) = piece
            && let Some(directive) = Directive::read(inside, pack)
        {
            for text in directive.texts(pack) {
                words.push(' ');
                words.push_str(&without_fields(text.get(language)));
            }
        }
    }
    words
}

impl<'a> Directive<'a> {
    /// The pack's texts that it shows, in their order.
    pub fn texts(&self, pack: &'a Pack) -> Vec<&'a Text> {
        match *self {
            Self::Window(_) | Self::Opens(_) | Self::Closes(_) | Self::Date(_) => vec![],
            Self::Dates => {
                let dates = pack.dates.iter().filter(|date| date.fixed().is_some());
                let windows = pack.windows.iter().map(|window| &window.label);
                windows.chain(dates.map(|date| &date.label)).collect()
            }
            Self::Weights => labels(&pack.measures.list, |measure| &measure.label),
            Self::Levels => {
                let bands = pack.framework.bands.iter();
                let ratings = bands.filter_map(|band| pack.rating.rating(&band.rating));
                ratings.map(|rating| &rating.label).collect()
            }
            Self::Indicators => {
                let active = pack.framework.indicators.iter().filter(|it| it.active);
                active.map(|indicator| &indicator.label).collect()
            }
            Self::Agenda(guide) => labels(&guide.agenda, |item| &item.title),
            Self::Before(guide) => {
                let steps = guide.before.iter().chain(&guide.prepare);
                steps.map(|step| &step.text).collect()
            }
            Self::After(guide) => labels(&guide.after, |step| &step.text),
            Self::Say(situation) => {
                let points = pack.talking_points.iter();
                let points = points.filter(|point| point.situation == situation);
                points.map(|point| &point.text).collect()
            }
            Self::RationalePoints => labels(&pack.rationale.points, |point| &point.text),
            Self::RationaleExamples(about) => {
                let examples = pack.rationale.examples.iter();
                let examples = examples.filter(|example| example.about == about);
                examples
                    .flat_map(|example| [Some(&example.text), example.fault.as_ref()])
                    .flatten()
                    .collect()
            }
            Self::Letters => labels(&pack.messages, |message| &message.label),
            Self::Checklist(list) => checklist(pack, list),
            Self::Characteristics => {
                let mut texts = vec![];
                for strand in &pack.characteristics.strands {
                    texts.push(&strand.label);
                    for column in &strand.columns {
                        let rating = pack.rating.rating(&column.rating);
                        texts.extend(rating.map(|rating| &rating.label));
                        texts.push(&column.text);
                    }
                }
                texts
            }
            Self::Decisions(about) => {
                let points = pack.decisions.iter().flat_map(|guidance| &guidance.points);
                let points = points.filter(|point| point.about == about);
                points.map(|point| &point.text).collect()
            }
            Self::Ladder(supports) => {
                let mut texts = vec![];
                for step in supports.steps.iter().filter(|step| step.active) {
                    texts.extend([&step.label, &step.trigger, &step.decides]);
                    texts.extend(&step.documents);
                }
                texts
            }
            Self::Plan(supports) => {
                let outcomes = supports.plan.outcomes.iter();
                outcomes
                    .flat_map(|outcome| [&outcome.label, &outcome.meaning])
                    .collect()
            }
            Self::Procedure(procedure) => {
                let mut texts = vec![&procedure.about];
                for step in &procedure.steps {
                    texts.push(&step.text);
                    texts.extend(&step.if_missed);
                }
                texts.extend(procedure.grounds.iter().map(|ground| &ground.text));
                texts.extend(procedure.outcomes.iter().map(|outcome| &outcome.text));
                texts
            }
            Self::Options(side) => {
                let options = pack.options.iter().filter(|option| option.side == side);
                options
                    .flat_map(|option| [&option.label, &option.text])
                    .collect()
            }
        }
    }
}

fn labels<'a, T>(list: &'a [T], label: impl Fn(&'a T) -> &'a Text) -> Vec<&'a Text> {
    list.iter().map(label).collect()
}

fn checklist(pack: &Pack, list: Checklist) -> Vec<&Text> {
    let items = pack.checklists.iter().filter(|item| item.list == list);
    items.flat_map(|item| [&item.text, &item.when]).collect()
}
