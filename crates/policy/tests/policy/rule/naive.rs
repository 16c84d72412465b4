//! A second evaluator, written from `docs/rules.md` alone: it walks the file's TOML by name, knows nothing of the
//! loader's types, and computes in large rationals. Slow and plain on purpose.

mod entered;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use policy::rule::Given;
use std::cell::RefCell;
use std::collections::HashMap;
use toml::{Table, Value};

#[derive(Clone, Debug, PartialEq)]
pub enum V {
    Number(BigRational),
    Word(String),
    YesNo(bool),
    List(Vec<R>),
}

/// No value: not there yet (`Missing`), or for any other reason (`Other`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lack {
    Missing,
    Other,
}

pub type R = Result<V, Lack>;

pub struct Naive<'a> {
    pub file: &'a Table,
    pub rule: &'a Table,
    pub inputs: &'a Given,
    /// Steps that were computed: a step that many others name would be computed anew for each.
    pub done: RefCell<HashMap<String, R>>,
}

fn number(value: &Value) -> Option<BigRational> {
    let text = match value {
        Value::Integer(whole) => whole.to_string(),
        Value::Float(decimal) => decimal.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    parse(&text)
}

pub fn parse(text: &str) -> Option<BigRational> {
    let whole = |text: &str| text.parse::<BigInt>().ok();
    if let Some((a, b)) = text.split_once('/') {
        return Some(BigRational::new(whole(a)?, whole(b)?));
    }
    let (a, b) = text.split_once('.').unwrap_or((text, ""));
    let ten = BigInt::from(10).pow(b.len() as u32);
    Some(BigRational::new(whole(&format!("{a}{b}"))?, ten))
}

fn ratio(whole: i64) -> BigRational {
    BigRational::from(BigInt::from(whole))
}

impl Naive<'_> {
    fn list<'t>(table: &'t Table, key: &str) -> Vec<&'t Table> {
        let items = table.get(key).and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .filter_map(Value::as_table)
            .collect()
    }

    fn scale(&self, id: &str) -> &Table {
        let scales = Self::list(self.file, "scale");
        let found = scales
            .into_iter()
            .find(|scale| scale["id"].as_str() == Some(id));
        found.unwrap()
    }

    fn order(&self, id: &str) -> Vec<String> {
        let labels = self.scale(id).get("labels").and_then(Value::as_array);
        let labels = labels.into_iter().flatten();
        labels
            .map(|label| label.as_str().unwrap().to_owned())
            .collect()
    }

    /// What stands under a name: a step, or something entered.
    pub fn value(&self, name: &str) -> R {
        if let Some(done) = self.done.borrow().get(name) {
            return done.clone();
        }
        let steps = Self::list(self.rule, "step");
        let step = steps
            .iter()
            .find(|step| step["name"].as_str() == Some(name));
        let value = match step {
            Some(step) => self.step(step),
            None => self.entered(name),
        };
        self.done
            .borrow_mut()
            .insert(name.to_owned(), value.clone());
        value
    }

    fn names<'t>(step: &'t Table, key: &str) -> (Vec<&'t str>, bool) {
        match &step[key] {
            Value::Array(names) => (
                names.iter().map(|name| name.as_str().unwrap()).collect(),
                true,
            ),
            name => (vec![name.as_str().unwrap()], false),
        }
    }

    /// Every item, lists with theirs.
    fn flat(&self, step: &Table, key: &str) -> Vec<R> {
        let mut all = Vec::new();
        for name in Self::names(step, key).0 {
            match self.value(name) {
                Ok(V::List(items)) => all.extend(items),
                other => all.push(other),
            }
        }
        all
    }

    /// The items that count, by the policy for missing ones.
    fn counted(&self, step: &Table) -> Result<Vec<V>, Lack> {
        let drop = step.get("missing").and_then(Value::as_str) == Some("drop");
        let mut counted = Vec::new();
        for item in self.flat(step, "of") {
            match item {
                Ok(value) => counted.push(value),
                Err(Lack::Missing) if drop => {}
                Err(none) => return Err(none),
            }
        }
        let least = match drop {
            true => step["at_least"].as_integer().unwrap() as usize,
            false => 1,
        };
        match counted.len() < least.max(1) {
            true => Err(Lack::Missing),
            false => Ok(counted),
        }
    }

    fn numbers(&self, step: &Table) -> Result<Vec<BigRational>, Lack> {
        Ok(self.counted(step)?.into_iter().map(num).collect())
    }

    fn each(&self, step: &Table, work: impl Fn(usize, V) -> R) -> R {
        let (names, many) = Self::names(step, "of");
        if many {
            let items = names.iter().enumerate();
            let items = items.map(|(place, name)| work(place, self.value(name)?));
            return Ok(V::List(items.collect()));
        }
        match self.value(names[0])? {
            V::List(items) => {
                let items = items.into_iter().enumerate();
                Ok(V::List(
                    items.map(|(place, item)| work(place, item?)).collect(),
                ))
            }
            one => work(0, one),
        }
    }

    /// A number of the file, or one that is computed.
    fn end(&self, value: &Value, place: usize) -> Result<BigRational, Lack> {
        if let Some(number) = number(value) {
            return Ok(number);
        }
        match self.value(value.as_str().unwrap())? {
            V::List(items) => items
                .get(place)
                .cloned()
                .unwrap_or(Err(Lack::Other))
                .map(num),
            one => Ok(num(one)),
        }
    }

    fn step(&self, step: &Table) -> R {
        let word = |key: &str| step[key].as_str().unwrap();
        match word("op") {
            "map" => self.each(step, |_, value| {
                let key = match value {
                    V::Number(number) => number.to_string(),
                    V::Word(word) => word,
                    _ => unreachable!("a key"),
                };
                step["table"]
                    .get(&key)
                    .map(|value| V::Number(number(value).unwrap()))
                    .ok_or(Lack::Other)
            }),
            "sum" => Ok(V::Number(self.numbers(step)?.into_iter().sum())),
            "mean" => {
                let numbers = self.numbers(step)?;
                let count = ratio(numbers.len() as i64);
                Ok(V::Number(numbers.into_iter().sum::<BigRational>() / count))
            }
            "best" => {
                let numbers = self.numbers(step)?.into_iter();
                let best = if word("which") == "max" {
                    numbers.max()
                } else {
                    numbers.min()
                };
                Ok(V::Number(best.unwrap()))
            }
            "weighted_sum" => self.weighted_sum(step),
            "scale" => self.each(step, |place, value| {
                let stay = step
                    .get("beyond")
                    .is_some_and(|beyond| beyond.as_str() == Some("stay"));
                let ends = |key: &str| -> Result<Vec<BigRational>, Lack> {
                    let ends = step[key].as_array().unwrap().iter();
                    ends.map(|end| self.end(end, place)).collect()
                };
                let (mut x, from, to) = (num(value), ends("from")?, ends("to")?);
                if stay {
                    x = x.max(from[0].clone()).min(from[from.len() - 1].clone());
                }
                let mut piece = 0;
                while piece + 2 < from.len() && x >= from[piece + 1] {
                    piece += 1;
                }
                let width = &from[piece + 1] - &from[piece];
                if width.is_zero() {
                    return Err(Lack::Other);
                }
                Ok(V::Number(
                    &to[piece] + (x - &from[piece]) / width * (&to[piece + 1] - &to[piece]),
                ))
            }),
            "round" => self.each(step, |_, value| {
                let ten = ratio(10_i64.pow(step["digits"].as_integer().unwrap() as u32));
                let scaled = num(value) * &ten;
                let half = BigRational::new(1.into(), 2.into());
                let rounded = match word("mode") {
                    "truncate" => scaled.trunc(),
                    "ceil" => scaled.ceil(),
                    _ if scaled.is_negative() => -(-scaled + half).floor(),
                    _ => (scaled + half).floor(),
                };
                Ok(V::Number(rounded / ten))
            }),
            "band" => self.each(step, |_, value| {
                let x = num(value);
                let edges = Self::list(step, "edges");
                let mut reached: Option<&Table> = None;
                let mut before: Option<BigRational> = None;
                for edge in edges {
                    let from = self.end(&edge["from"], 0)?;
                    if before.is_some_and(|before| before >= from) {
                        return Err(Lack::Other);
                    }
                    if from <= x {
                        reached = Some(edge);
                    }
                    before = Some(from);
                }
                let label = reached.and_then(|edge| edge.get("label"));
                label
                    .map(|label| V::Word(label.as_str().unwrap().to_owned()))
                    .ok_or(Lack::Other)
            }),
            "matrix" => {
                let (row, column) = (self.value(word("row"))?, self.value(word("column"))?);
                let (V::Word(row), V::Word(column)) = (row, column) else {
                    unreachable!("labels")
                };
                let columns = step["columns"].as_array().unwrap();
                let place = columns
                    .iter()
                    .position(|one| one.as_str() == Some(&column))
                    .unwrap();
                let cell = &step["cells"][row.as_str()][place];
                cell.as_str()
                    .map(|label| V::Word(label.to_owned()))
                    .ok_or(Lack::Other)
            }
            "count_rule" => {
                let items = self.counted(step)?;
                let test = step["where"].as_table().unwrap();
                let mut passed = 0;
                for item in &items {
                    passed += usize::from(self.passes(item, test)?);
                }
                let whole = |key: &str| {
                    step["wanted"]
                        .get(key)
                        .map(|n| n.as_integer().unwrap() as usize)
                };
                Ok(match step["wanted"].as_str() {
                    Some("all") => V::YesNo(passed == items.len()),
                    Some("any") => V::YesNo(passed > 0),
                    Some("none") => V::YesNo(passed == 0),
                    Some(_) => V::Number(ratio(passed as i64)),
                    None => match (whole("at_least"), whole("at_most")) {
                        (Some(least), _) => V::YesNo(passed >= least),
                        (_, most) => V::YesNo(passed <= most.unwrap()),
                    },
                })
            }
            op @ ("cap_if" | "floor_if") => {
                let V::Word(is) = self.value(word("of"))? else {
                    unreachable!("a label")
                };
                let holds = self.holds(&step["when"])?;
                let (rank, limit) = (self.rank(&is), self.rank(word("label")));
                let beyond = if op == "cap_if" {
                    rank > limit
                } else {
                    rank < limit
                };
                Ok(V::Word(if holds && beyond {
                    word("label").to_owned()
                } else {
                    is
                }))
            }
            "adjust_if" => {
                let is = num(self.value(word("of"))?);
                Ok(V::Number(if self.holds(&step["when"])? {
                    is + number(&step["by"]).unwrap()
                } else {
                    is
                }))
            }
            "choose" => {
                for case in Self::list(step, "cases") {
                    if self.holds(&case["when"])? {
                        return self.take(case);
                    }
                }
                self.take(step["otherwise"].as_table().unwrap())
            }
            "missing" => match (self.value(word("of")), word("policy")) {
                (Err(Lack::Missing), "no_rating") => Err(Lack::Other),
                (Err(Lack::Missing), _) => self.value(word("with")),
                (other, _) => other,
            },
            "judge" => {
                let name = word("judgement");
                let V::Word(label) = self
                    .value(&format!("{name}.label"))
                    .map_err(|_| Lack::Other)?
                else {
                    unreachable!("a label")
                };
                let mut fits = step
                    .get("allowed")
                    .and_then(Value::as_array)
                    .is_none_or(|allowed| allowed.iter().any(|one| one.as_str() == Some(&label)));
                for (key, sign) in [("at_least", 1), ("at_most", -1)] {
                    if let Some(bound) = step.get(key) {
                        let V::Word(bound) = self.value(bound.as_str().unwrap())? else {
                            unreachable!("a label")
                        };
                        let (rank, bound) = (self.rank(&label) as i64, self.rank(&bound) as i64);
                        fits &= rank * sign >= bound * sign;
                    }
                }
                let reason = self.value(&format!("{name}.reason"));
                let given = matches!(reason, Ok(V::Word(reason)) if !reason.trim().is_empty());
                if fits && given {
                    Ok(V::Word(label))
                } else {
                    Err(Lack::Other)
                }
            }
            "external" => {
                let part = |field: &str| self.value(&format!("{}.{field}", word("of")));
                let value = part("value")?;
                part("source").and(part("on")).map_err(|_| Lack::Other)?;
                Ok(value)
            }
            op => unreachable!("{op}"),
        }
    }

    fn weighted_sum(&self, step: &Table) -> R {
        let items = self.flat(step, "of");
        let given = step["weights"]
            .as_array()
            .and_then(|weights| weights.iter().map(number).collect::<Option<Vec<_>>>());
        let mut weights = match given {
            Some(weights) => weights,
            None => {
                let weights: Result<Vec<V>, Lack> =
                    self.flat(step, "weights").into_iter().collect();
                weights?.into_iter().map(num).collect()
            }
        };
        let total = step
            .get("total")
            .map_or(ratio(100), |total| number(total).unwrap());
        let per = step
            .get("per")
            .map_or(total.clone(), |per| number(per).unwrap());
        if weights.len() != items.len() || weights.iter().sum::<BigRational>() != total {
            return Err(Lack::Other);
        }
        let policy = step
            .get("missing")
            .and_then(Value::as_str)
            .unwrap_or("no_rating");
        let names = Self::names(step, "of").0;
        if policy == "move" {
            for (from, targets) in step["move"].as_table().unwrap() {
                let place = names.iter().position(|name| name == from).unwrap();
                if items[place] == Err(Lack::Missing) {
                    weights[place] = ratio(0);
                    for (to, points) in targets.as_table().unwrap() {
                        let to = names.iter().position(|name| name == to).unwrap();
                        weights[to] = &weights[to] + number(points).unwrap();
                    }
                }
            }
        }
        let (mut sum, mut there) = (ratio(0), ratio(0));
        for ((place, item), weight) in items.into_iter().enumerate().zip(&weights) {
            match item {
                Ok(value) => {
                    sum += weight * num(value);
                    there += weight;
                }
                Err(Lack::Missing) if policy == "renormalise" => {}
                Err(Lack::Missing)
                    if policy == "move"
                        && step["move"].get(names[place]).is_some()
                        && weight.is_zero() => {}
                Err(none) => return Err(none),
            }
        }
        if policy == "renormalise" {
            if there.is_zero() {
                return Err(Lack::Missing);
            }
            sum = sum * &total / there;
        }
        Ok(V::Number(sum / per))
    }

    fn take(&self, take: &Table) -> R {
        match (take.get("take"), take.get("label")) {
            (Some(step), _) => self.value(step.as_str().unwrap()),
            (_, Some(label)) => Ok(V::Word(label.as_str().unwrap().to_owned())),
            _ => Err(Lack::Other),
        }
    }

    /// The place of a label in its scale; no label of a test stands on two scales in another place.
    fn rank(&self, label: &str) -> usize {
        let scales = Self::list(self.file, "scale");
        let orders = scales
            .iter()
            .map(|scale| self.order(scale["id"].as_str().unwrap()));
        let mut ranks = orders.filter_map(|order| order.iter().position(|one| one == label));
        ranks.next().unwrap()
    }

    fn passes(&self, value: &V, test: &Table) -> Result<bool, Lack> {
        let same = |wanted: &Value| match value {
            V::Number(is) => number(wanted).as_ref() == Some(is),
            V::Word(is) => wanted.as_str() == Some(is),
            V::YesNo(is) => wanted.as_bool() == Some(*is),
            V::List(_) => unreachable!("a single value"),
        };
        let reaches = |bound: &Value| match value {
            V::Number(is) => *is >= number(bound).unwrap(),
            V::Word(is) => self.rank(is) >= self.rank(bound.as_str().unwrap()),
            _ => unreachable!("a number or a label"),
        };
        if let Some(bound) = test.get("at_least") {
            return Ok(reaches(bound));
        }
        if let Some(bound) = test.get("below") {
            return Ok(!reaches(bound));
        }
        if let Some(other) = test.get("same_as") {
            return Ok(self.value(other.as_str().unwrap())? == *value);
        }
        Ok(match &test["is"] {
            Value::Array(wanted) => wanted.iter().any(same),
            one => same(one),
        })
    }

    fn holds(&self, condition: &Value) -> Result<bool, Lack> {
        let parts = |key: &str| {
            let parts = condition.get(key)?.as_array()?;
            Some(
                parts
                    .iter()
                    .map(|part| self.holds(part))
                    .collect::<Vec<_>>(),
            )
        };
        if let Some(all) = parts("all") {
            return match all.contains(&Ok(false)) {
                true => Ok(false),
                false => all.into_iter().try_fold(true, |_, part| part),
            };
        }
        if let Some(any) = parts("any") {
            return match any.contains(&Ok(true)) {
                true => Ok(true),
                false => any.into_iter().try_fold(false, |_, part| part),
            };
        }
        if let Some(not) = condition.get("not") {
            return Ok(!self.holds(not)?);
        }
        if let Some(name) = condition.get("missing") {
            return match self.value(name.as_str().unwrap()) {
                Err(Lack::Missing) => Ok(true),
                Err(none) => Err(none),
                Ok(_) => Ok(false),
            };
        }
        let table = condition.as_table().unwrap();
        self.passes(&self.value(table["step"].as_str().unwrap())?, table)
    }
}

fn num(value: V) -> BigRational {
    match value {
        V::Number(number) => number,
        other => unreachable!("{other:?} is no number"),
    }
}
