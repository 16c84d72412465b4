//! What changed between two texts, part by part: a drafted letter and what was sent, two versions of a page.

/// A part of either text: a paragraph, or a word of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
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

/// Both texts in one, paragraph by paragraph.
pub fn compare(drafted: &str, written: &str) -> Vec<Part> {
    compare_parts(&paragraphs(drafted), &paragraphs(written))
}

/// Both lists in one, by their longest common sequence. Texts have some twenty paragraphs, and a paragraph some hundred
/// words.
pub fn compare_parts(from: &[String], to: &[String]) -> Vec<Part> {
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
            both.push(Part::Same(old.clone()));
            (row, column) = (row + 1, column + 1);
        } else if common[at + width] >= common[at + 1] {
            both.push(Part::Removed(old.clone()));
            row += 1;
        } else {
            both.push(Part::Added(new.clone()));
            column += 1;
        }
    }
    both.extend(from.iter().skip(row).cloned().map(Part::Removed));
    both.extend(to.iter().skip(column).cloned().map(Part::Added));
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_is_told_by_paragraph() {
        let drafted = "Dear Imani,\n\nWe met.\n\n- one\n- two\n\nKind regards,";
        let written = "Dear Imani,\r\n\r\nWe met in room 118.\r\n\r\n- one\r\n- two\r\n\r\nThank you.\r\n\r\nKind regards,\r\n";
        let said = |paragraph: &Part| match paragraph {
            Part::Same(text) => format!("={text}"),
            Part::Removed(text) => format!("-{text}"),
            Part::Added(text) => format!("+{text}"),
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
                .all(|paragraph| matches!(paragraph, Part::Same(_)))
        );
        assert_eq!(compare("", "New."), [Part::Added("New.".into())]);
    }
}
