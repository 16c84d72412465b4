//! What was entered, as the rule's inputs read it.

use super::{Lack, Naive, R, V, number, parse, ratio};
use policy::rule::Given;
use toml::{Table, Value};

impl Naive<'_> {
    pub(super) fn entered(&self, name: &str) -> R {
        let (input, field) = name.split_once('.').unwrap_or((name, ""));
        let inputs = Self::list(self.rule, "input");
        let kind = &inputs
            .iter()
            .find(|one| one["name"].as_str() == Some(input))
            .unwrap()["kind"];
        let fields: Vec<(&str, &Given)> = self.inputs.fields().collect();
        let given = fields
            .iter()
            .find(|(one, _)| *one == input)
            .map(|(_, given)| *given);
        let given = given.unwrap_or(&Given::Nothing);
        let part = |given: &Given, field: &str| match given {
            Given::Record(_) => {
                let mut fields = given.fields();
                let found = fields.find(|(one, _)| *one == field);
                found.map_or(Given::Nothing, |(_, given)| given.clone())
            }
            _ => Given::Nothing,
        };
        let Some(table) = kind.as_table() else {
            return self.leaf(kind, given);
        };
        if let Some(record) = table.get("record") {
            return self.plain(&record[field], &part(given, field));
        }
        if let Some(scale) = table.get("judgement") {
            let given = part(given, field);
            return match field {
                "label" => self.leaf(
                    &Value::Table(Table::from_iter([("label".into(), scale.clone())])),
                    &given,
                ),
                _ => text(&given),
            };
        }
        if let Some(kind) = table.get("external") {
            let given = part(given, field);
            return match field {
                "value" => self.leaf(kind, &given),
                _ => text(&given),
            };
        }
        if let Some(record) = table.get("list").and_then(|item| item.get("record")) {
            let rows = match given {
                Given::List(rows) => rows,
                Given::Nothing => return Err(Lack::Missing),
                _ => return Err(Lack::Other),
            };
            let rows: Vec<Given> = rows.iter().map(|row| part(row, field)).collect();
            return self.items(&record[field], table.get("length"), &rows);
        }
        self.plain(kind, given)
    }

    fn plain(&self, kind: &Value, given: &Given) -> R {
        match (kind.get("list"), given) {
            (Some(_), Given::Nothing) => Err(Lack::Missing),
            (Some(item), Given::List(items)) => self.items(item, kind.get("length"), items),
            (Some(_), _) => Err(Lack::Other),
            _ => self.leaf(kind, given),
        }
    }

    fn items(&self, kind: &Value, length: Option<&Value>, items: &[Given]) -> R {
        let whole = |value: &Value| value.as_integer().unwrap() as usize;
        let fits = match length {
            None => true,
            Some(Value::Array(ends)) => (whole(&ends[0])..=whole(&ends[1])).contains(&items.len()),
            Some(one) => whole(one) == items.len(),
        };
        match fits {
            true => Ok(V::List(
                items.iter().map(|item| self.leaf(kind, item)).collect(),
            )),
            false => Err(Lack::Other),
        }
    }

    fn leaf(&self, kind: &Value, given: &Given) -> R {
        if *given == Given::Nothing {
            return Err(Lack::Missing);
        }
        let (name, range) = match kind {
            Value::String(name) => (name.as_str(), None),
            Value::Table(table) => {
                let found = table.iter().find(|(key, _)| *key != "whole");
                let (name, range) = found.unwrap();
                (name.as_str(), Some(range))
            }
            _ => unreachable!("a kind"),
        };
        if name == "yes_no" {
            return match given {
                Given::YesNo(yes) => Ok(V::YesNo(*yes)),
                _ => Err(Lack::Other),
            };
        }
        if name == "label" {
            let order = self.order(range.unwrap().as_str().unwrap());
            let word = match given {
                Given::Text(word) => word.clone(),
                Given::Number(number) => number.to_string(),
                _ => return Err(Lack::Other),
            };
            return match order.contains(&word) {
                true => Ok(V::Word(word)),
                false => Err(Lack::Other),
            };
        }
        let given = match given {
            Given::Number(number) => parse(&number.to_string()).unwrap(),
            _ => return Err(Lack::Other),
        };
        let pair = |value: &Value| match value {
            Value::Array(ends) => (number(&ends[0]).unwrap(), number(&ends[1]).unwrap()),
            one => (ratio(0), number(one).unwrap()),
        };
        let ((low, high), whole) = match (name, range) {
            ("score", Some(scale)) => {
                let scale = self.scale(scale.as_str().unwrap());
                let ends = (
                    number(&scale["from"]).unwrap(),
                    number(&scale["to"]).unwrap(),
                );
                (
                    ends,
                    scale
                        .get("whole")
                        .is_some_and(|whole| whole.as_bool() == Some(true)),
                )
            }
            (_, Some(range)) => {
                let whole = kind.get("whole").and_then(Value::as_bool);
                (pair(range), whole.unwrap_or(name == "count"))
            }
            ("count", _) => ((ratio(0), ratio(1_000_000)), true),
            _ => ((ratio(0), ratio(100)), false),
        };
        match given >= low && given <= high && (!whole || given.is_integer()) {
            true => Ok(V::Number(given)),
            false => Err(Lack::Other),
        }
    }
}

fn text(given: &Given) -> R {
    match given {
        Given::Text(text) => Ok(V::Word(text.clone())),
        Given::Nothing => Err(Lack::Missing),
        _ => Err(Lack::Other),
    }
}
