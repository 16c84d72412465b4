//! Lists, searches and counts over the summaries. There is none without a [`Scope`]; the one function from a scope to
//! a WHERE clause is here.

use crate::Record;
use crate::district::DISTRICT;
use crate::engine::{Reach, Row, Statement, Value};
use crate::fault::{Fault, Result};
use access::{Denied, Scope};
use domain::questions::answering::{Charge, Schools};
use domain::summary::{Summary, question_word};
use domain::{Kind, PersonId, SchoolId, Stream, YearId};
use jiff::civil::Date;

/// Longest page of a list.
pub const LONGEST_PAGE: u64 = 500;

/// Which rows of a list, in which order.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<Kind>,
    pub year: Option<YearId>,
    /// Only things of this person's.
    pub owner: Option<PersonId>,
    /// The summary's word, such as a person's main post or a message's id.
    pub word: Option<String>,
    pub open: Option<bool>,
    /// Only people who teach at this school today, and their things.
    pub school: Option<SchoolId>,
    /// Only people who teach at this school today or lead it.
    pub works_at: Option<SchoolId>,
    /// Questions that this person asked.
    pub asks: Option<PersonId>,
    /// Questions that went to this person.
    pub answers: Option<PersonId>,
    /// Words that all stand in the title, in any order.
    pub search: String,
    pub order: Order,
    /// The last row of the page before.
    pub after: Option<Key>,
    /// Rows of one page; none means a hundred, at most [`LONGEST_PAGE`].
    pub limit: Option<u64>,
}

/// By the summary's sort text: names from A, dates from the oldest, or the other way round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Up,
    Down,
}

/// A row's place in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub sort: String,
    pub stream: Stream,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub stream: Stream,
    pub summary: Summary,
}

impl Listed {
    pub fn key(&self) -> Key {
        Key {
            sort: self.summary.sort.clone(),
            stream: self.stream.clone(),
        }
    }
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<Listed>,
    /// All rows that the filter finds, on whatever page.
    pub count: u64,
    /// Where the next page begins, if there is one.
    pub next: Option<Key>,
}

/// How many teachers of a school have something; suppressed by whoever shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub school: SchoolId,
    pub teachers: u64,
}

/// A WHERE clause as it grows: texts with `$n` and the values bound to them.
struct Where {
    text: String,
    values: Vec<Value>,
}

impl Where {
    fn new(scope: &Scope, today: Date) -> Result<Self, Fault> {
        let mut it = Self {
            text: String::new(),
            values: vec![Value::Int(DISTRICT)],
        };
        it.text.push_str("s.district = $1");
        it.scope(scope, today)?;
        Ok(it)
    }

    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn and(&mut self, text: &str) {
        self.text.push_str(" and ");
        self.text.push_str(text);
    }

    /// The one function from a scope to a WHERE clause.
    fn scope(&mut self, scope: &Scope, today: Date) -> Result<(), Fault> {
        match scope {
            Scope::Library { .. } => return Err(Fault::Denied(Denied::NotKnown)),
            Scope::Roster => self.and("s.kind in ('person', 'school')"),
            Scope::Records {
                person,
                caseload,
                own,
                schools,
            } => {
                // One set of owners, so that both engines go from it to their rows by the owner's index.
                let me = self.bind(*person);
                let mut ways = vec![format!(
                    "select cast({me} as text) where {} = 1",
                    i32::from(*own)
                )];
                if *caseload {
                    let today = self.bind(today);
                    ways.push(format!(
                        "select r.other from relation r where r.district = $1 and r.holder = {me} and r.kind = 'evaluates' and r.begins <= {today} and r.ends >= {today} and r.other <> {me}"
                    ));
                }
                for school in schools {
                    let (school, today) = (self.bind(*school), self.bind(today));
                    ways.push(format!(
                        "select r.holder from relation r where r.district = $1 and r.kind = 'teaches_at' and r.other = {school} and r.begins <= {today} and r.ends >= {today} and r.holder <> {me}"
                    ));
                }
                self.and(&format!("s.owner in ({})", ways.join(" union ")));
            }
            Scope::Questions {
                person,
                selves,
                charges,
            } => {
                let mut ways = vec![format!("s.asks = {}", self.bind(*person))];
                let selves: Vec<String> = selves.iter().map(|one| self.bind(*one)).collect();
                ways.push(format!("s.answers in ({})", selves.join(", ")));
                ways.extend(charges.iter().map(|charge| self.charge(charge)));
                self.and(&format!("s.kind = 'question' and ({})", ways.join(" or ")));
            }
            // Rows to be counted are never listed.
            _ => return Err(Fault::Denied(Denied::NotKnown)),
        }
        Ok(())
    }

