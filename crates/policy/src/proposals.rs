//! Another version of a pack, made from values that people typed, without TOML: a few files laid over the pack that it
//! extends. Wordings, tables of points and kinds are changed in the files themselves.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::{Exact, Measure, Pack, Scale, When, Window, with_base};

/// What a field of a value takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A whole number, 0 or more; for days before a date also below 0.
    Whole,
    /// An exact number: `25`, `37.5` or `175/3`.
    Number,
    /// A date such as `2027-05-20`.
    Date,
    /// A way to average, by its name in packs.
    Averaging,
}

/// A value that can be typed, as the pack has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typable {
    pub takes: Takes,
    pub fields: Vec<String>,
}

/// A field of a proposed value that cannot be read, or a value that cannot be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untyped {
    pub name: String,
    /// Counted from 0.
    pub field: usize,
}

/// Where a value stands in the files, and what it is there.
struct Place<'a> {
    takes: Takes,
    fields: Vec<String>,
    file: &'static str,
    at: At<'a>,
}

enum At<'a> {
    /// A table with `value`, under these keys.
    Ruled(&'static [&'static str], Shape),
    Weights(&'a Measure),
    Scale(&'a Measure),
    Window(&'a Window),
    /// Its id, and whether it is counted.
    Date(&'a str, bool),
}

#[derive(Clone, Copy)]
enum Shape {
    One,
    List,
}

impl Pack {
    /// A value of [`Pack::values`] as fields that people type; `None` where it is changed in the files only.
    pub fn typable(&self, name: &str) -> Option<Typable> {
        let Place { takes, fields, .. } = self.place(name)?;
        Some(Typable { takes, fields })
    }

    fn place(&self, name: &str) -> Option<Place<'_>> {
        let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
        let (rule, measures) = (&self.rating, &self.measures);
        let plan = || Some(&self.supports.as_ref()?.plan);
        let ruled = |file, keys, takes, fields, shape| Place {
            takes,
            fields,
            file,
            at: At::Ruled(keys, shape),
        };
        let whole = |file, keys, value: u32| {
            ruled(
                file,
                keys,
                Takes::Whole,
                vec![value.to_string()],
                Shape::One,
            )
        };
        let exact = |file, keys, value: &Exact| {
            ruled(
                file,
                keys,
                Takes::Number,
                vec![value.to_string()],
                Shape::One,
            )
        };
        let texts = |values: &[Exact]| values.iter().map(Exact::to_string).collect();
        let list = |keys, values: &[Exact]| {
            ruled("rating", keys, Takes::Number, texts(values), Shape::List)
        };
        let of_measure = |takes, fields, at| Place {
            takes,
            fields,
            file: "measures",
            at,
        };
        Some(match kind {
            "cuts" => list(&["cuts"], &rule.cuts.value),
            "anchors" => list(&["anchors"], &rule.anchors.value),
            "decision_half_width" => exact(
                "rating",
                &["decision_half_width"],
                &rule.decision_half_width.value,
            ),
            "aggregate" => {
                let fields = vec![rule.aggregate.value.as_str().to_owned()];
                ruled(
                    "rating",
                    &["aggregate"],
                    Takes::Averaging,
                    fields,
                    Shape::One,
                )
            }
            "floor_probationary" => whole(
                "rating",
                &["floors", "probationary"],
                rule.floors.probationary.value,
            ),
            "floor_non_probationary" => whole(
                "rating",
                &["floors", "non_probationary"],
                rule.floors.non_probationary.value,
            ),
            "floor_full_min" => whole(
                "rating",
                &["floors", "full_min"],
                rule.floors.full_min.value,
            ),
            "status_gain" => whole("rating", &["status", "gain"], rule.status.gain.value),
            "status_lose" => whole("rating", &["status", "lose"], rule.status.lose.value),
            "survey_respondents_min" => whole(
                "measures",
                &["survey", "respondents_min"],
                measures.survey.respondents_min.value,
            ),
            "survey_grades" => {
                let fields = measures.survey.grades.value.map(|grade| grade.to_string());
                ruled(
                    "measures",
                    &["survey", "grades"],
                    Takes::Whole,
                    fields.to_vec(),
                    Shape::List,
                )
            }
            "goals_count" => whole("measures", &["goals", "count"], measures.goals.count.value),
            "goals_presence_min" => exact(
                "measures",
                &["goals", "presence_min"],
                &measures.goals.presence_min.value,
            ),
            "decision_evidence_min" => whole(
                "decisions",
                &["band", "evidence_min"],
                self.decisions.as_ref()?.evidence_min.value,
            ),
            "plan_reasons_max" => whole(
                "supports",
                &["plan", "reasons_max"],
                plan()?.reasons_max.value,
            ),
            "plan_days_min" => whole("supports", &["plan", "days_min"], plan()?.days_min.value),
            "plan_checkpoint_every" => whole(
                "supports",
                &["plan", "checkpoint_every"],
                plan()?.checkpoint_every.value,
            ),
            "plan_checkpoints_min" => whole(
                "supports",
                &["plan", "checkpoints_min"],
                plan()?.checkpoints_min.value,
            ),
            "plan_delivered_min" => exact(
                "supports",
                &["plan", "delivered_min"],
                &plan()?.delivered_min.value,
            ),
            "weights" => {
                let measure = measures.measure(id)?;
                let weights = [&measure.with_survey, &measure.without_survey];
                let fields = weights.map(Exact::to_string).to_vec();
                of_measure(Takes::Number, fields, At::Weights(measure))
            }
            "measure_scale" => {
                let measure = measures.measure(id)?;
                match &measure.scale.value {
                    Scale::Cuts(cuts) => of_measure(Takes::Number, texts(cuts), At::Scale(measure)),
                    Scale::Indicator => return None,
                }
            }
            "window" => {
                let window = self.window(id)?;
                Place {
                    takes: Takes::Date,
                    fields: vec![window.opens.to_string(), window.closes.to_string()],
                    file: "windows",
                    at: At::Window(window),
                }
            }
            "date" => {
                let date = self.date(id)?;
                let (takes, field, counted) = match &date.when {
                    When::On(day) => (Takes::Date, day.to_string(), false),
                    When::Counted { days, .. } => (Takes::Whole, days.to_string(), true),
                };
                Place {
                    takes,
                    fields: vec![field],
                    file: "windows",
                    at: At::Date(&date.id, counted),
                }
            }
            _ => return None,
        })
    }

    /// The files of the next version of this pack, in which these values are as they were typed. `files` are those of
    /// this pack, `source` says where the new values come from; nobody has confirmed them yet.
    ///
    /// # Errors
    /// The first field that cannot be read. Whether the values fit each other is the loader's question.
    pub fn proposed(
        &self,
        files: &[(String, String)],
        values: &BTreeMap<String, Vec<String>>,
        source: &str,
    ) -> Result<Vec<(String, String)>, Untyped> {
        let mut changed: BTreeMap<&str, Table> = BTreeMap::new();
        for (name, typed) in values {
            let wrong = |field| Untyped {
                name: name.clone(),
                field,
            };
            let place = self.place(name).ok_or_else(|| wrong(0))?;
            if typed.len() != place.fields.len() {
                return Err(wrong(0));
            }
            let mut read = vec![];
            for (field, text) in typed.iter().enumerate() {
                read.push(place.takes.read(text.trim()).ok_or_else(|| wrong(field))?);
            }
            let table = changed.entry(place.file).or_default();
            place.at.write(table, read, source);
        }
        let mut head = Table::new();
        head.insert("id".into(), self.id.clone().into());
        head.insert("year".into(), self.year.clone().into());
        head.insert("version".into(), i64::from(self.version + 1).into());
        head.insert(
            "extends".into(),
            format!("{}/{}", self.id, self.year).into(),
        );
        changed.insert("pack", head);
        let own = changed
            .into_iter()
            .map(|(file, table)| (format!("{file}.toml"), table.to_string()))
            .collect();
        Ok(with_base(own, files))
    }
}

/// More letters than any number, date or name of a way has.
const LONGEST: usize = 60;

impl Takes {
    fn read(self, text: &str) -> Option<Value> {
        if text.len() > LONGEST {
            return None;
        }
        match self {
            Self::Whole => Some(Value::Integer(text.parse::<i32>().ok()?.into())),
            // As a text, so that no digit is lost.
            Self::Number => Some(Value::String(text.parse::<Exact>().ok()?.to_string())),
            Self::Date => {
                let date: jiff::civil::Date = text.parse().ok()?;
                Some(Value::Datetime(date.to_string().parse().ok()?))
            }
            Self::Averaging => Some(Value::String(text.to_owned())),
        }
    }
}

impl At<'_> {
    fn write(&self, table: &mut Table, values: Vec<Value>, source: &str) {
        let told = |pairs: Vec<(&str, Value)>, known: &str, source: &str| {
            let mut table: Table = pairs
                .into_iter()
                .map(|(key, it)| (key.to_owned(), it))
                .collect();
            table.insert("known".into(), known.into());
            table.insert("source".into(), source.into());
            table
        };
        let own = |pairs| told(pairs, "OWN", source);
        let mut values = values.into_iter();
        let mut next = || values.next().unwrap_or(Value::Boolean(false));
        match self {
            Self::Ruled(keys, shape) => {
                let value = match shape {
                    Shape::One => next(),
                    Shape::List => Value::Array(values.collect()),
                };
                let Some((last, above)) = keys.split_last() else {
                    return;
                };
                let mut table = table;
                for key in above {
                    let inside = table.entry(*key).or_insert_with(|| Table::new().into());
                    match inside {
                        Value::Table(inside) => table = inside,
                        _ => return,
                    }
                }
                table.insert((*last).to_owned(), own(vec![("value", value)]).into());
            }
            Self::Weights(measure) => {
                let pairs = vec![("with_survey", next()), ("without_survey", next())];
                item(table, "measure", &measure.id, own(pairs));
            }
            Self::Scale(measure) => {
                let cuts = Value::Array(values.collect());
                let scale = own(vec![("cuts", cuts)]);
                // Only the scale changes: the weights keep where they come from.
                let known = format!("{:?}", measure.known);
                let whole = told(vec![("scale", scale.into())], &known, &measure.source);
                item(table, "measure", &measure.id, whole);
            }
            Self::Window(window) => {
                let pairs = vec![("opens", next()), ("closes", next())];
                item(table, "window", &window.id, own(pairs));
            }
            Self::Date(id, counted) => {
                let key = if *counted { "days" } else { "date" };
                item(table, "date", id, own(vec![(key, next())]));
            }
        }
    }
}

/// Lays keys over the item with this id, or adds it.
fn item(table: &mut Table, list: &str, id: &str, keys: Table) {
    let items = table.entry(list).or_insert_with(|| Value::Array(vec![]));
    let Value::Array(items) = items else {
        return;
    };
    let same = |it: &&mut Table| it.get("id").and_then(Value::as_str) == Some(id);
    let found = items.iter_mut().filter_map(Value::as_table_mut).find(same);
    match found {
        Some(found) => found.extend(keys),
        None => {
            let mut new = keys;
            new.insert("id".into(), id.into());
            items.push(new.into());
        }
    }
}
