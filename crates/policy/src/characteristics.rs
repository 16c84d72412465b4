//! What each rating looks like over a whole year, strand by strand. Marks beside these columns prompt a reason; they
//! never change a rating.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::{Section, ruled};
use crate::{Exact, Known, Ruled, Text};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Characteristics {
    #[schemars(rename = "strand")]
    pub strands: Vec<Strand>,
    /// `None` where the pack describes no strands.
    pub fit: Option<ProfileFit>,
    /// All of these must hold for a teacher to be called ready for renewal; otherwise a reason is asked for.
    pub renewal: Vec<RenewalTerm>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Strand {
    /// `G`, `PL`, `CP`, `DU`, `SC`.
    pub id: String,
    pub label: Text,
    /// One for each rating, from the lowest.
    #[schemars(rename = "column")]
    pub columns: Vec<StrandColumn>,
    pub known: Known,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StrandColumn {
    /// Id of a rating.
    pub rating: String,
    pub text: Text,
}

/// When the marked columns do not fit the rating and a reason is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileFit {
    /// The mean of the columns may lie this far from the rating's code, ends included.
    pub mean_within: Ruled<Exact>,
    /// A single strand that lies this far or farther from it is named.
    pub strand_apart: Ruled<u32>,
}

/// The mean column of some strands, counted from 0, reaches a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RenewalTerm {
    /// Ids of strands.
    pub strands: Vec<String>,
    pub mean_at_least: Exact,
    pub known: Known,
    pub source: String,
}

impl Characteristics {
    pub fn strand(&self, id: &str) -> Option<&Strand> {
        self.strands.iter().find(|strand| strand.id == id)
    }

    /// Reads `characteristics.toml`.
    pub(crate) fn read(section: &Section<'_>) -> Self {
        let _ = section.rule_words();
        let fit = section.table("fit");
        let term = |item: &Section<'_>| {
            let (known, source) = item.ruling();
            let strands = item.strings("strands");
            item.mark(format!("renewal {}", strands.join(" ")), "strands");
            RenewalTerm {
                strands,
                mean_at_least: item.exact("mean_at_least"),
                known,
                source,
            }
        };
        Self {
            strands: section.list("strand").iter().map(Strand::read).collect(),
            fit: Some(ProfileFit {
                mean_within: ruled(fit.as_ref(), "mean_within", Exact::zero(), |value| {
                    value.mark("profile fit", "value");
                    value.exact("value")
                }),
                strand_apart: ruled(fit.as_ref(), "strand_apart", 0, |value| {
                    value.number("value")
                }),
            }),
            renewal: section.list("renewal").iter().map(term).collect(),
        }
    }
}

impl Strand {
    fn read(section: &Section<'_>) -> Self {
        let (known, source) = section.ruling();
        let id = section.string("id");
        section.mark(format!("strand {id}"), "id");
        let column = |item: &Section<'_>| {
            let rating = item.string("rating");
            item.mark(format!("strand {id} {rating}"), "rating");
            StrandColumn {
                rating,
                text: item.text("text"),
            }
        };
        Self {
            label: section.text("label"),
            columns: section.list("column").iter().map(column).collect(),
            id,
            known,
            source,
        }
    }
}
