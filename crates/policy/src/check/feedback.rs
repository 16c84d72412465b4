//! Feedback: short sheets, rounds that follow a window and end before the next one begins, and a cell that hides people.

use super::Check;
use crate::{ConversationKind, Fault, Feedback, FeedbackRound};

/// Questions of one sheet: more than five, and fewer people answer.
const QUESTIONS: (usize, usize) = (3, 5);
/// Answers of one question.
const LABELS: (usize, usize) = (4, 5);
/// The least size of the smallest cell: with fewer, whoever knows the group knows who said it.
const LEAST_CELL: usize = 5;

impl Check<'_> {
    pub(super) fn feedback(&self) {
        let Some(feedback) = &self.pack.feedback else {
            return;
        };
        let smallest = feedback.smallest_cell.value as usize;
        self.between(
            "smallest cell",
            "the smallest cell",
            smallest,
            (LEAST_CELL, 100),
        );
        self.unique(
            "round",
            feedback.rounds.iter().map(|round| round.id.as_str()),
        );
        for round in &feedback.rounds {
            self.round(round);
            self.sheets(round);
        }
        self.rounds_follow(feedback);
    }

    fn between(&self, place: &str, what: &str, is: usize, (least, most): (usize, usize)) {
        if !(least..=most).contains(&is) {
            let what = what.to_owned();
            self.note(
                place,
                Fault::OutOfRange {
                    what,
                    is,
                    least,
                    most,
                },
            );
        }
    }

    fn round(&self, round: &FeedbackRound) {
        let id = &round.id;
        // That a guided conversation has no window is said once, where windows are checked.
        let guided = ConversationKind::GUIDED.map(ConversationKind::as_str);
        let exists =
            self.pack.window(&round.window).is_some() || guided.contains(&round.window.as_str());
        self.known(
            &format!("round {id} window"),
            "window",
            &round.window,
            exists,
        );
        if round.closes_after <= round.opens_after {
            let window = format!("round {id}");
            self.note(
                &format!("round {id} closes"),
                Fault::WindowTurned { window },
            );
        }
    }

    fn sheets(&self, round: &FeedbackRound) {
        let place = |sheet: &crate::FeedbackSheet| {
            format!("sheet {} {}", round.id, sheet.audience.as_str())
        };
        let audiences: Vec<_> = round
            .sheets
            .iter()
            .map(|sheet| format!("{} {}", round.id, sheet.audience.as_str()))
            .collect();
        self.unique("sheet", audiences.iter().map(String::as_str));
        for sheet in &round.sheets {
            let what = format!("the sheet of {}", sheet.audience.as_str());
            self.between(&place(sheet), &what, sheet.questions.len(), QUESTIONS);
            let mut seen = std::collections::BTreeSet::new();
            for question in &sheet.questions {
                if !seen.insert(&question.id) {
                    let id = question.id.clone();
                    self.note(&place(sheet), Fault::Duplicate { id });
                }
                let what = format!("the scale of {}", question.id);
                let at = format!("feedback question {}", question.id);
                self.between(&at, &what, question.labels.len(), LABELS);
            }
        }
    }

    /// Two rounds never ask at the same time.
    fn rounds_follow(&self, feedback: &Feedback) {
        for pair in feedback.rounds.windows(2) {
            let [earlier, later] = pair else { continue };
            let days = |round: &FeedbackRound| Some(round.days(self.pack.window(&round.window)?));
            if let (Some((_, ends)), Some((begins, _))) = (days(earlier), days(later))
                && begins <= ends
            {
                let what = Fault::WindowOrder {
                    earlier: format!("round {}", earlier.id),
                    later: format!("round {}", later.id),
                };
                self.note(&format!("round {}", later.id), what);
            }
        }
    }
}
