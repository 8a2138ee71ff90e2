//! Both databases, real: a file in a new folder, and a PostgreSQL cluster of our own, where its programs are installed.

use calmdesk::classroom::{Database, Store};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// A database that nobody else uses.
pub struct Own {
    pub database: Database,
    /// Where SQLite's files lie.
    pub folder: TempDir,
    pub name: &'static str,
    pub url: Option<String>,
}

/// Runs a test against each database that there is.
pub fn on_each<F: Future<Output = ()>>(test: impl Fn(Own) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for own in [Some(sqlite()), postgres()].into_iter().flatten() {
        let name = own.name;
        println!("on {name}");
        runtime.block_on(test(own));
    }
}

pub fn sqlite() -> Own {
    let folder = TempDir::new().unwrap();
    let database = Database::in_folder(folder.path()).unwrap();
    Own { database, folder, name: "SQLite", url: None }
}

/// `None`, and a line that says so, where PostgreSQL is not installed; CI installs it and sets `CALMDESK_NEEDS_POSTGRES`.
pub fn postgres() -> Option<Own> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Some(cluster) = cluster() else {
        assert!(std::env::var_os("CALMDESK_NEEDS_POSTGRES").is_none(), "PostgreSQL should be here");
        println!("skipped: PostgreSQL is not installed");
        return None;
    };
    let name = format!("class_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    cluster.sql(&format!("CREATE DATABASE {name}"));
    let url = format!("postgres://calmdesk@localhost/{name}?host={}", cluster.sockets.display());
    let database = Database::at_url(&url).unwrap();
    Some(Own { database, folder: TempDir::new().unwrap(), name: "PostgreSQL", url: Some(url) })
}

impl Own {
    /// Ends every connection to this PostgreSQL database but the one that says so.
    pub fn cut_off(&self) {
        if let (Some(cluster), Some(url)) = (cluster(), &self.url) {
            let name =
                url.rsplit('/').find_map(|part| part.split('?').next().filter(|part| part.starts_with("class_")));
            cluster.sql(&format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
                name.unwrap_or_default()
            ));
        }
    }

    pub async fn store(&self) -> Store {
        Store::open(&self.database).await.unwrap()
    }
}

struct Cluster {
    bin: PathBuf,
    sockets: PathBuf,
    /// A shell that ends the server when we end, however we end: its input closes.
    _keeper: Child,
}

impl Cluster {
    fn sql(&self, line: &str) {
        let psql = Command::new(self.bin.join("psql"))
            .args(["-q", "-U", "calmdesk", "-d", "postgres", "-c", line, "-h"])
            .arg(&self.sockets)
            .output()
            .unwrap();
        assert!(psql.status.success(), "{}", String::from_utf8_lossy(&psql.stderr));
    }
}

fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut bins: Vec<PathBuf> = versions.flatten().map(|version| version.path().join("bin")).collect();
    bins.retain(|bin| bin.join("initdb").exists());
    bins.sort();
    bins.pop()
}

fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER.get_or_init(|| programs().map(started)).as_ref()
}

/// PostgreSQL does not run as root.
fn as_server(root: bool, program: &Path) -> String {
    let program = program.display();
    if root {
        format!("setpriv --reuid=postgres --regid=postgres --clear-groups {program}")
    } else {
        program.to_string()
    }
}

fn started(bin: PathBuf) -> Cluster {
    let folder = TempDir::new().unwrap().keep();
    let root = String::from_utf8_lossy(&Command::new("id").arg("-u").output().unwrap().stdout).trim() == "0";
    if root {
        assert!(Command::new("chown").arg("postgres").arg(&folder).status().unwrap().success());
    }
    let (initdb, postgres) = (as_server(root, &bin.join("initdb")), as_server(root, &bin.join("postgres")));
    let script = format!(
        "cd {0} && {initdb} -D {0}/data -U calmdesk -A trust -E UTF8 --locale=C.UTF-8 --no-sync >{0}/initdb.txt 2>&1 || exit 1
         {postgres} -D {0}/data -c listen_addresses= -c unix_socket_directories={0} -c max_connections=200 >{0}/log.txt 2>&1 &
         server=$!
         read -r line
         kill -INT $server; wait $server; rm -rf {0}",
        folder.display()
    );
    let keeper = Command::new("sh").arg("-c").arg(script).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let cluster = Cluster { bin, sockets: folder.clone(), _keeper: keeper };
    let ready = || {
        let asked = Command::new(cluster.bin.join("pg_isready")).arg("-q").arg("-h").arg(&folder).status();
        asked.is_ok_and(|status| status.success())
    };
    let begun = std::time::Instant::now();
    while !ready() {
        let log = || std::fs::read_to_string(folder.join("log.txt")).unwrap_or_default();
        let initdb = || std::fs::read_to_string(folder.join("initdb.txt")).unwrap_or_default();
        assert!(begun.elapsed().as_secs() < 120, "PostgreSQL does not start: {}{}", initdb(), log());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    cluster
}
