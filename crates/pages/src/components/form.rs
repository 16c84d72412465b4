//! Forms. Each carries a token that the record accepts once, and the version that the page showed.

use maud::{Markup, html};

/// What makes a form safe to send twice and to send late.
#[derive(Clone, Debug, Default)]
pub struct FormKey {
    /// Unique for this showing of the form; sent as `form_token`.
    pub token: String,
    /// The version of the stream that the page showed; sent as `version`.
    pub version: Option<u64>,
}

/// A form that is posted; works without scripts, and is sent once only.
pub fn form(action: &str, key: &FormKey, body: Markup) -> Markup {
    html! {
        form method="post" action=(action) data-once {
            (hidden_key(key))
            (body)
        }
    }
}

/// A form that carries files.
pub fn form_with_files(action: &str, key: &FormKey, body: Markup) -> Markup {
    html! {
        form method="post" action=(action) enctype="multipart/form-data" data-once {
            (hidden_key(key))
            (body)
        }
    }
}

/// A hidden value.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

fn hidden_key(key: &FormKey) -> Markup {
    html! {
        (hidden("form_token", &key.token))
        @if let Some(version) = key.version { (hidden("version", &version.to_string())) }
    }
}
