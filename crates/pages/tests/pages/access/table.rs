//! What the walk knows of an address: what `access` must allow for it, on which day it is tried, and what is sent.

use crate::lived::Day;
use access::Action as A;
use access::List;

/// Who gets through. Whoever does not gets what `access` says: 404 where one may not know of it, 403 where one may.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Also nobody: signing in, and what machines ask.
    Everybody,
    SignedIn,
    /// Whoever teaches; for others there is no such page.
    Teaches,
    /// Whoever has this list at all.
    List(List),
    /// Whoever has any of these lists.
    AnyList(&'static [List]),
    /// The status of everybody at a school.
    Status,
    /// About the district, and nobody's record.
    House(A),
    /// The same, and the person whom it is about.
    OrOneself(A),
    /// About a teacher's year: each group by one of its actions. The parties are those of the thing in the address.
    Year(&'static [&'static [A]]),
    /// About a question that the teacher asked and the performance office answers, likewise.
    Question(&'static [&'static [A]]),
    /// Whoever holds an office that answers questions.
    Answers,
}

/// What is sent.
#[derive(Clone, Copy, Debug)]
pub enum Sent {
    Nothing,
    Fields(&'static [(&'static str, &'static str)]),
    /// The form of this page that goes to the line's address, as it came, with these fields filled in.
    Form(&'static str, &'static [(&'static str, &'static str)]),
}

pub struct Line {
    pub method: &'static str,
    /// As in [`pages::routes`].
    pub route: &'static str,
    /// The address with the names of things in it, of which the walk makes ids.
    pub at: &'static str,
    pub day: Day,
    pub rule: Rule,
    pub sent: Sent,
}

impl Rule {
    /// Whoever may compare packs: by numbers, or teacher by teacher.
    pub const COMPARES: Self = Self::AnyList(&[List::Effect, List::School, List::Caseload]);

    /// The rule as the printed matrix says it.
    pub fn in_words(self) -> String {
        match self {
            Self::Everybody => "everybody, signed in or not".to_owned(),
            Self::SignedIn => "whoever is signed in".to_owned(),
            Self::Teaches => "whoever teaches: one's own year".to_owned(),
            Self::List(list) => format!("whoever has the list: {list:?}").to_lowercase(),
            Self::AnyList(lists) => {
                format!("whoever has one of the lists: {lists:?}").to_lowercase()
            }
            Self::Status => "whoever has the school's list of status".to_owned(),
            Self::House(action) => action.as_str().to_owned(),
            Self::OrOneself(action) => format!("{}, or it is one's own", action.as_str()),
            Self::Answers => "whoever answers questions".to_owned(),
            Self::Year(groups) | Self::Question(groups) => {
                let group = |group: &&[A]| {
                    group
                        .iter()
                        .map(|action| action.as_str())
                        .collect::<Vec<_>>()
                        .join(" or ")
                };
                groups.iter().map(group).collect::<Vec<_>>().join(", and ")
            }
        }
    }
}
