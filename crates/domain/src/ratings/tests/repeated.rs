//! Whoever repeats a stored rating finds every number that was changed in it.

use super::*;
use crate::ratings::repeated::{Line, from_inputs, from_trace};
use crate::ratings::trace::Node;

fn differing(lines: &[Line]) -> Vec<&str> {
    let lines = lines.iter().filter(|line| !line.agrees());
    lines.map(|line| line.id.as_str()).collect()
}

fn ids(node: &Node) -> Vec<String> {
    let below = node.children.iter().flat_map(ids);
    [node.id.clone()].into_iter().chain(below).collect()
}

fn change(node: &mut Node, id: &str, how: &dyn Fn(&mut Node)) {
    if node.id == id {
        how(node);
    }
    node.children
        .iter_mut()
        .for_each(|child| change(child, id, how));
}

#[test]
fn an_untouched_rating_agrees_in_every_line() {
    let pack = pack();
    for inputs in [castellano(), near_the_cut()] {
        let (rating, trace) = match outcome(&inputs, &pack) {
            Outcome::Rated { rating, trace } => (Some(rating), trace),
            Outcome::DecisionRequired { trace, .. } => (None, trace),
            other => panic!("{other:?}"),
        };
        let lines = from_trace(rating.as_deref(), &trace);
        assert!(lines.len() > 50, "{}", lines.len());
        assert_eq!(differing(&lines), Vec::<&str>::new());
        assert_eq!(differing(&from_inputs(&trace, &trace)), Vec::<&str>::new());
    }
}

#[test]
fn any_single_value_that_was_changed_is_found_from_the_trace_alone_and_from_the_inputs() {
    let (rating, trace) = rated(&castellano(), &pack());
    let all = ids(&trace.composite);
    for id in &all {
        for change_to in [
            (|node: &mut Node| node.value = &node.value + Exact::from(1)) as fn(&mut Node),
            |node: &mut Node| node.shown.push('1'),
            |node: &mut Node| node.weight = node.weight.as_ref().map(|it| it + Exact::from(1)),
        ] {
            let mut changed = trace.clone();
            change(&mut changed.composite, id, &change_to);
            if changed == trace {
                continue;
            }
            // No line is computed from the weight of a sum; only the inputs tell that it is another.
            let (is, was) = (changed.node(id).unwrap(), trace.node(id).unwrap());
            let of_a_sum = is.weight != was.weight && is.children.len() > 1;
            let found = from_trace(Some(&rating), &changed);
            assert!(of_a_sum || !differing(&found).is_empty(), "{id}");
            assert!(
                differing(&from_inputs(&changed, &trace)).contains(&id.as_str()),
                "{id}"
            );
        }
    }
}

#[test]
fn a_changed_cut_rating_or_decision_is_found() {
    let (rating, trace) = rated(&castellano(), &pack());
    assert_eq!(differing(&from_trace(Some("D"), &trace)), ["rating"]);
    let mut moved = trace.clone();
    moved.placement.cuts[1].begins = exact("62");
    assert!(differing(&from_trace(Some(&rating), &moved)).contains(&"placement/calculated"));
    assert!(differing(&from_inputs(&moved, &trace)).contains(&"placement/cuts"));
    let mut far = trace.clone();
    far.placement.distance = exact("1");
    assert_eq!(
        differing(&from_trace(Some(&rating), &far)),
        ["placement/distance"]
    );
    let mut wide = trace.clone();
    wide.placement.half_width = exact("4");
    assert!(differing(&from_trace(Some(&rating), &wide)).contains(&"placement/open"));
    assert!(differing(&from_inputs(&wide, &trace)).contains(&"placement/half_width"));
    let mut other = trace.clone();
    other.alternatives[0].composite = exact("62");
    assert_eq!(differing(&from_trace(Some(&rating), &other)).len(), 1);
    // What the stored trace lacks is named too.
    let mut short = trace.clone();
    short.composite.children[0].children.pop();
    let lines = from_inputs(&short, &trace);
    let lacking = lines.iter().filter(|line| line.stored.is_none());
    assert!(lacking.count() >= 3);
    // Near a cut a rating without a decision follows from nothing.
    let Outcome::DecisionRequired { trace, .. } = outcome(&near_the_cut(), &pack()) else {
        panic!("not near the cut");
    };
    assert_eq!(differing(&from_trace(Some("E"), &trace)), ["rating"]);
}
