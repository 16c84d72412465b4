//! A throw-away PostgreSQL for tests that are not written in Rust: for each line that it reads it prints the address of a
//! new, empty database, and the cluster ends with this program.

use record::testing::Database;
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    for line in std::io::stdin().lock().lines() {
        line?;
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", Database::postgres().url())?;
        out.flush()?;
    }
    Ok(())
}
