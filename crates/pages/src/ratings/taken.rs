//! `/teachers/{teacher}/rating.pdf`: the rating with its sum, to take away.

use super::{load, print as paper};
use crate::fault::Fault;
use crate::history::{line::Names, press};
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::response::Response;
use letters::document::Section;

pub async fn print(visitor: Visitor, Path(teacher): Path<String>) -> Result<Response, Fault> {
    let loaded = load(&visitor, &teacher).await?;
    let record = &loaded.record;
    let Some(released) = &record.rating.released else {
        return Err(Fault::NotFound);
    };
    let (year, pack) = visitor.open_year()?;
    let pack = year.pack_of(record).unwrap_or(pack);
    let words = visitor.words;
    let names = Names::new(loaded.people.clone());
    let name = record.person.particulars.name.full();
    let title = words.with(
        "copy-rating-title",
        &[("name", name.into()), ("year", record.year.as_str().into())],
    );
    let mut document = paper::cover(&visitor, record, &names, title);
    let section = |key: &str, blocks| Section {
        heading: words.say(key),
        blocks,
    };
    document.sections = vec![
        section(
            "print-rating",
            paper::blocks(&visitor, pack, record, released, &names),
        ),
        section(
            "print-rationales",
            paper::rationales(&visitor, pack, record, &names),
        ),
        section("print-answers", paper::answers(&visitor, record, &names)),
    ];
    document
        .sections
        .retain(|section| !section.blocks.is_empty());
    let name = press::name_of(
        record.person.particulars.name.family_used(),
        record.year.as_str(),
    );
    press::print(words, document, &format!("rating-{name}.pdf")).await
}
