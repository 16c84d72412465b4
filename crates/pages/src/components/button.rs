//! Buttons. `button_main` once a page, named by its verb; the others outlined; plain for a way out.
//! A link that looks like a button goes somewhere; a button sends the form that it stands in.

use maud::{Markup, Render, html};

/// Sends the form.
pub fn button(text: impl Render) -> Markup {
    html! { button.btn type="submit" { (text) } }
}

/// Sends the form; the page's one main action.
pub fn button_main(text: impl Render) -> Markup {
    html! { button.btn.btn-main type="submit" { (text) } }
}

/// Sends the form; looks like a link.
pub fn button_plain(text: impl Render) -> Markup {
    html! { button.btn.btn-plain type="submit" { (text) } }
}

/// Sends the form with a name and a value, where a form has several ends.
pub fn button_named(name: &str, value: &str, text: impl Render) -> Markup {
    html! { button.btn type="submit" name=(name) value=(value) { (text) } }
}

/// Sends the form with a name and a value; the page's one main action among several ends.
pub fn button_main_named(name: &str, value: &str, text: impl Render) -> Markup {
    html! { button.btn.btn-main type="submit" name=(name) value=(value) { (text) } }
}

/// Goes somewhere.
pub fn link_button(href: &str, text: impl Render) -> Markup {
    html! { a.btn href=(href) { (text) } }
}

/// Goes somewhere; the page's one main action.
pub fn link_main(href: &str, text: impl Render) -> Markup {
    html! { a.btn.btn-main href=(href) { (text) } }
}

/// Goes somewhere; a way out.
pub fn link_plain(href: &str, text: impl Render) -> Markup {
    html! { a.btn.btn-plain href=(href) { (text) } }
}

/// Buttons side by side.
pub fn acts(buttons: impl IntoIterator<Item = Markup>) -> Markup {
    html! { div.acts { @for button in buttons { (button) } } }
}
