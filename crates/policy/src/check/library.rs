//! The library: topics, readers and places exist, and each page can be shown.

use super::Check;
use crate::load::library_path;
use crate::{Fault, PLACES, is_page_id, misfits};

impl Check<'_> {
    pub(super) fn library(&self) {
        let library = &self.pack.library;
        self.unique(
            "library topic",
            library.topics.iter().map(|topic| topic.id.as_str()),
        );
        let ids: Vec<_> = library
            .pages
            .iter()
            .map(|page| format!("{} id", page.id))
            .collect();
        self.unique("library page", ids.iter().map(String::as_str));
        for page in &library.pages {
            let place = |key: &str| format!("library page {} {key}", page.id);
            if !is_page_id(&page.id) {
                let id = page.id.clone();
                self.note(&place("id"), Fault::PageId { id });
            }
            let topic = library.topic(&page.topic).is_some();
            self.known(&place("topic"), "topic", &page.topic, topic);
            if page.audience.is_empty() {
                let page = page.id.clone();
                self.note(&place("audience"), Fault::NoAudience { page });
            }
            for needed in &page.needed_in {
                let exists = PLACES.contains(&needed.as_str());
                self.known(&place("needed_in"), "needed_in", needed, exists);
            }
            for (language, text) in [("en", &page.body.en), ("es", &page.body.es)] {
                for misfit in misfits(text, self.pack) {
                    let what = Fault::Misfit { what: misfit.what };
                    let path = library_path(&page.id, language);
                    self.findings.note(&path, Some(misfit.line), what);
                }
            }
        }
    }
}
