//! What a condition says about the slots that it tests.

use super::{Assumed, Span, narrowed};
use crate::rule::{Cell, Condition, Edge, End, Label, Of, Operation, Rule, Test, Value};

/// What follows for the slots where a condition holds. Nothing that is not sure.
pub(in super::super) fn assume(rule: &Rule, condition: &Condition<usize>, assumed: &mut Assumed) {
    match condition {
        Condition::All(parts) => parts.iter().for_each(|part| assume(rule, part, assumed)),
        Condition::Any(parts) if parts.len() == 1 => assume(rule, &parts[0], assumed),
        Condition::Passes { step, test, order } => {
            let place = |label: &Label| order.iter().position(|other| other == label);
            let labels = |keep: &dyn Fn(&Label) -> bool| {
                Span::Labels(order.iter().filter(|label| keep(label)).cloned().collect())
            };
            let span = match test {
                Test::Is(values) => match values.first() {
                    Some(Value::Label(_)) => {
                        labels(&|label| values.contains(&Value::Label(label.clone())))
                    }
                    Some(Value::YesNo(_)) => Span::YesNo {
                        yes: values.contains(&Value::YesNo(true)),
                        no: values.contains(&Value::YesNo(false)),
                    },
                    Some(Value::Number(_)) => {
                        let numbers = values.iter().filter_map(|value| match value {
                            Value::Number(number) => Some(number.clone()),
                            _ => None,
                        });
                        Span::Number(numbers.clone().min(), numbers.max())
                    }
                    _ => return,
                },
                Test::AtLeast(Value::Label(bound)) => labels(&|label| place(label) >= place(bound)),
                Test::Below(Value::Label(bound)) => labels(&|label| place(label) < place(bound)),
                Test::AtLeast(Value::Number(bound)) => Span::Number(Some(bound.clone()), None),
                Test::Below(Value::Number(bound)) => Span::Number(None, Some(bound.clone())),
                _ => return,
            };
            assume_span(rule, *step, span, assumed);
        }
        _ => {}
    }
}

/// A band that is known bounds the number that it is the band of.
fn assume_span(rule: &Rule, slot: usize, span: Span, assumed: &mut Assumed) {
    if let Some(step) = slot.checked_sub(rule.slots.len())
        && let Some(Operation::Band {
            of: Of::One(of),
            edges,
            near: None,
        }) = rule.steps.get(step).map(|step| &step.operation)
        && let Span::Labels(labels) = &span
    {
        let fixed = |edge: &Edge<usize>| match &edge.from {
            End::Fixed(number) => Some(number.clone()),
            End::Seen(_) => None,
        };
        let named =
            |edge: &Edge<usize>| matches!(&edge.cell, Cell::Label(label) if labels.contains(label));
        let first = edges.iter().position(named);
        let last = edges.iter().rposition(named);
        if let Some((first, last)) = first.zip(last) {
            let low = fixed(&edges[first]);
            let high = edges.get(last + 1).and_then(fixed);
            assume_span(rule, *of, Span::Number(low, high), assumed);
        }
    }
    let before = assumed.remove(&slot);
    assumed.insert(slot, narrowed(span, before.as_ref()));
}
