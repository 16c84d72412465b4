//! What a sender changed in a drafted letter, paragraph by paragraph.

/// A paragraph of either text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    Same(String),
    /// Stands in the drafted text alone.
    Removed(String),
    /// Written by the sender.
    Added(String),
}

/// The letter with one kind of line end and without outer blanks: what a browser sends back compares with what it got.
pub fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim()
        .to_owned()
}

/// The blocks between blank lines.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut block: Vec<&str> = vec![];
    let text = plain(text);
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !block.is_empty() {
                found.push(block.join("\n"));
                block.clear();
            }
        } else {
            block.push(line.trim_end());
        }
    }
    found
}

/// Both texts in one, by their longest common sequence of paragraphs. Letters have some twenty of them.
pub fn compare(drafted: &str, written: &str) -> Vec<Paragraph> {
    let (from, to) = (paragraphs(drafted), paragraphs(written));
    let width = to.len() + 1;
    let mut common = vec![0_usize; (from.len() + 1) * width];
    for (row, old) in from.iter().enumerate().rev() {
        for (column, new) in to.iter().enumerate().rev() {
            let at = row * width + column;
            common[at] = if old == new {
                common[at + width + 1] + 1
            } else {
                common[at + width].max(common[at + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut both = vec![];
    while let (Some(old), Some(new)) = (from.get(row), to.get(column)) {
        let at = row * width + column;
        if old == new {
            both.push(Paragraph::Same(old.clone()));
            (row, column) = (row + 1, column + 1);
        } else if common[at + width] >= common[at + 1] {
            both.push(Paragraph::Removed(old.clone()));
            row += 1;
        } else {
            both.push(Paragraph::Added(new.clone()));
            column += 1;
        }
    }
    both.extend(from.into_iter().skip(row).map(Paragraph::Removed));
    both.extend(to.into_iter().skip(column).map(Paragraph::Added));
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_is_told_by_paragraph() {
        let drafted = "Dear Imani,\n\nWe met.\n\n- one\n- two\n\nKind regards,";
        let written = "Dear Imani,\r\n\r\nWe met in room 118.\r\n\r\n- one\r\n- two\r\n\r\nThank you.\r\n\r\nKind regards,\r\n";
        let said = |paragraph: &Paragraph| match paragraph {
            Paragraph::Same(text) => format!("={text}"),
            Paragraph::Removed(text) => format!("-{text}"),
            Paragraph::Added(text) => format!("+{text}"),
        };
        let told: Vec<String> = compare(drafted, written).iter().map(said).collect();
        assert_eq!(
            told,
            [
                "=Dear Imani,",
                "-We met.",
                "+We met in room 118.",
                "=- one\n- two",
                "+Thank you.",
                "=Kind regards,"
            ]
        );
        assert!(
            compare(drafted, drafted)
                .iter()
                .all(|paragraph| matches!(paragraph, Paragraph::Same(_)))
        );
        assert_eq!(compare("", "New."), [Paragraph::Added("New.".into())]);
    }
}
