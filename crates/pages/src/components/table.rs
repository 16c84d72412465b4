//! Rows of like things.

use maud::{Markup, Render, html};

/// How a table behaves on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableShape {
    /// Each row becomes labelled lines.
    #[default]
    Stack,
    /// Keeps its columns: for small figures.
    Dense,
}

/// A column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its head.
    pub label: String,
    /// The label beside each value on phones, where the head is too long.
    pub short: Option<String>,
    /// Figures stand right.
    pub figures: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A column of figures.
    pub fn figures(label: impl Into<String>) -> Self {
        Self {
            figures: true,
            ..Self::words(label)
        }
    }

    /// The label on phones.
    pub fn short(mut self, label: impl Into<String>) -> Self {
        self.short = Some(label.into());
        self
    }

    fn class(&self) -> Option<&'static str> {
        self.figures.then_some("r")
    }
}

/// A table. The first cell of each row names it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table is, above it.
    pub caption: Option<String>,
    /// How it behaves on a phone.
    pub shape: TableShape,
    /// Heads, in order.
    pub columns: Vec<Column>,
    /// Cells, in the order of the columns.
    pub rows: Vec<Vec<Markup>>,
    /// The sum under a rule; empty cells are allowed.
    pub foot: Option<Vec<Markup>>,
    /// A page's own class, or nothing.
    pub class: &'static str,
}

/// The table.
pub fn table(table: &Table) -> Markup {
    let shape = match table.shape {
        TableShape::Stack => "stack",
        TableShape::Dense => "dense",
    };
    html! {
        table class={ "tab " (shape) @if !table.class.is_empty() { " " (table.class) } } {
            @if let Some(caption) = &table.caption { caption { (caption) } }
            thead { tr { @for column in &table.columns { th scope="col" class=[column.class()] { (column.label) } } } }
            tbody { @for cells in &table.rows { tr { (line(&table.columns, cells)) } } }
            @if let Some(cells) = &table.foot { tfoot { tr { (line(&table.columns, cells)) } } }
        }
    }
}

/// A second line under a value: a source, a role.
pub fn sub(text: impl Render) -> Markup {
    html! { span.sub { (text) } }
}

fn line(columns: &[Column], cells: &[Markup]) -> Markup {
    html! {
        @for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
            @if at == 0 {
                th scope="row" class=[column.class()] { (cell) }
            } @else if cell.0.is_empty() {
                td class=[column.class()] {}
            } @else {
                td class=[column.class()] data-l=(column.short.as_ref().unwrap_or(&column.label)) { div { (cell) } }
            }
        }
    }
}
