//! The files of an upload, in memory: the roster's zip, and HR's files as a zip or one by one.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::http::StatusCode;
use exchange::roster::Files;

/// The field of the roster's zip, and that of HR's files.
pub const ROSTER: &str = "roster";
pub const HR: &str = "hr";

/// How every zip begins (APPNOTE 4.3.7 and, for an empty one, 4.3.16).
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// What was sent, as it came.
pub struct Sent {
    roster: Vec<u8>,
    /// Name and bytes.
    hr: Vec<(String, Vec<u8>)>,
}

impl Sent {
    /// Unpacks what was sent; what is wrong with it becomes a problem of the reading.
    pub fn open(self) -> Files {
        let mut files = Files::from_zip(&self.roster);
        let mut single = vec![];
        for (name, bytes) in self.hr {
            if ZIP.iter().any(|mark| bytes.starts_with(mark)) {
                files = files.with(Files::from_zip(&bytes));
            } else {
                single.push((name, bytes));
            }
        }
        files.with(Files::from_entries(single))
    }
}

/// Why an upload cannot even be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NoFile,
    TooLarge,
    /// The sending broke off.
    Broken,
    /// The reading is not kept any more.
    Forgotten,
}

impl Wrong {
    pub fn status(self) -> StatusCode {
        match self {
            Self::NoFile | Self::Forgotten => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken => StatusCode::BAD_REQUEST,
        }
    }

    /// The last part of its key in the texts of an import.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoFile => "no-file",
            Self::TooLarge => "too-large",
            Self::Broken => "broken",
            Self::Forgotten => "forgotten",
        }
    }
}

impl From<MultipartError> for Wrong {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge
        } else {
            Self::Broken
        }
    }
}

/// Reads the form. Nothing of it touches the disk.
pub async fn files(multipart: Result<Multipart, MultipartRejection>) -> Result<Sent, Wrong> {
    let mut multipart = multipart.map_err(|_| Wrong::Broken)?;
    let mut sent = Sent {
        roster: vec![],
        hr: vec![],
    };
    while let Some(field) = multipart.next_field().await? {
        match field.name() {
            Some(ROSTER) => sent.roster = bytes(field).await?.1,
            Some(HR) => sent.hr.push(bytes(field).await?),
            _ => {}
        }
    }
    // A browser sends a nameless file of no bytes where none was chosen.
    sent.hr
        .retain(|(name, bytes)| !name.is_empty() || !bytes.is_empty());
    if sent.roster.is_empty() {
        Err(Wrong::NoFile)
    } else {
        Ok(sent)
    }
}

/// Reads a form with one file in this field: its name and bytes.
pub async fn one(
    multipart: Result<Multipart, MultipartRejection>,
    name: &str,
) -> Result<(String, Vec<u8>), Wrong> {
    let mut multipart = multipart.map_err(|_| Wrong::Broken)?;
    let mut sent = None;
    while let Some(field) = multipart.next_field().await? {
        if field.name() == Some(name) {
            sent = Some(bytes(field).await?);
        }
    }
    sent.filter(|(name, bytes)| !name.is_empty() || !bytes.is_empty())
        .ok_or(Wrong::NoFile)
}

async fn bytes(field: Field<'_>) -> Result<(String, Vec<u8>), Wrong> {
    let name = field.file_name().unwrap_or_default();
    // Some browsers of old send the whole path.
    let name = name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .to_owned();
    Ok((name, field.bytes().await?.to_vec()))
}
