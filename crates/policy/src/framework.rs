//! The framework: domains, indicators, their scale and bands, descriptors, and the kinds of observation.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::Section;
use crate::{Known, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Framework {
    pub domains: Vec<Domain>,
    /// In the order of the framework; also those that are switched off (`active = false`).
    pub indicators: Vec<Indicator>,
    /// Lowest level of an indicator, inclusive.
    pub min: u8,
    /// Highest level of an indicator, inclusive.
    pub max: u8,
    /// How well the scale is known.
    pub scale_known: Known,
    pub scale_source: String,
    /// From the lowest to the highest; together they cover the scale.
    pub bands: Vec<Band>,
    pub observation_kinds: Vec<ObservationKind>,
    /// From an indicator and a band to its text.
    pub descriptors: Vec<Descriptor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Domain {
    pub id: String,
    pub label: Text,
    /// Scored in observed lessons; otherwise rated by the evaluator over the year (professionalism).
    pub observed: bool,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Indicator {
    /// Such as `LE.3`.
    pub id: String,
    /// Id of a [`Domain`].
    pub domain: String,
    pub label: Text,
    /// A few words, for tables and staves.
    pub short: Text,
    /// Coached first, for teachers early in their career.
    pub gateway: bool,
    pub active: bool,
    pub known: Known,
    pub source: String,
}

/// The levels of an indicator that belong to one rating, both ends inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Band {
    /// Id of a rating, such as `NM`.
    pub rating: String,
    pub from: u8,
    pub to: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObservationKind {
    /// `full`, `short`, `informal`.
    pub id: String,
    pub label: Text,
    /// Only scored kinds reach the rating.
    pub scored: bool,
    /// Every observed indicator must be scored; otherwise a subset may be.
    pub all_indicators: bool,
    pub minutes_from: u32,
    pub minutes_to: u32,
    pub known: Known,
    pub source: String,
}

/// What one indicator looks like in one band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Descriptor {
    pub indicator: String,
    /// Id of the band's rating.
    pub band: String,
    #[schemars(flatten)]
    pub text: Text,
    /// The district's own wording is still to come.
    pub placeholder: bool,
    pub known: Known,
    pub source: String,
}

impl Framework {
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    pub fn domain(&self, id: &str) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// Active indicators that lessons are scored on, in the framework's order.
    pub fn observed(&self) -> impl Iterator<Item = &Indicator> {
        self.active(true)
    }

    /// Active indicators that the evaluator rates over the year, in the framework's order.
    pub fn professionalism(&self) -> impl Iterator<Item = &Indicator> {
        self.active(false)
    }

    fn active(&self, observed: bool) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| {
            indicator.active
                && self
                    .domain(&indicator.domain)
                    .is_some_and(|d| d.observed == observed)
        })
    }

    /// The band of a level; `None` outside the scale.
    pub fn band(&self, level: u8) -> Option<&Band> {
        self.bands
            .iter()
            .find(|band| (band.from..=band.to).contains(&level))
    }

    pub fn observation_kind(&self, id: &str) -> Option<&ObservationKind> {
        self.observation_kinds.iter().find(|kind| kind.id == id)
    }

    pub fn descriptor(&self, indicator: &str, band: &str) -> Option<&Descriptor> {
        self.descriptors
            .iter()
            .find(|d| d.indicator == indicator && d.band == band)
    }
}

impl Framework {
    /// Reads `framework.toml`; descriptors follow from their own file.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let scale = section.table("scale");
        let (min, max, ruling) = match &scale {
            Some(scale) => {
                scale.mark("scale", "max");
                (scale.level("min"), scale.level("max"), scale.ruling())
            }
            None => (0, 0, (Known::OWN, String::new())),
        };
        let bands = scale
            .iter()
            .flat_map(|scale| scale.list("bands"))
            .map(|band| {
                let rating = band.string("rating");
                band.mark(format!("band {rating}"), "from");
                Band {
                    rating,
                    from: band.level("from"),
                    to: band.level("to"),
                }
            });
        Self {
            min,
            max,
            scale_known: ruling.0,
            scale_source: ruling.1,
            bands: bands.collect(),
            domains: section.list("domain").iter().map(Domain::read).collect(),
            indicators: section
                .list("indicator")
                .iter()
                .map(Indicator::read)
                .collect(),
            observation_kinds: section
                .list("observation_kind")
                .iter()
                .map(ObservationKind::read)
                .collect(),
            descriptors: Vec::new(),
        }
    }
}

impl Domain {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("domain {id}"), "id");
        Self {
            label: section.text("label"),
            observed: section.flag("observed", true),
            id,
            known,
            source,
        }
    }
}

impl Indicator {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("indicator {id}"), "id");
        section.mark(format!("indicator {id} domain"), "domain");
        Self {
            domain: section.string("domain"),
            label: section.text("label"),
            short: section.text("short"),
            gateway: section.flag("gateway", false),
            active: section.flag("active", true),
            id,
            known,
            source,
        }
    }
}

impl ObservationKind {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("observation kind {id}"), "id");
        Self {
            label: section.text("label"),
            scored: section.flag("scored", true),
            all_indicators: section.flag("all_indicators", false),
            minutes_from: section.number("minutes_from"),
            minutes_to: section.number("minutes_to"),
            id,
            known,
            source,
        }
    }
}

impl Descriptor {
    /// Reads `descriptors.toml`.
    pub(crate) fn read_all(section: &Section<'_>) -> Vec<Self> {
        let _ = section.rule_words();
        let placeholder = section.flag("placeholder", false);
        let each = |item: &Section<'_>| {
            let (known, source) = item.ruling();
            let (indicator, band) = (item.string("indicator"), item.string("band"));
            item.mark(format!("descriptor {indicator} {band}"), "indicator");
            Self {
                text: item.languages("descriptor"),
                placeholder: item.flag("placeholder", placeholder),
                indicator,
                band,
                known,
                source,
            }
        };
        section.list("descriptor").iter().map(each).collect()
    }
}
