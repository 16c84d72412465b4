//! Writes random rules, as files, and random inputs for them.

use policy::rule::{Given, Rule};
use policy::{Fault, rule};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A small generator of its own, so that a seed says everything.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Points,
    Score,
    Label,
    YesNo,
    ManyPoints,
    ManyLabels,
}

const LABELS: [&str; 4] = ["Low", "Fair", "Good", "Best"];

/// A rule that is written down as its author would.
pub struct Author {
    dice: Dice,
    inputs: Vec<(String, Kind)>,
    steps: Vec<(String, Kind, String)>,
}

impl Author {
    /// Something of this kind: a step above, an input that there is, or a new one.
    fn name(&mut self, kind: Kind) -> String {
        let above = self
            .steps
            .iter()
            .filter(|(_, other, _)| *other == kind)
            .map(|(name, ..)| name);
        let entered = self
            .inputs
            .iter()
            .filter(|(_, other)| *other == kind)
            .map(|(name, _)| name);
        let known: Vec<String> = above.chain(entered).cloned().collect();
        if !known.is_empty() && self.dice.roll(3) > 0 {
            return self.dice.pick(&known).clone();
        }
        let name = format!("input_{}", self.inputs.len());
        self.inputs.push((name.clone(), kind));
        name
    }

    fn number(&mut self) -> String {
        let (whole, below) = (
            self.dice.roll(25) as i64 - 2,
            [1, 1, 2, 3, 4, 7][self.dice.roll(6)],
        );
        format!("\"{whole}/{below}\"")
    }

    fn rising(&mut self, count: usize) -> Vec<String> {
        let mut at = self.dice.roll(5) as i64;
        let mut rising = Vec::new();
        for _ in 0..count {
            at += 1 + self.dice.roll(6) as i64;
            rising.push(format!("\"{at}/2\""));
        }
        rising
    }

