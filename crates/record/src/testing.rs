//! Throw-away databases for tests: a SQLite file, or a database in a PostgreSQL cluster that the first test of a
//! program starts and that ends with the program. Needs PostgreSQL's `initdb` and `pg_ctl`, from `PATH` or from
//! Debian's `/usr/lib/postgresql/*/bin`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// A database that is empty and goes with this value.
pub struct Database {
    url: String,
    _folder: Option<TempDir>,
}

impl Database {
    /// On the engine that `FORTHRIGHT_TEST_ENGINE` names (`postgres`), else on SQLite: the stories that are told once are
    /// told on both by running them twice.
    ///
    /// # Panics
    /// As [`Database::sqlite`] and [`Database::postgres`].
    pub fn chosen() -> Self {
        match std::env::var("FORTHRIGHT_TEST_ENGINE").as_deref() {
            Ok("postgres") => Self::postgres(),
            _ => Self::sqlite(),
        }
    }

    /// A SQLite file in a folder of its own.
    ///
    /// # Panics
    /// When there is no room for temporary files.
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self {
            url: format!("sqlite:{}", folder.path().join("record.db").display()),
            _folder: Some(folder),
        }
    }

    /// A fresh database in this program's PostgreSQL cluster, which is started first where it does not run yet.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start; the message says what it said.
    pub fn postgres() -> Self {
        let cluster = cluster();
        let name = cluster.next_name();
        cluster.run(
            "createdb",
            &["-h", &cluster.socket(), "-U", "forthright", &name],
        );
        Self {
            url: cluster.url(&name),
            _folder: None,
        }
    }

    /// A fresh PostgreSQL database that its user may fill and not extend, as some districts' hosts give it.
    ///
    /// # Panics
    /// As [`Database::postgres`].
    pub fn postgres_without_extensions() -> Self {
        let (cluster, own) = (cluster(), Self::postgres());
        let (name, socket) = (name_in(&own.url), cluster.socket());
        let guest = format!("guest_of_{name}");
        let grants =
            format!("create role {guest} login; grant usage, create on schema public to {guest};");
        let at = ["-q", "-h", &socket, "-U", "forthright", "-c", &grants, name];
        cluster.run("psql", &at);
        Self {
            url: own.url.replace("//forthright@", &format!("//{guest}@")),
            _folder: None,
        }
    }

    /// A copy of a record that may be in use: one consistent view of it in a database of its own, on the same engine.
    ///
    /// # Panics
    /// When the copy cannot be made.
    pub async fn copy_of(record: &crate::Record, original: &Self) -> Self {
        let Some(name) = original.url.strip_prefix("postgres://") else {
            let copy = Self::sqlite();
            let path = copy.path().expect("a SQLite database has a path");
            record.copy_to(&path).await.expect("a copy of the file");
            return copy;
        };
        let (cluster, copy) = (cluster(), Self::postgres());
        let dump = format!("{}/{}.sql", cluster.socket(), name_in(&copy.url));
        let socket = cluster.socket();
        let at = ["-q", "-h", &socket, "-U", "forthright", "-f", &dump];
        cluster.run("pg_dump", &[&at[1..], &[name_in(name)]].concat());
        cluster.run("psql", &[&at[..], &[name_in(&copy.url)]].concat());
        copy
    }

    /// A database like this one, which nobody has open.
    ///
    /// # Panics
    /// When somebody has it open on PostgreSQL, or there is no room.
    pub fn twin(&self) -> Self {
        if let Some(path) = self.path() {
            let twin = Self::sqlite();
            let to = twin.path().expect("a SQLite database has a path");
            fs::copy(path, to).expect("a copy of the file");
            return twin;
        }
        let cluster = cluster();
        let name = cluster.next_name();
        let from = name_in(&self.url);
        cluster.run(
            "createdb",
            &[
                "-h",
                &cluster.socket(),
                "-U",
                "forthright",
                "-T",
                from,
                &name,
            ],
        );
        Self {
            url: cluster.url(&name),
            _folder: None,
        }
    }

    fn path(&self) -> Option<PathBuf> {
        self.url.strip_prefix("sqlite:").map(PathBuf::from)
    }

    /// What `Record::open` takes.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A running cluster in a temporary folder.
struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    /// PostgreSQL refuses root; then it runs as this user.
    user: Option<&'static str>,
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(Cluster::start)
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("record-pg-")
            .tempdir()
            .expect("a temporary folder")
            .keep();
        let user = is_root().then_some("postgres");
        let cluster = Self {
            folder,
            programs: programs(),
            user,
        };
        if let Some(user) = user {
            let done = Command::new("chown")
                .arg(user)
                .arg(&cluster.folder)
                .status()
                .expect("chown runs");
            assert!(done.success(), "chown {user} {}", cluster.folder.display());
        }
        let data = cluster.data();
        cluster.run(
            "initdb",
            &[
                "-D",
                &data,
                "-U",
                "forthright",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ],
        );
        let socket = cluster.socket();
        let options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{socket}' -c max_connections=300 -c fsync=on"
        );
        cluster.run(
            "pg_ctl",
            &[
                "-D",
                &data,
                "-w",
                "-l",
                &format!("{socket}/log"),
                "-o",
                &options,
                "start",
            ],
        );
        cluster.end_with_this_program();
        cluster
    }

    /// A watcher in a session of its own waits for this program to go, however it goes, and takes the cluster with it.
    fn end_with_this_program(&self) {
        let stop = format!(
            "(while kill -0 {pid} 2>/dev/null; do sleep 1; done; {as_user} '{stop}' -D '{data}' -m immediate stop; rm -rf '{folder}') &",
            pid = std::process::id(),
            as_user = self
                .user
                .map(|user| format!("runuser -u {user} --"))
                .unwrap_or_default(),
            stop = self.programs.join("pg_ctl").display(),
            data = self.data(),
            folder = self.folder.display(),
        );
        let mut watcher = Command::new("sh");
        watcher
            .args(["-c", &stop])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut watcher, 0);
        let begun = watcher.status().expect("sh runs");
        assert!(begun.success(), "the watcher did not start");
    }

    fn next_name(&self) -> String {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        format!("test_{}", NUMBER.fetch_add(1, Ordering::SeqCst))
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    fn socket(&self) -> String {
        self.folder.display().to_string()
    }

    fn url(&self, database: &str) -> String {
        format!(
            "postgres://forthright@{}/{database}",
            self.socket().replace('/', "%2F")
        )
    }

    fn command(&self, program: &str) -> Command {
        let own = self.programs.join(program);
        let program = if own.exists() {
            own
        } else {
            PathBuf::from(program)
        };
        match self.user {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program);
                command
            }
            None => Command::new(program),
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        // pg_ctl's server keeps its parent's streams open, so they must not be pipes that somebody reads to the end.
        let said = tempfile::tempfile().expect("a temporary file");
        let streams = || Stdio::from(said.try_clone().expect("a second handle"));
        let done = self
            .command(program)
            .args(arguments)
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(streams())
            .stderr(streams())
            .status()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(
            done.success(),
            "{program} {arguments:?} failed: {}",
            read(said)
        );
    }
}

/// The database's own name at the end of its address.
fn name_in(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}

fn read(mut file: fs::File) -> String {
    use std::io::{Read, Seek};
    let mut text = String::new();
    let _ = file.rewind();
    let _ = file.read_to_string(&mut text);
    text
}

fn is_root() -> bool {
    #[cfg(unix)]
    {
        fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0)
    }
    #[cfg(not(unix))]
    false
}

/// Where PostgreSQL's programs are: the folder of `initdb` on the path, else the newest of Debian's.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists());
    if let Some(folder) = on_path {
        return folder;
    }
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .filter(|bin| bin.join("initdb").exists())
                .collect()
        })
        .unwrap_or_default();
    versions.sort_by_key(|bin| version(bin));
    versions.pop().expect(
        "PostgreSQL is not installed: the tests need initdb and pg_ctl (Debian: postgresql)",
    )
}

fn version(bin: &Path) -> u32 {
    bin.parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str())
        .and_then(|name| name.parse().ok())
        .unwrap_or(0)
}