    /// Questions of a charge, by the row's word: the topic, `@`, and the school.
    fn charge(&mut self, charge: &Charge) -> String {
        let (schools, all_but) = match &charge.schools {
            Schools::Only(schools) => (schools, false),
            Schools::AllBut(schools) => (schools, true),
        };
        let words: Vec<String> = schools
            .iter()
            .map(|school| self.bind(question_word(&charge.topic, *school)))
            .collect();
        let these = format!("s.word in ({})", words.join(", "));
        if !all_but {
            return these;
        }
        // `A` follows `@`, so this is every word of the topic.
        let (first, after) = (
            self.bind(question_word(&charge.topic, None)),
            self.bind(format!("{}A", charge.topic)),
        );
        let all = format!("s.word >= {first} and s.word < {after}");
        if words.is_empty() {
            format!("({all})")
        } else {
            format!("({all} and not {these})")
        }
    }

    fn filter(&mut self, filter: &Filter, today: Date) {
        if let Some(kind) = filter.kind {
            let kind = self.bind(kind);
            self.and(&format!("s.kind = {kind}"));
        }
        if let Some(year) = &filter.year {
            let year = self.bind(year);
            self.and(&format!("s.year = {year}"));
        }
        if let Some(owner) = filter.owner {
            let owner = self.bind(owner);
            self.and(&format!("s.owner = {owner}"));
        }
        for (column, person) in [("asks", filter.asks), ("answers", filter.answers)] {
            if let Some(person) = person {
                let person = self.bind(person);
                self.and(&format!("s.{column} = {person}"));
            }
        }
        if let Some(word) = &filter.word {
            let word = self.bind(word);
            self.and(&format!("s.word = {word}"));
        }
        if let Some(open) = filter.open {
            let open = self.bind(open);
            self.and(&format!("s.open = {open}"));
        }
        if let Some(school) = filter.school {
            let (school, today) = (self.bind(school), self.bind(today));
            self.and(&format!(
                "s.owner in (select r.holder from relation r where r.district = $1 and r.kind = 'teaches_at' and r.other = {school} and r.begins <= {today} and r.ends >= {today})"
            ));
        }
        if let Some(school) = filter.works_at {
            let (school, today) = (self.bind(school), self.bind(today));
            self.and(&format!(
                "s.owner in (select r.holder from relation r where r.district = $1 and r.kind in ('teaches_at', 'leads') and r.other = {school} and r.begins <= {today} and r.ends >= {today})"
            ));
        }
        for word in domain::text::folded(&filter.search)
            .split_whitespace()
            .take(8)
        {
            let escaped = word
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            let word = self.bind(format!("%{escaped}%"));
            self.and(&format!("s.search like {word} escape '\\'"));
        }
    }

    fn after(&mut self, key: &Key, order: Order) {
        let (sort, stream) = (self.bind(&key.sort), self.bind(&key.stream));
        let sign = if order == Order::Up { '>' } else { '<' };
        self.and(&format!("(s.sort, s.stream) {sign} ({sort}, {stream})"));
    }
}