    /// `of = …` and `missing = …` of an aggregate.
    fn many(&mut self) -> String {
        let of = match self.dice.roll(3) {
            0 => format!("\"{}\"", self.name(Kind::ManyPoints)),
            1 => format!(
                "[\"{}\", \"{}\"]",
                self.name(Kind::Points),
                self.name(Kind::ManyPoints)
            ),
            _ => format!(
                "[\"{}\", \"{}\"]",
                self.name(Kind::Points),
                self.name(Kind::Points)
            ),
        };
        match self.dice.roll(2) {
            0 => format!("of = {of}"),
            _ => format!(
                "of = {of}\nmissing = \"drop\"\nat_least = {}",
                self.dice.roll(3)
            ),
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        let label = *self.dice.pick(&LABELS);
        match self.dice.roll(if depth > 1 { 5 } else { 8 }) {
            0 => format!(
                "{{ step = \"{}\", is = {} }}",
                self.name(Kind::YesNo),
                self.dice.roll(2) == 0
            ),
            1 => format!(
                "{{ step = \"{}\", at_least = \"{label}\" }}",
                self.name(Kind::Label)
            ),
            2 => format!(
                "{{ step = \"{}\", is = [\"{label}\", \"Low\"] }}",
                self.name(Kind::Label)
            ),
            3 => {
                let (name, number) = (self.name(Kind::Points), self.number());
                format!("{{ step = \"{name}\", below = {number} }}")
            }
            4 => format!("{{ missing = \"{}\" }}", self.name(Kind::Points)),
            5 => format!("{{ not = {} }}", self.condition(depth + 1)),
            several => {
                let word = if several == 6 { "all" } else { "any" };
                let parts = (self.condition(depth + 1), self.condition(depth + 1));
                format!("{{ {word} = [{}, {}] }}", parts.0, parts.1)
            }
        }
    }

    fn edges(&mut self) -> String {
        let mut edges = "edges = [{ from = -1000000, label = \"Low\" }".to_owned();
        for (from, label) in self.rising(3).iter().zip(&LABELS[1..]) {
            let cell = match self.dice.roll(8) {
                0 => "unread = true".to_owned(),
                _ => format!("label = \"{label}\""),
            };
            write!(edges, ", {{ from = {from}, {cell} }}").unwrap();
        }
        edges + "]"
    }

    fn step(&mut self) -> (Kind, String) {
        let label = *self.dice.pick(&LABELS);
        match self.dice.roll(19) {
            0 => {
                let (of, numbers) = (self.name(Kind::Label), [(); 4].map(|()| self.number()));
                let [a, b, c, d] = numbers;
                let table = format!("table = {{ Low = {a}, Fair = {b}, Good = {c}, Best = {d} }}");
                (
                    Kind::Points,
                    format!("op = \"map\"\nof = \"{of}\"\n{table}\nunit = \"points\""),
                )
            }
            1 => (Kind::Points, format!("op = \"sum\"\n{}", self.many())),
            2 => (Kind::Points, format!("op = \"mean\"\n{}", self.many())),
            3 => {
                let which = if self.dice.roll(2) == 0 { "max" } else { "min" };
                (
                    Kind::Points,
                    format!("op = \"best\"\nwhich = \"{which}\"\n{}", self.many()),
                )
            }
            4 | 5 => {
                let names: Vec<String> = (0..3)
                    .map(|_| format!("weighed_{}", self.inputs.len()))
                    .collect();
                let names: Vec<String> = names
                    .iter()
                    .map(|_| {
                        let name = format!("input_{}", self.inputs.len());
                        self.inputs.push((name.clone(), Kind::Points));
                        name
                    })
                    .collect();
                let (a, b) = (self.dice.roll(50), self.dice.roll(50));
                let policy = match self.dice.roll(3) {
                    0 => String::new(),
                    1 => "missing = \"renormalise\"".to_owned(),
                    _ => format!("missing = \"move\"\nmove.{}.{} = {a}", names[0], names[1]),
                };
                let of = format!(
                    "of = [\"{}\", \"{}\", \"{}\"]",
                    names[0], names[1], names[2]
                );
                let weights = format!("weights = [{a}, {b}, {}]", 100 - a - b);
                let per = if self.dice.roll(2) == 0 {
                    ""
                } else {
                    "per = 7\nunit = \"points\"\n"
                };
                (
                    Kind::Points,
                    format!("op = \"weighted_sum\"\n{of}\n{weights}\n{per}{policy}"),
                )
            }
            6 | 7 => {
                let kind = if self.dice.roll(2) == 0 {
                    Kind::Points
                } else {
                    Kind::ManyPoints
                };
                let pieces = 2 + self.dice.roll(3);
                let (of, from) = (self.name(kind), self.rising(pieces).join(", "));
                let mut to: Vec<String> = (0..pieces).map(|_| self.number()).collect();
                if self.dice.roll(2) == 0 {
                    to[1] = format!("\"{}\"", self.name(Kind::Points));
                }
                let beyond = if self.dice.roll(2) == 0 {
                    "\nbeyond = \"stay\""
                } else {
                    ""
                };
                let ends = format!("from = [{from}]\nto = [{}]{beyond}", to.join(", "));
                (
                    kind,
                    format!("op = \"scale\"\nof = \"{of}\"\n{ends}\nunit = \"points\""),
                )
            }
            8 => {
                let kind = if self.dice.roll(2) == 0 {
                    Kind::Points
                } else {
                    Kind::ManyPoints
                };
                let mode = *self.dice.pick(&["half_up", "truncate", "ceil"]);
                let (of, digits) = (self.name(kind), self.dice.roll(4));
                (
                    kind,
                    format!("op = \"round\"\nof = \"{of}\"\nmode = \"{mode}\"\ndigits = {digits}"),
                )
            }
            9 | 10 => {
                let many = self.dice.roll(3) == 0;
                let of = self.name(if many { Kind::ManyPoints } else { Kind::Points });
                let kind = if many { Kind::ManyLabels } else { Kind::Label };
                let edges = self.edges();
                (
                    kind,
                    format!("op = \"band\"\nof = \"{of}\"\nscale = \"rating\"\n{edges}"),
                )
            }
            11 => {
                let (row, column) = (self.name(Kind::Label), self.name(Kind::Label));
                let mut cells = String::new();
                for label in LABELS {
                    let row: Vec<String> = (0..4)
                        .map(|_| match self.dice.roll(9) {
                            0 => "{ unread = true }".to_owned(),
                            _ => format!("\"{}\"", self.dice.pick(&LABELS)),
                        })
                        .collect();
                    write!(cells, "\ncells.{label} = [{}]", row.join(", ")).unwrap();
                }
                let head = format!(
                    "op = \"matrix\"\nrow = \"{row}\"\ncolumn = \"{column}\"\nscale = \"rating\""
                );
                (
                    Kind::Label,
                    format!("{head}\ncolumns = [\"Best\", \"Low\", \"Good\", \"Fair\"]{cells}"),
                )
            }
            12 | 13 => {
                let (of, drop) = (self.name(Kind::ManyLabels), self.dice.roll(2) == 0);
                let drop = if drop {
                    "\nmissing = \"drop\"\nat_least = 1"
                } else {
                    ""
                };
                let test = *self.dice.pick(&["at_least", "below", "is"]);
                let wanted = *self.dice.pick(&[
                    "\"all\"",
                    "\"any\"",
                    "\"none\"",
                    "{ at_least = 2 }",
                    "{ at_most = 1 }",
                ]);
                let test = format!("where = {{ {test} = \"{label}\" }}\nwanted = {wanted}{drop}");
                (
                    Kind::YesNo,
                    format!("op = \"count_rule\"\nof = \"{of}\"\n{test}"),
                )
            }
            14 => {
                let (of, when) = (self.name(Kind::Label), self.condition(0));
                let op = *self.dice.pick(&["cap_if", "floor_if"]);
                (
                    Kind::Label,
                    format!("op = \"{op}\"\nof = \"{of}\"\nwhen = {when}\nlabel = \"{label}\""),
                )
            }
            15 => {
                let (of, when, by) = (self.name(Kind::Points), self.condition(0), self.number());
                (
                    Kind::Points,
                    format!("op = \"adjust_if\"\nof = \"{of}\"\nwhen = {when}\nby = {by}"),
                )
            }
            16 => {
                let kind =
                    *self
                        .dice
                        .pick(&[Kind::Points, Kind::Label, Kind::YesNo, Kind::ManyPoints]);
                let (one, other) = (self.name(kind), self.name(kind));
                let (first, second) = (self.condition(0), self.condition(0));
                let cases = format!(
                    "cases = [{{ when = {first}, take = \"{one}\" }}, {{ when = {second}, no_rating = \"no\" }}]"
                );
                (
                    kind,
                    format!("op = \"choose\"\n{cases}\notherwise = {{ take = \"{other}\" }}"),
                )
            }
            17 => {
                let (of, with) = (self.name(Kind::Points), self.name(Kind::Points));
                let policy = match self.dice.roll(3) {
                    0 => format!("policy = \"substitute\"\nwith = \"{with}\""),
                    1 => format!("policy = \"carry_forward\"\nwith = \"{with}\""),
                    _ => "policy = \"no_rating\"\nreason = \"not_enough_evidence\"".to_owned(),
                };
                (
                    Kind::Points,
                    format!("op = \"missing\"\nof = \"{of}\"\n{policy}"),
                )
            }
            _ => {
                let (of, mode) = (self.name(Kind::Score), self.dice.roll(2));
                let to = if mode == 0 { "[0, 100]" } else { "[100, -3]" };
                (
                    Kind::Points,
                    format!(
                        "op = \"scale\"\nof = \"{of}\"\nfrom = [1, 4]\nto = {to}\nunit = \"points\""
                    ),
                )
            }
        }
    }

    fn write(&self, accepted: &[usize]) -> String {
        let mut text =
            "system = \"random\"\nyears = \"any\"\nknown = \"OWN\"\nsource = \"dice\"\n\n\
            [[scale]]\nid = \"rating\"\nlabels = [\"Low\", \"Fair\", \"Good\", \"Best\"]\n\n\
            [[scale]]\nid = \"score\"\nfrom = 1\nto = 4\n\n[[rule]]\nid = \"random\"\n"
                .to_owned();
        let outputs: Vec<String> = self
            .steps
            .iter()
            .map(|(name, ..)| format!("\"{name}\""))
            .collect();
        writeln!(text, "outputs = [{}]\n", outputs.join(", ")).unwrap();
        let written = self
            .steps
            .iter()
            .map(|(_, _, step)| step.as_str())
            .collect::<String>();
        for (name, kind) in &self.inputs {
            // A new name that a step did not take after all.
            if !written.contains(&format!("\"{name}\"")) {
                continue;
            }
            let kind = match kind {
                Kind::Points => "{ points = [-5, 20] }",
                Kind::Score => "{ score = \"score\" }",
                Kind::Label => "{ label = \"rating\" }",
                Kind::YesNo => "\"yes_no\"",
                Kind::ManyPoints => "{ list = { points = [-5, 20] }, length = [0, 4] }",
                Kind::ManyLabels => "{ list = { label = \"rating\" }, length = [0, 4] }",
            };
            writeln!(text, "[[rule.input]]\nname = \"{name}\"\nkind = {kind}\n").unwrap();
        }
        for (place, (name, _, step)) in self.steps.iter().enumerate() {
            writeln!(text, "[[rule.step]]\nname = \"{name}\"\n{step}").unwrap();
            if accepted.contains(&place) {
                writeln!(text, "accept = \"rolled\"").unwrap();
            }
            text.push('\n');
        }
        text
    }

    pub fn given(&mut self) -> Given {
        let mut fields = BTreeMap::new();
        for (name, kind) in self.inputs.clone() {
            let value = match kind {
                Kind::ManyPoints => Given::List(
                    (0..self.dice.roll(5))
                        .map(|_| self.one(Kind::Points))
                        .collect(),
                ),
                Kind::ManyLabels => Given::List(
                    (0..self.dice.roll(5))
                        .map(|_| self.one(Kind::Label))
                        .collect(),
                ),
                kind => self.one(kind),
            };
            fields.insert(name, value);
        }
        Given::Record(fields)
    }

    fn one(&mut self, kind: Kind) -> Given {
        if self.dice.roll(7) == 0 {
            return Given::Nothing;
        }
        match kind {
            Kind::Label => Given::Text((*self.dice.pick(&LABELS)).to_owned()),
            Kind::YesNo => Given::YesNo(self.dice.roll(2) == 0),
            // Now and then outside of what may be entered.
            _ => {
                let (n, d) = (self.dice.roll(90) as i64 - 16, 1 + self.dice.roll(4) as i64);
                Given::Number(policy::Exact::ratio(n, d).unwrap())
            }
        }
    }
}

/// Writes a rule; what the lints say is accepted as a careless author would.
pub fn random(seed: u64) -> (String, Rule, Author) {
    let mut author = Author {
        dice: Dice(seed),
        inputs: vec![],
        steps: vec![],
    };
    for place in 0..2 + author.dice.roll(9) {
        let (kind, text) = author.step();
        author.steps.push((format!("step_{place}"), kind, text));
    }
    let plain = author.write(&[]);
    let problems = match rule::read("random.toml", &plain) {
        Ok(mut rules) => return (plain, rules.rules.remove(0), author),
        Err(problems) => problems,
    };
    let lint = |fault: &Fault| {
        matches!(
            fault,
            Fault::Rule(
                rule::Fault::NeverFires { .. }
                    | rule::Fault::NeverChanges { .. }
                    | rule::Fault::BandUnreached { .. }
                    | rule::Fault::MatrixFalls { .. }
                    | rule::Fault::MapTurns { .. }
            )
        )
    };
    assert!(
        problems.iter().all(|problem| lint(&problem.what)),
        "seed {seed}: {problems:#?}\n{plain}"
    );
    let steps: Vec<usize> = plain
        .lines()
        .enumerate()
        .filter_map(|(at, line)| (line == "[[rule.step]]").then_some(at + 1))
        .collect();
    let accepted: Vec<usize> = problems
        .iter()
        .filter_map(|problem| steps.iter().rposition(|at| Some(*at) <= problem.line))
        .collect();
    let text = author.write(&accepted);
    match rule::read("random.toml", &text) {
        Ok(mut rules) => (text, rules.rules.remove(0), author),
        Err(problems) => panic!("seed {seed}: {problems:#?}\n{text}"),
    }
}
