//! The schools and departments of a file: matched by sourcedId, else by their number; checked for parents.

use super::file::{Mode, RosterFile, SchoolRow};
use super::identity::NAMESPACE;
use super::plan::{SchoolLine, Work};
use super::problem::ProblemKind;
use crate::id::{Kind, SchoolId, Stream};
use crate::people::Directory;
use crate::people::school::{Event, SchoolParticulars};
use crate::thing;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Schools by the sourcedId that rows of this import may use.
pub(super) type BySource = BTreeMap<String, SchoolId>;

/// Plans the schools and says which sourcedIds roles may point to.
pub(super) fn plan(file: &RosterFile, work: &mut Work) -> BySource {
    let table = &file.schools;
    let gone: BTreeSet<&str> = table
        .gone
        .iter()
        .map(|gone| gone.source_id.as_str())
        .collect();
    let mut by_source = BySource::new();
    if table.mode != Mode::Bulk {
        for (id, school) in work
            .after
            .schools
            .iter()
            .filter(|(_, school)| school.ended.is_none())
        {
            if !gone.contains(school.particulars.source_id.as_str()) {
                by_source.insert(school.particulars.source_id.clone(), *id);
            }
        }
    }
    let ids = find(&table.rows, &work.after);
    by_source.extend(
        table
            .rows
            .iter()
            .zip(&ids)
            .map(|(row, id)| (row.source_id.clone(), *id)),
    );
    parents(&table.rows, &by_source, work);
    for (row, id) in table.rows.iter().zip(&ids) {
        let particulars = SchoolParticulars {
            name: row.name.clone(),
            kind: row.kind,
            source_id: row.source_id.clone(),
            identifier: row.identifier.clone(),
        };
        let line = SchoolLine {
            id: *id,
            name: row.name.clone(),
            source_id: row.source_id.clone(),
        };
        match work.after.schools.get(id) {
            None => {
                work.schools_added.push(line);
                happen(
                    work,
                    *id,
                    Event::Entered {
                        id: *id,
                        particulars,
                    },
                );
            }
            Some(known) if known.particulars != particulars || known.ended.is_some() => {
                if known.particulars.name != particulars.name {
                    work.schools_renamed.push(line);
                }
                work.schools_changed += 1;
                happen(work, *id, Event::Changed { particulars });
            }
            Some(_) => {}
        }
    }
    let here: BTreeSet<SchoolId> = ids.into_iter().collect();
    let ended: Vec<(SchoolId, SchoolLine)> = work
        .after
        .schools
        .iter()
        .filter(|(id, school)| {
            let taken_away = match table.mode {
                Mode::Bulk => true,
                _ => gone.contains(school.particulars.source_id.as_str()),
            };
            taken_away && school.ended.is_none() && !here.contains(id)
        })
        .map(|(id, school)| {
            let says = &school.particulars;
            (
                *id,
                SchoolLine {
                    id: *id,
                    name: says.name.clone(),
                    source_id: says.source_id.clone(),
                },
            )
        })
        .collect();
    for (id, line) in ended {
        work.schools_ended.push(line);
        happen(work, id, Event::Ended { on: work.today });
    }
    let known: BTreeSet<&str> = work
        .before
        .schools
        .values()
        .map(|school| school.particulars.source_id.as_str())
        .collect();
    for gone in table
        .gone
        .iter()
        .filter(|gone| !known.contains(gone.source_id.as_str()))
    {
        work.problems.tell(
            ProblemKind::DeletedUnknown,
            "orgs.csv",
            gone.line,
            "sourcedId",
            &gone.source_id,
        );
    }
    by_source
}

fn happen(work: &mut Work, id: SchoolId, event: Event) {
    work.happen(Stream::of(Kind::School, id), thing::Event::School(event));
}

fn find(rows: &[SchoolRow], directory: &Directory) -> Vec<SchoolId> {
    let mut by_source: BTreeMap<&str, SchoolId> = BTreeMap::new();
    let mut by_number: BTreeMap<_, Vec<SchoolId>> = BTreeMap::new();
    for (id, school) in &directory.schools {
        let says = &school.particulars;
        by_source.insert(&says.source_id, *id);
        by_number
            .entry((says.kind as u8, says.identifier.as_str()))
            .or_default()
            .push(*id);
    }
    let mut numbers: BTreeMap<_, u32> = BTreeMap::new();
    for row in rows {
        *numbers
            .entry((row.kind as u8, row.identifier.as_str()))
            .or_default() += 1;
    }
    let mut claimed: BTreeSet<SchoolId> = rows
        .iter()
        .filter_map(|row| by_source.get(row.source_id.as_str()).copied())
        .collect();
    let mut id_of = |row: &SchoolRow| {
        if let Some(id) = by_source.get(row.source_id.as_str()) {
            return *id;
        }
        let number = (row.kind as u8, row.identifier.as_str());
        let same_number = by_number
            .get(&number)
            .filter(|ids| !row.identifier.is_empty() && ids.len() == 1);
        if let Some(id) = same_number
            .map(|ids| ids[0])
            .filter(|id| numbers[&number] == 1 && claimed.insert(*id))
        {
            return id;
        }
        SchoolId(Uuid::new_v5(
            &NAMESPACE,
            format!("school:{}", row.source_id).as_bytes(),
        ))
    };
    rows.iter().map(&mut id_of).collect()
}

fn parents(rows: &[SchoolRow], by_source: &BySource, work: &mut Work) {
    let parent_of: BTreeMap<&str, &str> = rows
        .iter()
        .map(|row| (row.source_id.as_str(), row.parent.as_str()))
        .collect();
    for row in rows.iter().filter(|row| !row.parent.is_empty()) {
        if !by_source.contains_key(&row.parent) {
            work.problems.tell(
                ProblemKind::ParentUnknown,
                "orgs.csv",
                row.line,
                "parentSourcedId",
                &row.parent,
            );
            continue;
        }
        let mut above = row.parent.as_str();
        for _ in 0..=rows.len() {
            if above == row.source_id {
                work.problems.tell(
                    ProblemKind::ParentCircle,
                    "orgs.csv",
                    row.line,
                    "parentSourcedId",
                    &row.parent,
                );
                break;
            }
            match parent_of.get(above) {
                Some(next) if !next.is_empty() => above = next,
                _ => break,
            }
        }
    }
}