fn listed(row: &Row) -> Result<Listed> {
    Ok(Listed {
        stream: row.parsed(0)?,
        summary: Summary {
            owner: row.maybe_parsed(1)?,
            year: row.maybe_parsed(2)?,
            word: row.text(3)?.to_owned(),
            title: row.text(4)?.to_owned(),
            sort: row.text(5)?.to_owned(),
            on: row.maybe_parsed(6)?,
            open: row.int(7)? != 0,
            asks: row.maybe_parsed(8)?,
            answers: row.maybe_parsed(9)?,
        },
    })
}

/// The text and the values of a page and of its count.
fn page(
    scope: &Scope,
    filter: &Filter,
    today: Date,
) -> Result<[(Statement, Vec<Value>); 2], Fault> {
    let mut wanted = Where::new(scope, today)?;
    wanted.filter(filter, today);
    // Only the people room may go through everybody at once, where it asks for no kind.
    let reach = if *scope == Scope::Roster && filter.kind.is_none() {
        Reach::Whole
    } else {
        Reach::Keyed
    };
    let count = Statement::composed(
        "COUNT",
        reach,
        format!("select count(*) from summary s where {}", wanted.text),
    );
    let count_values = wanted.values.clone();
    if let Some(key) = &filter.after {
        wanted.after(key, filter.order);
    }
    let limit = wanted.bind(filter.limit.unwrap_or(100).min(LONGEST_PAGE) + 1);
    let way = if filter.order == Order::Up {
        "asc"
    } else {
        "desc"
    };
    let text = format!(
        "select s.stream, s.owner, s.year, s.word, s.title, s.sort, s.held_on, s.open, s.asks, s.answers from summary s where {} order by s.sort {way}, s.stream {way} limit {limit}",
        wanted.text
    );
    Ok([
        (Statement::composed("LIST", reach, text), wanted.values),
        (count, count_values),
    ])
}

impl Record {
    /// A page of a list, with the count of the whole.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope that is for counting only.
    pub async fn list(&self, scope: &Scope, filter: &Filter) -> Result<Page, Fault> {
        let [(list, values), (count, count_values)] = page(scope, filter, self.today())?;
        let tx = self.lease().await?;
        let found = tx.rows(&list, &values).await?;
        let count = tx
            .rows(&count, &count_values)
            .await?
            .first()
            .map_or(Ok(0), |row| row.count(0))?;
        let limit =
            usize::try_from(filter.limit.unwrap_or(100).min(LONGEST_PAGE)).unwrap_or(usize::MAX);
        let rows = found
            .iter()
            .take(limit)
            .map(listed)
            .collect::<Result<Vec<_>>>()?;
        let next = if found.len() > limit {
            rows.last().map(Listed::key)
        } else {
            None
        };
        Ok(Page { rows, count, next })
    }

    /// How many rows a list has.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope that is for counting only.
    pub async fn count(&self, scope: &Scope, filter: &Filter) -> Result<u64, Fault> {
        let [_, (count, values)] = page(scope, filter, self.today())?;
        let rows = self.lease().await?.rows(&count, &values).await?;
        Ok(rows.first().map_or(Ok(0), |row| row.count(0))?)
    }

    /// For each school how many of the teachers who teach there today have something that the filter finds (`kind`,
    /// `year`, `word`, `open`, `school`; the rest is not looked at). Schools without any are left out.
    ///
    /// # Errors
    /// [`Fault::Denied`] for a scope that is not for counting.
    pub async fn counts(&self, scope: &Scope, filter: &Filter) -> Result<Vec<Counted>, Fault> {
        let Scope::Counts { schools } = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let (counts, values) = counts(schools.as_deref(), filter, self.today());
        let rows = self.lease().await?.rows(&counts, &values).await?;
        Ok(rows
            .iter()
            .map(|row| {
                Ok(Counted {
                    school: row.parsed(0)?,
                    teachers: row.count(1)?,
                })
            })
            .collect::<Result<_>>()?)
    }

