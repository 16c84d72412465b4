//! A stored rating repeated line by line, for whoever checks one without the record: from its trace alone, and against
//! the trace that the same inputs give again. What [`Trace::verify`] says in one word stands here with both numbers.

use super::trace::{Cut, Node, Placement, Trace};
use policy::Exact;
use std::collections::BTreeMap;

/// One number of a rating: what is stored, and what follows for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// Such as `obs/LE.3`, `placement/distance` or `rating`.
    pub id: String,
    /// How deep it lies in the sum; 0 for the whole and for what stands beside it.
    pub depth: u32,
    /// `None` where the stored trace lacks a line that follows.
    pub stored: Option<String>,
    /// `None` where nothing says what should stand there.
    pub follows: Option<String>,
}

impl Line {
    pub fn agrees(&self) -> bool {
        self.stored == self.follows
    }
}

/// Every line of a trace against the lines below it, the placement against the composite, and the rating against the
/// placement or the decision (none where a sum lies under a decision that is open). What was entered follows from nothing here and stands as it is.
pub fn from_trace(rating: Option<&str>, trace: &Trace) -> Vec<Line> {
    let mut lines = vec![];
    from_below(&trace.composite, 0, &mut lines);
    let composite = &trace.composite.value;
    let placement = &trace.placement;
    let distance = |cut: &Cut| (composite - &cut.begins).abs();
    let nearest = placement.cuts.iter().min_by_key(|cut| distance(cut));
    let reached = placement.cuts.iter().rfind(|cut| cut.begins <= *composite);
    // The lowest rating begins at no cut.
    let is_lowest = |id: &String| placement.cuts.iter().all(|cut| cut.rating != *id);
    let calculated = match reached {
        Some(cut) => Some(cut.rating.clone()),
        None => Some(placement.calculated.clone()).filter(is_lowest),
    };
    let open = nearest.and_then(|cut| {
        let near = !placement.half_width.is_zero() && distance(cut) <= placement.half_width;
        let at = placement.cuts.iter().position(|it| it == cut)?;
        let below = match at.checked_sub(1) {
            Some(below) => placement.cuts.get(below).map(|it| it.rating.clone()),
            None => placement
                .open
                .as_ref()
                .map(|it| it[0].clone())
                .filter(is_lowest),
        };
        near.then(|| [below.unwrap_or_default(), cut.rating.clone()])
    });
    let mut add = |id: &str, stored: String, follows: Option<String>| {
        lines.push(Line {
            id: id.to_owned(),
            depth: 0,
            stored: Some(stored),
            follows,
        });
    };
    add(
        "placement/nearest",
        cut(&placement.nearest),
        nearest.map(cut),
    );
    add(
        "placement/distance",
        placement.distance.to_string(),
        nearest.map(|it| distance(it).to_string()),
    );
    add(
        "placement/open",
        both(placement.open.as_ref()),
        Some(both(open.as_ref())),
    );
    add(
        "placement/calculated",
        placement.calculated.clone(),
        calculated,
    );
    for other in &trace.alternatives {
        // The measure of the alternative is the only one that it changes.
        let follows = trace
            .composite
            .children
            .iter()
            .flat_map(|group| &group.children)
            .find(|node| weighed(node, &other.fraction).as_ref() == Some(&other.points))
            .map(|node| (composite - &node.value + &other.points).to_string());
        let id = format!("alternative/{}", other.aggregate.as_str());
        add(&id, other.composite.to_string(), follows);
    }
    let by_rule = match (&trace.decision, &placement.open) {
        (Some(decided), Some(open)) if decided.candidates == *open => open
            .contains(&decided.rating)
            .then(|| decided.rating.clone()),
        (None, None) => Some(placement.calculated.clone()),
        _ => None,
    };
    if let Some(rating) = rating {
        add("rating", rating.to_owned(), by_rule);
    }
    lines
}

fn weighed(node: &Node, fraction: &Exact) -> Option<Exact> {
    Some(node.weight.as_ref()? * fraction)
}

fn from_below(node: &Node, depth: u32, lines: &mut Vec<Line>) {
    let follows = node.recomputed().map(|value| {
        let shown = value.to_decimal(node.rounding.places);
        number(&value, &shown)
    });
    lines.push(Line {
        id: node.id.clone(),
        depth,
        stored: Some(number(&node.value, &node.shown)),
        follows,
    });
    for child in &node.children {
        from_below(child, depth + 1, lines);
    }
}

/// Every line of a stored trace against the line of the same name in the trace that the same inputs give again.
pub fn from_inputs(stored: &Trace, again: &Trace) -> Vec<Line> {
    let (mut before, mut after) = (vec![], vec![]);
    facts(stored, &mut before);
    facts(again, &mut after);
    let mut follows: BTreeMap<String, String> = after
        .iter()
        .map(|(id, _, said)| (id.clone(), said.clone()))
        .collect();
    let mut lines: Vec<Line> = before
        .into_iter()
        .map(|(id, depth, said)| Line {
            follows: follows.remove(&id),
            id,
            depth,
            stored: Some(said),
        })
        .collect();
    // What the inputs give and the stored trace lacks.
    lines.extend(after.into_iter().filter_map(|(id, depth, said)| {
        follows.remove(&id).map(|_| Line {
            id,
            depth,
            stored: None,
            follows: Some(said),
        })
    }));
    lines
}

/// Everything of a trace that is computed, with its name and depth. Who decided near a cut is no computation.
fn facts(trace: &Trace, found: &mut Vec<(String, u32, String)>) {
    of_node(&trace.composite, 0, found);
    let Placement {
        calculated,
        cuts,
        nearest,
        distance,
        half_width,
        open,
        ..
    } = &trace.placement;
    let cuts: Vec<String> = cuts.iter().map(cut).collect();
    let mut add = |id: &str, said: String| found.push((id.to_owned(), 0, said));
    add("placement/cuts", cuts.join(", "));
    add("placement/nearest", cut(nearest));
    add("placement/distance", distance.to_string());
    add("placement/half_width", half_width.to_string());
    add("placement/open", both(open.as_ref()));
    add("placement/calculated", calculated.clone());
    for other in &trace.alternatives {
        let id = format!("alternative/{}", other.aggregate.as_str());
        add(&id, other.composite.to_string());
    }
}

fn of_node(node: &Node, depth: u32, found: &mut Vec<(String, u32, String)>) {
    let mut said = number(&node.value, &node.shown);
    if let Some(weight) = &node.weight {
        said.push_str(&format!(" of {weight}"));
    }
    for (name, input) in &node.inputs {
        said.push_str(&format!(", {name} {input}"));
    }
    found.push((node.id.clone(), depth, said));
    for child in &node.children {
        of_node(child, depth + 1, found);
    }
}

fn number(value: &Exact, shown: &str) -> String {
    format!("{value} ({shown})")
}

fn cut(cut: &Cut) -> String {
    format!("{} from {}", cut.rating, cut.begins)
}

fn both(open: Option<&[String; 2]>) -> String {
    open.map_or_else(|| "none".to_owned(), |both| both.join(" or "))
}
