//! What of the roster is looked for, as the address says it, and the page that is found.

use crate::fault::Fault;
use crate::faults::escape;
use crate::visitor::Visitor;
use access::Scope;
use domain::{Kind, SchoolId, Stream};
use record::{Filter, Key, ListOrder, Listed};
use serde::Deserialize;

/// Rows of one page.
const ROWS: u64 = 30;

/// What the address says. A blank or `all` narrows nothing.
#[derive(Deserialize, Clone, Debug, Default)]
pub struct Wanted {
    #[serde(default)]
    pub q: String,
    /// `teacher`, `school_leader`, `other`, or `schools` for schools instead of people.
    #[serde(default)]
    pub who: String,
    /// A school's id: who teaches there or leads it.
    #[serde(default)]
    pub school: String,
    /// `yes` or `no`.
    #[serde(default)]
    pub access: String,
    /// The row after which (`from=after`) or before which (`from=before`) the page begins: its thing and its place.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub row: String,
    #[serde(default)]
    pub sort: String,
}

/// The rows of a page and where the list goes on.
pub struct Found {
    pub rows: Vec<Listed>,
    /// All rows that the filters leave.
    pub count: u64,
    pub earlier: Option<String>,
    pub later: Option<String>,
}

impl Wanted {
    pub fn are_schools(&self) -> bool {
        self.who == "schools"
    }

    /// Whether nothing narrows the list.
    pub fn is_everybody(&self) -> bool {
        let none = |word: &str| word.is_empty() || word == "all";
        self.q.trim().is_empty() && none(&self.who) && none(&self.school) && none(&self.access)
    }

    fn filter(&self) -> Filter {
        let school: Option<SchoolId> = self.school.parse().ok();
        Filter {
            kind: Some(if self.are_schools() {
                Kind::School
            } else {
                Kind::Person
            }),
            word: ["teacher", "school_leader", "other"]
                .contains(&self.who.as_str())
                .then(|| self.who.clone()),
            open: match self.access.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            works_at: school.filter(|_| !self.are_schools()),
            search: self.q.clone(),
            limit: Some(ROWS),
            ..Filter::default()
        }
    }

    fn key(&self) -> Option<Key> {
        let stream: Stream = self.row.parse().ok()?;
        Some(Key {
            sort: self.sort.clone(),
            stream,
        })
    }

    fn address(&self, from: &str, row: &Listed) -> String {
        let pairs = [
            ("q", self.q.as_str()),
            ("who", &self.who),
            ("school", &self.school),
            ("access", &self.access),
            ("from", from),
            ("row", &row.stream.to_string()),
            ("sort", &row.summary.sort),
        ]
        .map(|(name, value)| format!("{name}={}", escape(value)));
        format!("/people?{}", pairs.join("&"))
    }
}

/// The page of the roster that is wanted.
pub async fn find(visitor: &Visitor, scope: &Scope, wanted: &Wanted) -> Result<Found, Fault> {
    let back = wanted.from == "before" && wanted.key().is_some();
    let order = if back { ListOrder::Down } else { ListOrder::Up };
    let filter = Filter {
        after: wanted.key(),
        order,
        ..wanted.filter()
    };
    let mut page = visitor.app.record().list(scope, &filter).await?;
    if back {
        page.rows.reverse();
    }
    let more = page.next.is_some();
    let (has_earlier, has_later) = if back {
        (more, true)
    } else {
        (filter.after.is_some(), more)
    };
    Ok(Found {
        earlier: page
            .rows
            .first()
            .filter(|_| has_earlier)
            .map(|row| wanted.address("before", row)),
        later: page
            .rows
            .last()
            .filter(|_| has_later)
            .map(|row| wanted.address("after", row)),
        rows: page.rows,
        count: page.count,
    })
}
