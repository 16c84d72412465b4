//! The Fluent files of each language: embedded, parsed once, asked by key.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rust_embed::Embed;
use unic_langid::{LanguageIdentifier, langid};

use crate::{Language, Value};

#[derive(Embed)]
#[folder = "../../text"]
#[include = "*.ftl"]
struct Files;

/// Path and content of each file of a language, in the order of their names.
pub(crate) fn sources(language: Language) -> impl Iterator<Item = (String, String)> {
    let folder = format!("{}/", language.tag());
    let mut paths: Vec<String> = Files::iter()
        .map(|path| path.into_owned())
        .filter(|path| path.starts_with(&folder))
        .collect();
    paths.sort();
    paths.into_iter().filter_map(|path| {
        let file = Files::get(&path)?;
        let source = String::from_utf8_lossy(&file.data).into_owned();
        Some((path, source))
    })
}

pub(crate) fn exists(language: Language, key: &str) -> bool {
    bundle(language).has_message(key)
}

pub(crate) fn format(language: Language, key: &str, values: &[(&str, Value<'_>)]) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return missing(language, key, "there is no such text");
    };
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, value.fluent());
    }
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    if errors.is_empty() {
        return said;
    }
    let reasons: Vec<String> = errors.iter().map(ToString::to_string).collect();
    missing(language, key, &reasons.join("; "))
}

/// A gap in the texts: found in tests, survived in use.
fn missing(language: Language, key: &str, reason: &str) -> String {
    if cfg!(debug_assertions) {
        panic!("text {key:?} in {}: {reason}", language.tag());
    }
    tracing::error!(key, language = language.tag(), reason, "text is missing");
    key.to_owned()
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static ES: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match language {
        Language::En => EN.get_or_init(|| load(Language::En, langid!("en-US"))),
        Language::Es => ES.get_or_init(|| load(Language::Es, langid!("es-US"))),
    }
}

/// A file with a mistake gives what can be read of it; the tests of this crate name the mistake.
fn load(language: Language, locale: LanguageIdentifier) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolation marks would show up in plain-text letters and break searches for names.
    bundle.set_use_isolating(false);
    for (path, source) in sources(language) {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, errors)| {
            for error in errors {
                tracing::error!(path, %error, "text cannot be read");
            }
            partial
        });
        if let Err(errors) = bundle.add_resource(resource) {
            for error in errors {
                tracing::error!(path, %error, "text stands twice");
            }
        }
    }
    bundle
}
