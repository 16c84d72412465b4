//! Pages as readers find them: what the office published, else what the pack says.

use super::{Entry, Page};
use crate::id::PersonId;
use jiff::civil::Date;
use policy::{Known, Pack};
use std::collections::BTreeMap;

/// A page as it is shown now.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub id: String,
    pub page: Page,
    pub needed_in: Vec<String>,
    pub origin: Origin,
    /// 1 for the pack's own text, one more with each publication.
    pub version: usize,
}

/// Where a page's text comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    Pack {
        known: Known,
        source: String,
    },
    /// The office's own text, with who published it and when.
    Office {
        by: PersonId,
        on: Date,
    },
}

/// Every page of a year, in the pack's order; the office's own pages follow by their titles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    pub pages: Vec<Shown>,
}

impl Shelf {
    pub fn page(&self, id: &str) -> Option<&Shown> {
        self.pages.iter().find(|shown| shown.id == id)
    }
}

/// The page of this id as it is shown now; `None` where there is none yet.
pub(super) fn current(pack: &Pack, id: &str, entry: Option<&Entry>) -> Option<Shown> {
    let of_pack = pack.library.page(id);
    let needed_in = of_pack.map_or_else(Vec::new, |page| page.needed_in.clone());
    let version = entry.map_or(0, |entry| entry.versions.len()) + 1;
    if let Some((published, page)) = entry.and_then(Entry::published) {
        return Some(Shown {
            id: id.to_owned(),
            page: page.clone(),
            needed_in,
            origin: Origin::Office {
                by: published.published_by,
                on: published.on,
            },
            version,
        });
    }
    let found = of_pack?;
    Some(Shown {
        id: id.to_owned(),
        page: self::of_pack(pack, id)?,
        needed_in,
        origin: Origin::Pack {
            known: found.known,
            source: found.source.clone(),
        },
        version,
    })
}

/// The pack's own page.
pub fn of_pack(pack: &Pack, id: &str) -> Option<Page> {
    let found = pack.library.page(id)?;
    Some(Page {
        topic: found.topic.clone(),
        title: found.title.clone(),
        summary: found.summary.clone(),
        body: found.body.clone(),
        audience: found.audience.clone(),
        files: vec![],
    })
}

/// Every page of a year from its pack and what happened to its pages.
pub fn shelf(pack: &Pack, entries: &BTreeMap<String, Entry>) -> Shelf {
    let of_pack = pack
        .library
        .pages
        .iter()
        .filter_map(|page| current(pack, &page.id, entries.get(&page.id)));
    let mut own: Vec<Shown> = entries
        .iter()
        .filter(|(id, _)| pack.library.page(id).is_none())
        .filter_map(|(id, entry)| current(pack, id, Some(entry)))
        .collect();
    own.sort_by(|a, b| (&a.page.title.en, &a.id).cmp(&(&b.page.title.en, &b.id)));
    Shelf {
        pages: of_pack.chain(own).collect(),
    }
}
