//! What must hold across a pack before anything is decided with it. Each check names its source where it is not
//! plain arithmetic.

mod confirmations;
mod feedback;
mod library;
mod measures;
mod school_year;
mod sections;

use std::collections::BTreeSet;

use crate::questions::OTHER;
use crate::reading::Findings;
use crate::{ConversationKind, Exact, Fault, Length, Pack, RatingRule, SITUATIONS};

/// Notes every problem of a pack whose files read without fault.
pub(crate) fn check(pack: &Pack, findings: &Findings) {
    let check = Check { pack, findings };
    check.ids();
    check.bands();
    check.descriptors();
    check.measures();
    check.goals();
    check.rule();
    check.windows();
    check.dates();
    check.guides();
    check.words();
    check.offsets();
    // What refers to dates, windows and classes is looked at once those are sound.
    if !findings.none() {
        return;
    }
    check.checklists();
    check.characteristics();
    check.decisions();
    check.supports();
    check.procedures();
    check.feedback();
    check.library();
    check.confirmations();
}

struct Check<'a> {
    pack: &'a Pack,
    findings: &'a Findings,
}

impl Check<'_> {
    fn note(&self, place: &str, what: Fault) {
        self.findings.note_at(place, what);
    }

    /// Every id stands once.
    fn unique<'a>(&self, kind: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.note(
                    &format!("{kind} {id}#2"),
                    Fault::Duplicate { id: id.to_owned() },
                );
            }
        }
    }

    /// Whatever is named exists.
    fn known(&self, place: &str, key: &str, value: &str, exists: bool) {
        if !exists {
            self.note(
                place,
                Fault::UnknownId {
                    key: key.to_owned(),
                    value: value.to_owned(),
                },
            );
        }
    }

    fn ids(&self) {
        let Pack {
            framework,
            rating,
            measures,
            ..
        } = self.pack;
        self.unique("class", self.pack.classes.iter().map(|c| c.id.as_str()));
        self.unique("domain", framework.domains.iter().map(|d| d.id.as_str()));
        self.unique(
            "indicator",
            framework.indicators.iter().map(|i| i.id.as_str()),
        );
        self.unique(
            "observation kind",
            framework.observation_kinds.iter().map(|k| k.id.as_str()),
        );
        self.unique("measure", measures.list.iter().map(|m| m.id.as_str()));
        self.unique("rating", rating.ratings.iter().map(|r| r.id.as_str()));
        self.unique("window", self.pack.windows.iter().map(|w| w.id.as_str()));
        self.unique("date", self.pack.dates.iter().map(|d| d.id.as_str()));
        self.unique("guide", self.pack.guides.iter().map(|g| g.kind.as_str()));
        self.unique(
            "point",
            self.pack.talking_points.iter().map(|p| p.id.as_str()),
        );
        self.unique("message", self.pack.messages.iter().map(|m| m.id.as_str()));
        self.unique(
            "rationale point",
            self.pack.rationale.points.iter().map(|p| p.id.as_str()),
        );
        let topics = &self.pack.topics;
        self.unique("topic", topics.iter().map(|topic| topic.id.as_str()));
        self.unique(
            "page",
            topics
                .iter()
                .flat_map(|topic| topic.pages.iter().map(String::as_str)),
        );
        if let Some(first) = topics.first() {
            let place = format!("topic {}", first.id);
            self.known(&place, "topic", OTHER, self.pack.topic(OTHER).is_some());
        }
        for indicator in &framework.indicators {
            let place = format!("indicator {} domain", indicator.id);
            let exists = framework.domain(&indicator.domain).is_some();
            self.known(&place, "domain", &indicator.domain, exists);
        }
        for descriptor in &framework.descriptors {
            let place = format!("descriptor {} {}", descriptor.indicator, descriptor.band);
            let exists = framework.indicator(&descriptor.indicator).is_some();
            self.known(&place, "indicator", &descriptor.indicator, exists);
            self.known(
                &place,
                "band",
                &descriptor.band,
                rating.rating(&descriptor.band).is_some(),
            );
        }
        for example in &self.pack.rationale.examples {
            if let Some(id) = &example.indicator {
                self.known(
                    &format!("example {id}"),
                    "indicator",
                    id,
                    framework.indicator(id).is_some(),
                );
            }
        }
    }

    /// Each level of the scale lies in exactly one band, and the bands name the ratings in their order.
    fn bands(&self) {
        let framework = &self.pack.framework;
        let in_order = framework.bands.iter().map(|b| &b.rating).eq(self
            .pack
            .rating
            .ratings
            .iter()
            .map(|r| &r.id));
        if !in_order {
            self.note("scale", Fault::BandOrder);
        }
        for level in framework.min..=framework.max {
            let holding: Vec<_> = framework
                .bands
                .iter()
                .filter(|band| (band.from..=band.to).contains(&level))
                .collect();
            match holding.as_slice() {
                [_] => {}
                [] => self.note("scale", Fault::BandHole { level }),
                [.., last] => self.note(
                    &format!("band {}", last.rating),
                    Fault::BandOverlap { level },
                ),
            }
        }
    }

    fn descriptors(&self) {
        let framework = &self.pack.framework;
        self.unique(
            "descriptor",
            framework
                .descriptors
                .iter()
                .map(|d| format!("{} {}", d.indicator, d.band))
                .collect::<Vec<_>>()
                .iter()
                .map(String::as_str),
        );
        for indicator in framework
            .indicators
            .iter()
            .filter(|indicator| indicator.active)
        {
            for rating in &self.pack.rating.ratings {
                if framework.descriptor(&indicator.id, &rating.id).is_none() {
                    let what = Fault::MissingDescriptor {
                        indicator: indicator.id.clone(),
                        band: rating.id.clone(),
                    };
                    self.note(&format!("indicator {}", indicator.id), what);
                }
            }
        }
    }

    /// A list of the wanted length whose values grow.
    fn increasing(&self, place: &str, what: &str, values: &[Exact], wanted: usize) {
        if values.len() != wanted {
            self.note(
                place,
                Fault::Count {
                    what: what.to_owned(),
                    is: values.len(),
                    wanted,
                },
            );
        } else if !values.is_sorted_by(|a, b| a < b) {
            self.note(
                place,
                Fault::NotIncreasing {
                    what: what.to_owned(),
                },
            );
        }
    }

    fn rule(&self) {
        let RatingRule {
            ratings,
            anchors,
            cuts,
            decision_half_width,
            ..
        } = &self.pack.rating;
        self.increasing("anchors", "anchors", &anchors.value, ratings.len() + 1);
        self.increasing("cuts", "cuts", &cuts.value, ratings.len().saturating_sub(1));
        let ends = anchors.value.first().zip(anchors.value.last());
        if ends.is_some_and(|(first, last)| *first != Exact::zero() || *last != Exact::one()) {
            self.note("anchors", Fault::AnchorEnds);
        }
        if decision_half_width.value.is_negative() {
            let what = "the decision half width".to_owned();
            self.note("decision half width", Fault::Negative { what });
        }
        for pair in cuts.value.windows(2) {
            let [lower, upper] = pair else { continue };
            let gap = upper - lower;
            if gap > Exact::zero() && gap <= &decision_half_width.value * Exact::from(2) {
                self.note(
                    "decision half width",
                    Fault::DecisionBandsMeet { cut: upper.clone() },
                );
            }
        }
        for (place, rating) in ratings.iter().enumerate() {
            if usize::from(rating.code) != place {
                let what = "codes of the ratings".to_owned();
                self.note(
                    &format!("rating {}", rating.id),
                    Fault::NotIncreasing { what },
                );
            }
        }
    }

    /// Each conversation of the year has a guide whose agenda fills its length.
    fn guides(&self) {
        for kind in ConversationKind::GUIDED {
            let Some(guide) = self.pack.guide(kind) else {
                self.note(
                    "guides.toml",
                    Fault::MissingGuide {
                        kind: kind.as_str().to_owned(),
                    },
                );
                continue;
            };
            for length in Length::ALL {
                let is: u32 = guide
                    .agenda
                    .iter()
                    .map(|item| item.minutes.get(length))
                    .sum();
                let wanted = guide.lengths.get(length);
                if is != wanted {
                    let what = Fault::AgendaSum {
                        kind: kind.as_str().to_owned(),
                        length,
                        is,
                        wanted,
                    };
                    self.note(&format!("guide {} lengths", kind.as_str()), what);
                }
            }
            let items = guide.agenda.iter().map(|item| &item.id);
            let ids: Vec<_> = items.map(|id| format!("{} {id}", kind.as_str())).collect();
            self.unique("agenda", ids.iter().map(String::as_str));
            let steps = guide
                .before
                .iter()
                .chain(&guide.prepare)
                .chain(&guide.after);
            let ids: Vec<_> = steps
                .map(|step| format!("{} {}", kind.as_str(), step.id))
                .collect();
            self.unique("step", ids.iter().map(String::as_str));
        }
    }

    /// Each situation has something to say.
    fn words(&self) {
        for situation in SITUATIONS {
            if !self
                .pack
                .talking_points
                .iter()
                .any(|point| point.say && point.situation == situation)
            {
                self.note(
                    "talking_points.toml",
                    Fault::MissingSituation {
                        situation: situation.to_owned(),
                    },
                );
            }
        }
    }
}
