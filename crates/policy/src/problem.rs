//! What is wrong with a pack: which file, which line, what, and how to mend it. The command line prints these for
//! whoever edits a pack; they are the developer's sentences, not a page's.

use std::fmt;

use jiff::civil::Date;

use crate::{Exact, Length};

/// One thing that keeps a pack from loading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path inside the pack.
    pub file: String,
    /// Counted from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    pub what: Fault,
}

/// The kinds of problem, with what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML; the parser's words.
    Syntax(String),
    MissingFile,
    MissingKey {
        key: String,
    },
    UnknownKey {
        key: String,
    },
    WrongType {
        key: String,
        wanted: &'static str,
    },
    /// Not one of the words allowed here.
    UnknownChoice {
        key: String,
        value: String,
        allowed: Vec<String>,
    },
    /// Names something that the pack does not have.
    UnknownId {
        key: String,
        value: String,
    },
    Duplicate {
        id: String,
    },
    /// A text is missing in one language.
    MissingText {
        key: String,
        language: &'static str,
    },
    WeightsSum {
        column: &'static str,
        is: Exact,
    },
    GrowthSum {
        column: &'static str,
        is: Exact,
    },
    /// A measure of practice without weight: a quality standard would have no influence (1 CCR 301-87).
    NoInfluence {
        measure: String,
        column: &'static str,
    },
    CollectiveTooHeavy {
        is: Exact,
        most: Exact,
    },
    MissingDescriptor {
        indicator: String,
        band: String,
    },
    /// The bands do not name the ratings, each once and in their order.
    BandOrder,
    BandHole {
        level: u8,
    },
    BandOverlap {
        level: u8,
    },
    NotIncreasing {
        what: String,
    },
    /// A list has the wrong length.
    Count {
        what: String,
        is: usize,
        wanted: usize,
    },
    /// A size is outside its limits, both inclusive.
    OutOfRange {
        what: String,
        is: usize,
        least: usize,
        most: usize,
    },
    /// Anchors do not run from 0 to 1.
    AnchorEnds,
    /// Two cuts lie so near that one composite could be near both.
    DecisionBandsMeet {
        cut: Exact,
    },
    /// A decision half width, or another amount, is below zero.
    Negative {
        what: String,
    },
    MissingMeasure {
        kind: String,
    },
    MissingGuide {
        kind: String,
    },
    AgendaSum {
        kind: String,
        length: Length,
        is: u32,
        wanted: u32,
    },
    WindowTurned {
        window: String,
    },
    WindowOrder {
        earlier: String,
        later: String,
    },
    MissingWindow {
        window: String,
    },
    /// `later` must lie at least `days` after `earlier`.
    DateOrder {
        earlier: String,
        later: String,
        days: i32,
        is: [Date; 2],
    },
    MissingTemplate {
        message: String,
        language: &'static str,
    },
    MissingSubject {
        message: String,
        language: &'static str,
    },
    UndeclaredField {
        message: String,
        language: &'static str,
        field: String,
    },
    MissingSituation {
        situation: String,
    },
    /// The pack that this one extends is not there, or another is.
    MissingBase {
        wanted: String,
        found: String,
    },
    /// An extending pack changes something that the pack below does not have.
    ExtendsNothing {
        key: String,
    },
    /// An extending pack changes a value and leaves it the source of the old one.
    SourceNotTold {
        key: String,
    },
    /// A counted date lies on the wrong side of what it counts from, or more than a year away.
    Offset {
        date: String,
        anchor: String,
        days: i32,
    },
    /// An offset counts from a date that the pack does not fix.
    AnchorMoves {
        anchor: String,
    },
    /// A checklist item that is neither due nor optional.
    NoDue {
        item: String,
    },
    MissingChecklist {
        list: String,
    },
    /// A strand says nothing, or twice, what a rating looks like.
    StrandColumns {
        strand: String,
        rating: String,
        is: usize,
    },
    /// A step of the ladder of support leads down.
    LadderTurned {
        step: String,
        next: String,
    },
    /// Not between 0 and 1.
    NotAShare {
        what: String,
    },
    /// Two places of the pack say different things.
    Disagree {
        what: String,
        here: String,
        there: String,
        place: String,
    },
    /// A decision near a cut would need no second reader.
    NoSecondReader,
    /// A value that no source settles is asked of the district by no question, or by several.
    NotAskedOnce {
        value: String,
        asked: usize,
    },
    /// Of a rating rule.
    Rule(crate::rule::Fault),
    MissingPage {
        page: String,
        language: &'static str,
    },
    /// Something that a page of the library cannot show.
    Misfit {
        what: String,
    },
    /// Not small letters, digits and hyphens.
    PageId {
        id: String,
    },
    NoAudience {
        page: String,
    },
}

