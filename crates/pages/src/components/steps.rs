//! An ordered procedure: what is done, what runs, what comes.

use maud::{Markup, html};

use super::{Progress, Shape, shape};

/// One step.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Where it stands.
    pub progress: Progress,
    /// Its date, where dates hang.
    pub when: Option<Markup>,
    /// What it is.
    pub what: Markup,
    /// Who, or how it went.
    pub by: Option<Markup>,
}

/// A chain of steps in running lines.
pub fn steps(steps: &[Step]) -> Markup {
    html! {
        ol.steps {
            @for step in steps {
                li aria-current=[current(step)] {
                    (mark(step))
                    p {
                        @if let Some(when) = &step.when { (when) ": " }
                        @if step.progress == Progress::Now { strong { (step.what) } } @else { (step.what) }
                        @if let Some(by) = &step.by { " " span.by { (by) } }
                    }
                }
            }
        }
    }
}

/// A chain of steps whose dates hang.
pub fn steps_dated(steps: &[Step]) -> Markup {
    html! {
        ol.steps.dated {
            @for step in steps {
                li aria-current=[current(step)] {
                    (mark(step))
                    div {
                        p { @if let Some(when) = &step.when { (when) } }
                        h3 { (step.what) }
                        @if let Some(by) = &step.by { p.by { (by) } }
                    }
                }
            }
        }
    }
}

fn current(step: &Step) -> Option<&'static str> {
    (step.progress == Progress::Now).then_some("step")
}

fn mark(step: &Step) -> Markup {
    shape(match step.progress {
        Progress::Done => Shape::Disc,
        Progress::Now => Shape::Half,
        Progress::Ahead => Shape::Ring,
    })
}
