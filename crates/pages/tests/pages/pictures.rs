//! Pages as files, to be looked at: with `FORTHRIGHT_PICTURES=FOLDER` the stories leave what they saw there.

use std::path::{Path, PathBuf};

fn folder() -> Option<PathBuf> {
    std::env::var_os("FORTHRIGHT_PICTURES").map(PathBuf::from)
}

/// Leaves a page in the folder, with the styles that it needs.
pub fn keep(name: &str, page: &str) {
    let Some(folder) = folder() else { return };
    for (path, content) in pages::assets::all() {
        write(&folder.join(path.trim_start_matches('/')), content.as_ref());
    }
    let page = page.replace("\"/assets/", "\"assets/");
    write(&folder.join(format!("{name}.html")), page.as_bytes());
}

/// Leaves a file in the folder.
pub fn keep_file(name: &str, content: &[u8]) {
    if let Some(folder) = folder() {
        write(&folder.join(name), content);
    }
}

fn write(path: &Path, content: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, content).unwrap();
}
