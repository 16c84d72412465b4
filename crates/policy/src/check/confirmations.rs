//! Whatever no source settles is asked of the district, once.

use super::Check;
use crate::{Fault, ToConfirm};

impl Check<'_> {
    pub(super) fn confirmations(&self) {
        let questions = &self.pack.confirmations;
        // Packs from before there were questions have none.
        if questions.is_empty() {
            return;
        }
        self.unique(
            "question",
            questions.iter().map(|question| question.id.as_str()),
        );
        for question in questions {
            self.names_values(question);
        }
        for value in self.pack.unsettled() {
            let mut asking: Vec<&ToConfirm> =
                questions.iter().filter(|it| it.names(value)).collect();
            if asking.is_empty() {
                asking = questions.iter().filter(|it| it.names_kind(value)).collect();
            }
            let place = match asking.as_slice() {
                [_] => continue,
                [] => "confirmations.toml".to_owned(),
                [.., last] => format!("question {}", last.id),
            };
            let (value, asked) = (value.name.clone(), asking.len());
            self.note(&place, Fault::NotAskedOnce { value, asked });
        }
    }

    fn names_values(&self, question: &ToConfirm) {
        let place = format!("question {}", question.id);
        for name in &question.values {
            let kind = format!("{name} ");
            let mut values = self.pack.values().iter();
            let exists = values.any(|value| value.name == *name || value.name.starts_with(&kind));
            self.known(&place, "values", name, exists);
        }
    }
}