impl Fault {
    /// What the pack's editor can do about it.
    pub fn mend(&self) -> String {
        match self {
            Self::Syntax(_) => "correct the line; strings stand in quotes, dates do not".into(),
            Self::MissingFile => "add the file".into(),
            Self::MissingKey { key } => format!("add `{key}`"),
            Self::UnknownKey { key } => format!("take `{key}` away, or correct its spelling"),
            Self::WrongType { wanted, .. } => format!("write {wanted}"),
            Self::UnknownChoice { allowed, .. } => format!("use one of {}", allowed.join(", ")),
            Self::UnknownId { value, .. } => format!("correct the id, or define {value}"),
            Self::Duplicate { id } => format!("keep one {id}"),
            Self::MissingText { language, .. } => format!("write the text in `{language}`"),
            Self::WeightsSum { .. } => {
                "change the weights of this column until they sum to 100".into()
            }
            Self::GrowthSum { .. } => {
                "change the growth weights of this column until they sum to 30".into()
            }
            Self::NoInfluence { .. } => "give the measure a weight above 0".into(),
            Self::CollectiveTooHeavy { most, .. } => format!("weigh it at most {most}"),
            Self::MissingDescriptor { indicator, band } => {
                format!("add a [[descriptor]] with indicator=\"{indicator}\" and band=\"{band}\"")
            }
            Self::BandOrder => "give one band for each rating, from the lowest".into(),
            Self::BandHole { level } => format!("let one band include level {level}"),
            Self::BandOverlap { level } => format!("let only one band include level {level}"),
            Self::NotIncreasing { .. } => "order the values from the lowest, each once".into(),
            Self::Count { wanted, .. } => format!("give {wanted} values"),
            Self::OutOfRange { least, most, .. } => format!("let it be {least} to {most}"),
            Self::AnchorEnds => "begin with 0 and end with 1".into(),
            Self::DecisionBandsMeet { .. } => {
                "narrow the half width, or move the cuts apart".into()
            }
            Self::Negative { .. } => "write 0 or more".into(),
            Self::MissingMeasure { kind } => format!("add one [[measure]] with kind=\"{kind}\""),
            Self::MissingGuide { kind } => format!("add a [[guide]] with kind=\"{kind}\""),
            Self::AgendaSum { .. } => {
                "change the minutes of the items, or the stated length".into()
            }
            Self::WindowTurned { .. } => "let it open before it closes".into(),
            Self::WindowOrder { earlier, later } => {
                format!("let {earlier} close before {later} opens")
            }
            Self::MissingWindow { window } => format!("add a [[window]] with id=\"{window}\""),
            Self::DateOrder {
                earlier,
                later,
                days,
                ..
            } => {
                format!("move {earlier} or {later}, at least {days} days apart in this order")
            }
            Self::MissingTemplate { message, language } => {
                format!("add messages/{message}.{language}.md")
            }
            Self::MissingSubject { .. } => "begin with `Subject: …` and an empty line".into(),
            Self::UndeclaredField { field, .. } => {
                format!("add {{ name=\"{field}\", class=…, required=… }} to the message's fields")
            }
            Self::MissingSituation { situation } => {
                format!("add a [[point]] with situation=\"{situation}\" and say=true")
            }
            Self::MissingBase { wanted, .. } => format!("put the pack {wanted} beside this one"),
            Self::ExtendsNothing { key } => {
                format!("correct {key}, or write `new = true` beside it")
            }
            Self::SourceNotTold { .. } => "add `known` and `source` of the new value".into(),
            Self::Offset { anchor, .. } => {
                format!("count the days on the other side of {anchor}, or closer to it")
            }
            Self::AnchorMoves { .. } => {
                "count from an anchor, or from a date that has a `date` of its own".into()
            }
            Self::NoDue { .. } => "add `due` with a date or window, or `optional = true`".into(),
            Self::MissingChecklist { list } => format!("add an [[item]] with list=\"{list}\""),
            Self::StrandColumns { rating, .. } => {
                format!("keep one [[strand.column]] with rating=\"{rating}\"")
            }
            Self::LadderTurned { step, next } => {
                format!("take {next} out of `leads_to`, or give it a rung not below {step}")
            }
            Self::NotAShare { .. } => "write a number from 0 to 1".into(),
            Self::Disagree { place, .. } => format!("let both say the same; the other is {place}"),
            Self::NoSecondReader => "write true: somebody else always confirms it".into(),
            Self::NotAskedOnce { value, .. } => {
                format!("let one [[question]] have {value:?} among its `values`")
            }
            Self::Rule(fault) => fault.mend(),
            Self::MissingPage { page, language } => {
                format!("add library/{page}.{language}.md with its text")
            }
            Self::Misfit { .. } => "a page has no HTML and no pictures, headings from ##, links to https, mailto or a path of the program, and directives that the pack answers, longer ones in a line of their own".into(),
            Self::PageId { .. } => "write it in small letters, digits and single hyphens".into(),
            Self::NoAudience { .. } => "name who reads it: everybody, teachers, evaluators, leaders, office".into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => write!(f, "not TOML: {message}"),
            Self::MissingFile => write!(f, "the file is missing"),
            Self::MissingKey { key } => write!(f, "`{key}` is missing"),
            Self::UnknownKey { key } => write!(f, "`{key}` means nothing here"),
            Self::WrongType { key, wanted } => write!(f, "`{key}` is not {wanted}"),
            Self::UnknownChoice { key, value, .. } => write!(f, "`{key}` cannot be {value:?}"),
            Self::UnknownId { key, value } => {
                write!(f, "`{key}` names {value:?}, which does not exist")
            }
            Self::Duplicate { id } => write!(f, "{id} stands here twice"),
            Self::MissingText { key, language } => write!(f, "`{key}` has no text in `{language}`"),
            Self::WeightsSum { column, is } => {
                write!(f, "the weights of {column} sum to {is}, not 100")
            }
            Self::GrowthSum { column, is } => {
                write!(f, "student growth has {is} points in {column}, not 30")
            }
            Self::NoInfluence { measure, column } => {
                write!(f, "{measure} has no influence in {column}")
            }
            Self::CollectiveTooHeavy { is, most } => {
                write!(
                    f,
                    "the collective measure has {is} points; the law allows {most}"
                )
            }
            Self::MissingDescriptor { indicator, band } => {
                write!(f, "{indicator} has no descriptor for {band}")
            }
            Self::BandOrder => write!(f, "the bands are not those of the ratings, in their order"),
            Self::BandHole { level } => write!(f, "no band includes level {level}"),
            Self::BandOverlap { level } => write!(f, "two bands include level {level}"),
            Self::NotIncreasing { what } => write!(f, "{what} do not increase"),
            Self::Count { what, is, wanted } => write!(f, "{what} has {is} values, not {wanted}"),
            Self::OutOfRange {
                what,
                is,
                least,
                most,
            } => write!(f, "{what} is of {is}, not of {least} to {most}"),
            Self::AnchorEnds => write!(f, "the anchors do not run from 0 to 1"),
            Self::DecisionBandsMeet { cut } => {
                write!(f, "the decision band at {cut} meets the one below it")
            }
            Self::Negative { what } => write!(f, "{what} is below 0"),
            Self::MissingMeasure { kind } => write!(f, "there is not one measure of kind {kind}"),
            Self::MissingGuide { kind } => write!(f, "there is no guide for {kind}"),
            Self::AgendaSum {
                kind,
                length,
                is,
                wanted,
            } => {
                write!(
                    f,
                    "the {} agenda of {kind} sums to {is} minutes, not {wanted}",
                    length.as_str()
                )
            }
            Self::WindowTurned { window } => write!(f, "{window} closes before it opens"),
            Self::WindowOrder { earlier, later } => {
                write!(f, "{later} opens before {earlier} has closed")
            }
            Self::MissingWindow { window } => write!(f, "there is no window {window}"),
            Self::DateOrder {
                earlier,
                later,
                days,
                is: [first, second],
            } => {
                write!(
                    f,
                    "{later} ({second}) lies less than {days} days after {earlier} ({first})"
                )
            }
            Self::MissingTemplate { message, language } => {
                write!(f, "{message} has no template in `{language}`")
            }
            Self::MissingSubject { message, language } => {
                write!(
                    f,
                    "the template of {message} in `{language}` has no subject or no body"
                )
            }
            Self::UndeclaredField {
                message,
                language,
                field,
            } => {
                write!(
                    f,
                    "the template of {message} in `{language}` uses `{field}`, which is not declared"
                )
            }
            Self::MissingSituation { situation } => write!(f, "{situation} has no talking points"),
            Self::MissingBase { wanted, found } if found.is_empty() => {
                write!(f, "{wanted}, which this pack extends, is not there")
            }
            Self::MissingBase { wanted, found } => {
                write!(f, "this pack extends {wanted}, and beside it is {found}")
            }
            Self::ExtendsNothing { key } => {
                write!(f, "{key} extends nothing: the pack below has no such thing")
            }
            Self::SourceNotTold { key } => {
                write!(f, "{key} changes and would keep the old value’s source")
            }
            Self::Offset { date, anchor, days } => {
                write!(f, "{date} cannot lie {days} days from {anchor}")
            }
            Self::AnchorMoves { anchor } => write!(f, "{anchor} is itself counted"),
            Self::NoDue { item } => write!(f, "{item} is due on no date"),
            Self::MissingChecklist { list } => write!(f, "the checklist of {list} has no item"),
            Self::StrandColumns { strand, rating, is } => {
                write!(
                    f,
                    "{strand} says {is} times what {rating} looks like, not once"
                )
            }
            Self::LadderTurned { step, next } => write!(f, "{step} leads down to {next}"),
            Self::NotAShare { what } => write!(f, "{what} does not lie between 0 and 1"),
            Self::Disagree {
                what, here, there, ..
            } => write!(f, "{what} is {here} here and {there} elsewhere"),
            Self::NoSecondReader => write!(f, "a decision near a cut would have no second reader"),
            Self::NotAskedOnce { value, asked } => {
                write!(
                    f,
                    "{value} is not settled, and {asked} questions ask about it"
                )
            }
            Self::Rule(fault) => fault.fmt(f),
            Self::MissingPage { page, language } => {
                write!(f, "the page {page} has no text in `{language}`")
            }
            Self::Misfit { what } => write!(f, "a page cannot show {what:?}"),
            Self::PageId { id } => write!(f, "{id:?} cannot be part of an address"),
            Self::NoAudience { page } => write!(f, "the page {page} has no readers"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.what, self.what.mend())
    }
}

impl std::error::Error for Problem {}
