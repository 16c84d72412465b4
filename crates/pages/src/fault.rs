//! What went wrong with a request, and the page that says so. A handler returns a [`Fault`]; the frame around all
//! handlers turns it into a page in the reader's language.

use crate::typed::Unreadable;
use access::Denied;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::Refusal;

/// Why there is no page.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It does not exist, or the reader may not know of it: 404, and a line in the log.
    NotFound,
    /// The reader may see it and not do this: 403.
    Forbidden,
    /// A form or a request that another site's page sent: 403.
    OtherOrigin,
    /// A rule stands in the way and the handler has no form to show it in: 422.
    Refused(Refusal),
    /// Somebody changed it since the page was made: 409.
    Changed(record::Changed),
    /// Nobody is signed in: pages lead to sign-in, scripts get 401.
    SignedOut,
    /// A field cannot be read, which our own forms never send: 400.
    Unreadable,
    TooLarge,
    TooBusy,
    /// Ours; the text is for the log.
    Broken(String),
}

impl Fault {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Changed(_) => StatusCode::CONFLICT,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooBusy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<record::Fault> for Fault {
    fn from(fault: record::Fault) -> Self {
        match fault {
            record::Fault::Denied(denied) => denied.into(),
            record::Fault::Refused(refusal) => Self::Refused(refusal),
            record::Fault::Changed(changed) => Self::Changed(changed),
            record::Fault::TooBusy => Self::TooBusy,
            record::Fault::Broken(error) => Self::Broken(error),
        }
    }
}

impl From<record::Error> for Fault {
    fn from(error: record::Error) -> Self {
        record::Fault::from(error).into()
    }
}

impl From<Denied> for Fault {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotKnown => Self::NotFound,
            Denied::NotAllowed => Self::Forbidden,
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Unreadable> for Fault {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
