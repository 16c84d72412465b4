//! The toolkit in the lived year.

use super::Life;
use crate::larkspur::{self, year};
use domain::{Command, Stream};

/// The file beside a page of the library.
const FORM: &[u8] = b"%PDF-1.7 A form to fill in.";

/// The digest of the file beside the published page of the library.
pub fn form() -> String {
    domain::library::digest(FORM)
}

impl Life {
    /// One page was published with a file beside it; another waits for a second reader.
    pub(super) async fn library(&self) {
        let author = self.person("Quintero");
        let actor = self.larkspur.record.actor(author).await.unwrap();
        let pack = larkspur::pack();
        for (id, title) in [
            ("disagreeing", "Ways to disagree"),
            ("rationale-samples", "Samples of rationale statements"),
        ] {
            let stream = Stream::library(&year(), id);
            let file = self
                .larkspur
                .record
                .keep_file(&actor, &stream, "Form.pdf", FORM.to_vec())
                .await
                .unwrap();
            let mut page = domain::library::of_pack(pack.pack().unwrap(), id).unwrap();
            page.title.en = title.into();
            page.files = vec![file];
            let propose = domain::library::Command::Propose {
                year: year(),
                page: id.into(),
                change: domain::library::Change::Page(Box::new(page)),
                reason: "A shorter title, and the form.".into(),
                names_seen: false,
            };
            self.order(author, &stream, Command::Library(propose)).await;
        }
        let publish = Command::Library(domain::library::Command::Publish);
        self.order(
            self.larkspur.administrator,
            &Stream::library(&year(), "disagreeing"),
            publish,
        )
        .await;
    }
}
