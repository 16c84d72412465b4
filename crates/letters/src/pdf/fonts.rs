//! The fonts that a document may be set in: those built in (Libertinus Serif and its companions,
//! which know Latin, Greek and Cyrillic), and Debian's Noto fonts where the system has them, for
//! the names of everybody else on the roster.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

/// Where Debian puts them.
const FOLDERS: [&str; 2] = [
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/opentype/noto",
];

/// Known faces; a face of a file is read when a text first needs it.
pub struct Fonts {
    book: LazyHash<FontBook>,
    faces: Vec<Face>,
}

enum Face {
    BuiltIn(Font),
    File {
        path: PathBuf,
        index: u32,
        font: OnceLock<Option<Font>>,
    },
}

impl Fonts {
    /// The built-in fonts alone.
    #[must_use]
    pub fn built_in() -> Self {
        Self::with_folders(&[])
    }

    /// The built-in fonts and every face in these folders, in the order of their names. A folder
    /// that is not there, or a file that is no font, is passed over.
    #[must_use]
    pub fn with_folders(folders: &[&Path]) -> Self {
        let mut book = FontBook::new();
        let mut faces = Vec::new();
        for data in typst_assets::fonts() {
            for font in Font::iter(Bytes::new(data)) {
                book.push(font.info().clone());
                faces.push(Face::BuiltIn(font));
            }
        }
        for path in folders.iter().flat_map(|folder| font_files(folder)) {
            let Ok(data) = std::fs::read(&path) else {
                continue;
            };
            for (index, info) in (0_u32..).zip(FontInfo::iter(&data)) {
                book.push(info);
                faces.push(Face::File {
                    path: path.clone(),
                    index,
                    font: OnceLock::new(),
                });
            }
        }
        Fonts {
            book: LazyHash::new(book),
            faces,
        }
    }

    /// The built-in fonts and Debian's Noto fonts, looked up once in the life of the program. The
    /// first call reads the folders; a server makes it before its first request.
    pub fn of_system() -> &'static Self {
        static FONTS: LazyLock<Fonts> =
            LazyLock::new(|| Fonts::with_folders(&FOLDERS.map(Path::new)));
        &FONTS
    }

    /// Whether some face has a shape for this character, or it needs none.
    #[must_use]
    pub fn sets(&self, c: char) -> bool {
        if is_shapeless(c) {
            return true;
        }
        !is_private(c)
            && (0..self.faces.len())
                .filter_map(|index| self.book.info(index))
                .any(|info| info.coverage.contains(u32::from(c)))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        match self.faces.get(index)? {
            Face::BuiltIn(font) => Some(font.clone()),
            Face::File { path, index, font } => font
                .get_or_init(|| Font::new(Bytes::new(std::fs::read(path).ok()?), *index))
                .clone(),
        }
    }
}

/// By name, so that the choice among faces is the same each time. Colour fonts are left out: their
/// glyphs are pictures, which PDF/UA wants described.
fn font_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let kind = path.extension().and_then(|kind| kind.to_str());
            let name = path.file_name().and_then(|name| name.to_str());
            matches!(kind, Some("ttf" | "otf" | "ttc"))
                && name.is_some_and(|name| !name.contains("ColorEmoji"))
        })
        .collect();
    files.sort();
    files
}

/// Spaces, controls, and what Unicode lets a renderer ignore: joiners, marks of direction, variation
/// selectors, the soft hyphen (Unicode, `Default_Ignorable_Code_Point`).
fn is_shapeless(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Code points without agreed meaning: a glyph for one tells nobody what it is.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
