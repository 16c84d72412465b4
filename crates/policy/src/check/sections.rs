//! What checklists, characteristics, decision guidance, the ladder of support, procedures and options refer to.

use super::Check;
use crate::school_year::ANCHORS;
use crate::{Checklist, Exact, Fault, When};

/// The longest offset of a counted date, in days: nothing is due more than a year from what it counts from.
const LONGEST: u32 = 366;

impl Check<'_> {
    /// An offset counts from a known day, stays within a year, and does not turn around what it is for: nothing is due
    /// before the first school day, and goals are in before the conversation that speaks of them (C103).
    pub(super) fn offsets(&self) {
        for date in &self.pack.dates {
            let When::Counted { anchor, days, .. } = &date.when else {
                continue;
            };
            let place = format!("date {}", date.id);
            let from = self.pack.date(anchor);
            let exists = ANCHORS.contains(&anchor.as_str()) || from.is_some();
            self.known(&place, "anchor", anchor, exists);
            if from.is_some_and(|from| from.fixed().is_none()) {
                let anchor = anchor.clone();
                self.note(&place, Fault::AnchorMoves { anchor });
            }
            let turned = match anchor.as_str() {
                "FSD" => *days < 0,
                "EOYC" => date.id == "CAL-SLO" && *days >= 0,
                _ => false,
            };
            if turned || days.unsigned_abs() > LONGEST {
                let what = Fault::Offset {
                    date: date.id.clone(),
                    anchor: anchor.clone(),
                    days: *days,
                };
                self.note(&format!("date {} days", date.id), what);
            }
        }
    }

    pub(super) fn checklists(&self) {
        let items = &self.pack.checklists;
        self.unique("checklist item", items.iter().map(|item| item.id.as_str()));
        for item in items {
            let place = format!("checklist item {} due", item.id);
            for due in &item.due {
                let exists = self.pack.date(due).is_some() || self.pack.window(due).is_some();
                self.known(&place, "due", due, exists);
            }
            if item.due.is_empty() && !item.optional {
                let what = Fault::NoDue {
                    item: item.id.clone(),
                };
                self.note(&format!("checklist item {}", item.id), what);
            }
        }
        if items.is_empty() {
            return;
        }
        for list in Checklist::ALL {
            if !items.iter().any(|item| item.list == list) {
                let list = list.as_str().to_owned();
                self.note("checklists.toml", Fault::MissingChecklist { list });
            }
        }
    }

    /// Each strand says what every rating looks like, once; renewal names strands that exist.
    pub(super) fn characteristics(&self) {
        let characteristics = &self.pack.characteristics;
        let strands = &characteristics.strands;
        self.unique("strand", strands.iter().map(|strand| strand.id.as_str()));
        for strand in strands {
            for column in &strand.columns {
                let exists = self.pack.rating.rating(&column.rating).is_some();
                let place = format!("strand {} {}", strand.id, column.rating);
                self.known(&place, "rating", &column.rating, exists);
            }
            for rating in &self.pack.rating.ratings {
                let columns = strand.columns.iter();
                let said = columns.filter(|column| column.rating == rating.id).count();
                if said != 1 {
                    let what = Fault::StrandColumns {
                        strand: strand.id.clone(),
                        rating: rating.id.clone(),
                        is: said,
                    };
                    self.note(&format!("strand {}", strand.id), what);
                }
            }
        }
        for term in &characteristics.renewal {
            for strand in &term.strands {
                let exists = characteristics.strand(strand).is_some();
                let place = format!("renewal {}", term.strands.join(" "));
                self.known(&place, "strands", strand, exists);
            }
        }
        if let Some(fit) = &characteristics.fit
            && fit.mean_within.is_negative()
        {
            let what = "the distance of the mean".to_owned();
            self.note("profile fit", Fault::Negative { what });
        }
    }

    pub(super) fn decisions(&self) {
        let points = self.pack.decisions.iter().flat_map(|it| &it.points);
        self.unique("decision point", points.map(|point| point.id.as_str()));
        let guidance = self.pack.decisions.as_ref();
        if guidance.is_some_and(|it| !it.second_reader.value) {
            self.note("second reader", Fault::NoSecondReader);
        }
    }

    /// The ladder climbs: a step leads to its own rung or higher; a plan's shortest time is the clock that the year
    /// leaves it (C3627).
    pub(super) fn supports(&self) {
        let Some(supports) = &self.pack.supports else {
            return;
        };
        let ids = supports.steps.iter().map(|step| format!("{} id", step.id));
        let ids: Vec<_> = ids.collect();
        self.unique("support step", ids.iter().map(String::as_str));
        for step in &supports.steps {
            let place = |key: &str| format!("support step {} {key}", step.id);
            self.clocks(&place("clocks"), &step.clocks);
            self.classes(&place("classes"), &step.classes);
            self.opens(&place("procedure"), step.procedure.as_deref());
            for next in &step.leads_to {
                let found = supports.step(next);
                self.known(&place("leads_to"), "leads_to", next, found.is_some());
                if found.is_some_and(|next| next.rung < step.rung) {
                    let what = Fault::LadderTurned {
                        step: step.id.clone(),
                        next: next.clone(),
                    };
                    self.note(&place("leads_to"), what);
                }
            }
        }
        let plan = &supports.plan;
        let outcomes = plan.outcomes.iter().map(|outcome| outcome.id.as_str());
        self.unique("plan outcome", outcomes);
        if plan.delivered_min.value > Exact::one() || plan.delivered_min.is_negative() {
            let what = "the share of support that was given".to_owned();
            self.note("plan delivered", Fault::NotAShare { what });
        }
        let running = self.pack.date("CAL-PLAN-RUN").map(|date| &date.when);
        if let Some(When::Counted { days, .. }) = running
            && u32::try_from(*days) != Ok(plan.days_min.value)
        {
            let what = Fault::Disagree {
                what: "the shortest support plan".to_owned(),
                here: plan.days_min.to_string(),
                there: days.to_string(),
                place: "date CAL-PLAN-RUN".to_owned(),
            };
            self.note("plan days", what);
        }
    }

    pub(super) fn procedures(&self) {
        let procedures = &self.pack.procedures;
        self.unique("procedure", procedures.iter().map(|it| it.id.as_str()));
        for procedure in procedures {
            let id = &procedure.id;
            self.classes(&format!("procedure {id} classes"), &procedure.classes);
            if procedure.steps.is_empty() {
                let what = Fault::Count {
                    what: format!("the procedure {id}"),
                    is: 0,
                    wanted: 1,
                };
                self.note(&format!("procedure {id}"), what);
            }
            for (kind, ids) in [
                (
                    "step",
                    procedure.steps.iter().map(|it| &it.id).collect::<Vec<_>>(),
                ),
                (
                    "ground",
                    procedure
                        .grounds
                        .iter()
                        .chain(&procedure.outcomes)
                        .map(|it| &it.id)
                        .collect(),
                ),
            ] {
                let ids: Vec<_> = ids.iter().map(|step| format!("{id} {step}")).collect();
                let ids = ids.iter().map(String::as_str);
                self.unique(&format!("procedure {kind}"), ids);
            }
            for step in &procedure.steps {
                let place = format!("procedure step {id} {} clocks", step.id);
                self.clocks(&place, &step.clocks);
            }
        }
        let ids = self.pack.options.iter().map(|it| format!("{} id", it.id));
        let ids: Vec<_> = ids.collect();
        self.unique("option", ids.iter().map(String::as_str));
        for option in &self.pack.options {
            let place = |key: &str| format!("option {} {key}", option.id);
            self.clocks(&place("clocks"), &option.clocks);
            self.classes(&place("classes"), &option.classes);
            self.opens(&place("procedure"), option.procedure.as_deref());
        }
    }

    fn clocks(&self, place: &str, clocks: &[String]) {
        for clock in clocks {
            self.known(place, "clocks", clock, self.pack.date(clock).is_some());
        }
    }

    fn classes(&self, place: &str, classes: &[String]) {
        for class in classes {
            self.known(place, "classes", class, self.pack.class(class).is_some());
        }
    }

    fn opens(&self, place: &str, procedure: Option<&str>) {
        if let Some(id) = procedure {
            self.known(place, "procedure", id, self.pack.procedure(id).is_some());
        }
    }
}