    /// Everybody whose years a scope of records shows, by id.
    pub(crate) async fn owners(&self, scope: &Scope) -> Result<Vec<PersonId>, Fault> {
        let Scope::Records { .. } = scope else {
            return Err(Fault::Denied(Denied::NotKnown));
        };
        let mut wanted = Where::new(scope, self.today())?;
        wanted.and("s.kind = 'person'");
        let text = format!(
            "select s.owner from summary s where {} order by s.owner",
            wanted.text
        );
        let rows = self
            .lease()
            .await?
            .rows(
                &Statement::composed("OWNERS", Reach::Keyed, text),
                &wanted.values,
            )
            .await?;
        Ok(rows
            .iter()
            .map(|row| row.parsed(0))
            .collect::<Result<_>>()?)
    }
}

fn counts(schools: Option<&[SchoolId]>, filter: &Filter, today: Date) -> (Statement, Vec<Value>) {
    let mut wanted = Where {
        text: "s.district = $1".to_owned(),
        values: vec![Value::Int(DISTRICT)],
    };
    let today_bound = wanted.bind(today);
    if let Some(schools) = schools {
        let bound: Vec<String> = schools.iter().map(|school| wanted.bind(*school)).collect();
        wanted.and(&if bound.is_empty() {
            "1 = 0".to_owned()
        } else {
            format!("r.other in ({})", bound.join(", "))
        });
    }
    let narrowed = Filter {
        kind: filter.kind,
        year: filter.year.clone(),
        word: filter.word.clone(),
        open: filter.open,
        school: filter.school,
        ..Filter::default()
    };
    wanted.filter(&narrowed, today);
    let text = format!(
        "select r.other, count(distinct s.owner) from summary s join relation r on r.district = s.district and r.holder = s.owner and r.kind = 'teaches_at' and r.begins <= {today_bound} and r.ends >= {today_bound} where {} group by r.other order by r.other",
        wanted.text
    );
    (
        Statement::composed("COUNTS", Reach::Whole, text),
        wanted.values,
    )
}

/// One of each list for the test that runs every statement.
#[cfg(test)]
pub(crate) fn examples(today: Date) -> Vec<(Statement, Vec<Value>)> {
    let person = PersonId(uuid::Uuid::from_u128(1));
    let school = SchoolId(uuid::Uuid::from_u128(2));
    let records = Scope::Records {
        person,
        caseload: true,
        own: true,
        schools: vec![school],
    };
    let nothing = Scope::Records {
        person,
        caseload: false,
        own: false,
        schools: vec![],
    };
    let (topic, schools) = (|| "ratings".to_owned(), || [None, Some(school)].into());
    let questions = Scope::Questions {
        person,
        selves: [person].into(),
        charges: vec![
            Charge {
                topic: topic(),
                schools: Schools::Only(schools()),
            },
            Charge {
                topic: topic(),
                schools: Schools::AllBut(schools()),
            },
            Charge {
                topic: topic(),
                schools: Schools::AllBut([].into()),
            },
        ],
    };
    let full = Filter {
        kind: Some(Kind::Observation),
        year: Some(YearId::beginning_in(2026)),
        owner: Some(person),
        word: Some("formal_full".to_owned()),
        open: Some(true),
        school: Some(school),
        works_at: Some(school),
        asks: Some(person),
        answers: Some(person),
        search: "100% a_b".to_owned(),
        order: Order::Down,
        after: Some(Key {
            sort: "2026-10-01".to_owned(),
            stream: Stream::of(Kind::Observation, person),
        }),
        limit: Some(20),
    };
    let mut all = vec![
        counts(Some(&[school]), &full, today),
        counts(None, &Filter::default(), today),
    ];
    for scope in [&Scope::Roster, &records, &nothing, &questions] {
        for filter in [&Filter::default(), &full] {
            all.extend(page(scope, filter, today).into_iter().flatten());
        }
    }
    all
}
