//! Directives: `{{…}}` in a page stands for values of the pack, in the reader's language and always as they are.

use crate::{
    Checklist, Concern, ConversationKind, Deadline, Decision, Guide, OptionSide, Pack, Procedure,
    SITUATIONS, Supports, Window,
};

/// What a directive stands for, found in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Directive<'a> {
    /// `{{window mid_year}}`: both days of a window.
    Window(&'a Window),
    /// `{{opens mid_year}}`
    Opens(&'a Window),
    /// `{{closes mid_year}}`
    Closes(&'a Window),
    /// `{{date CAL-NR}}`: a fixed date, or how it is counted.
    Date(&'a Deadline),
    /// `{{dates}}`: every window and fixed date of the year.
    Dates,
    /// `{{weights}}`: the measures with and without a survey.
    Weights,
    /// `{{levels}}`: the scale of indicators and its bands.
    Levels,
    /// `{{indicators}}`
    Indicators,
    /// `{{agenda mid_year}}`: the items of a conversation with their minutes.
    Agenda(&'a Guide),
    /// `{{before mid_year}}`: what each side does before.
    Before(&'a Guide),
    /// `{{after mid_year}}`
    After(&'a Guide),
    /// `{{say losing_np}}`: talking points of a situation.
    Say(&'static str),
    /// `{{rationale points}}`
    RationalePoints,
    /// `{{rationale instruction}}`, `{{rationale professionalism}}`: examples of both kinds.
    RationaleExamples(Concern),
    /// `{{letters}}`: the letters of the year.
    Letters,
    /// `{{checklist teacher}}`: what is to be done, when it is ticked, and by when.
    Checklist(Checklist),
    /// `{{characteristics}}`: what each rating looks like over a year, strand by strand.
    Characteristics,
    /// `{{decisions renewal}}`: what to weigh and what must not count.
    Decisions(Decision),
    /// `{{ladder}}`: the steps of support.
    Ladder(&'a Supports),
    /// `{{plan}}`: what makes a support plan count.
    Plan(&'a Supports),
    /// `{{procedure appeal}}`: steps with their clocks, grounds, outcomes.
    Procedure(&'a Procedure),
    /// `{{options teacher}}`: what somebody can do.
    Options(OptionSide),
}

/// Kinds of decision as directives name them.
const DECISIONS: [(&str, Decision); 4] = [
    ("band", Decision::Band),
    ("instruction", Decision::Instruction),
    ("professionalism", Decision::Professionalism),
    ("renewal", Decision::Renewal),
];

impl<'a> Directive<'a> {
    /// What stands between the braces, resolved; `None` where the pack has no such thing.
    pub fn read(inside: &str, pack: &'a Pack) -> Option<Self> {
        let mut words = inside.split_whitespace();
        let (name, of) = (words.next()?, words.next());
        if words.next().is_some() {
            return None;
        }
        let guide = |of: &str| {
            let kind = ConversationKind::GUIDED
                .into_iter()
                .find(|kind| kind.as_str() == of)?;
            pack.guide(kind)
        };
        match (name, of) {
            ("window", Some(id)) => pack.window(id).map(Self::Window),
            ("opens", Some(id)) => pack.window(id).map(Self::Opens),
            ("closes", Some(id)) => pack.window(id).map(Self::Closes),
            ("date", Some(id)) => pack.date(id).map(Self::Date),
            ("dates", None) => Some(Self::Dates),
            ("weights", None) => Some(Self::Weights),
            ("levels", None) => Some(Self::Levels),
            ("indicators", None) => Some(Self::Indicators),
            ("agenda", Some(kind)) => guide(kind).map(Self::Agenda),
            ("before", Some(kind)) => guide(kind).map(Self::Before),
            ("after", Some(kind)) => guide(kind).map(Self::After),
            ("say", Some(id)) => SITUATIONS
                .into_iter()
                .find(|known| *known == id)
                .map(Self::Say),
            ("rationale", Some("points")) => Some(Self::RationalePoints),
            ("rationale", Some("instruction")) => {
                Some(Self::RationaleExamples(Concern::Instruction))
            }
            ("rationale", Some("professionalism")) => {
                Some(Self::RationaleExamples(Concern::Professionalism))
            }
            ("letters", None) => Some(Self::Letters),
            ("checklist", Some(list)) => Checklist::ALL
                .into_iter()
                .find(|known| known.as_str() == list)
                .filter(|list| pack.checklists.iter().any(|item| item.list == *list))
                .map(Self::Checklist),
            ("characteristics", None) => {
                (!pack.characteristics.strands.is_empty()).then_some(Self::Characteristics)
            }
            ("decisions", Some(about)) => {
                let (_, about) = DECISIONS.into_iter().find(|(name, _)| *name == about)?;
                pack.decisions.as_ref().map(|_| Self::Decisions(about))
            }
            ("ladder", None) => pack.supports.as_ref().map(Self::Ladder),
            ("plan", None) => pack.supports.as_ref().map(Self::Plan),
            ("procedure", Some(id)) => pack.procedure(id).map(Self::Procedure),
            ("options", Some("teacher")) => Some(Self::Options(OptionSide::Teacher)),
            ("options", Some("leader")) => Some(Self::Options(OptionSide::Leader)),
            _ => None,
        }
    }

    /// Stands in a line of its own; the others stand within a sentence.
    pub fn is_block(&self) -> bool {
        !matches!(
            self,
            Self::Window(_) | Self::Opens(_) | Self::Closes(_) | Self::Date(_)
        )
    }
}

/// Every directive that this pack can answer, as it is written, for whoever edits a page.
pub fn directives(pack: &Pack) -> Vec<String> {
    let mut all: Vec<String> = pack
        .windows
        .iter()
        .map(|window| format!("window {}", window.id))
        .collect();
    all.extend(pack.dates.iter().map(|date| format!("date {}", date.id)));
    for kind in ConversationKind::GUIDED {
        for part in ["agenda", "before", "after"] {
            all.push(format!("{part} {}", kind.as_str()));
        }
    }
    all.extend(SITUATIONS.map(|situation| format!("say {situation}")));
    all.extend(Checklist::ALL.map(|list| format!("checklist {}", list.as_str())));
    all.extend(DECISIONS.map(|(about, _)| format!("decisions {about}")));
    let procedures = pack.procedures.iter();
    all.extend(procedures.map(|procedure| format!("procedure {}", procedure.id)));
    all.extend(
        [
            "characteristics",
            "ladder",
            "plan",
            "options teacher",
            "options leader",
            "rationale points",
            "rationale instruction",
            "rationale professionalism",
            "dates",
            "weights",
            "levels",
            "indicators",
            "letters",
        ]
        .map(str::to_owned),
    );
    all.retain(|inside| Directive::read(inside, pack).is_some());
    all.iter()
        .map(|inside| format!("{{{{{inside}}}}}"))
        .collect()
}
