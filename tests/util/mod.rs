//! The program as a person runs it: in a folder of their own, in their language, with nothing of this machine's.
#![allow(dead_code, reason = "each test binary takes what it needs")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Both streams, output first.
    pub fn all(&self) -> String {
        self.out.clone() + &self.err
    }

    /// What was printed, if all went well.
    pub fn well(self) -> String {
        assert_eq!(self.code, 0, "{}", self.all());
        self.out
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self {
            code: output.status.code().expect("no signal ended it"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// `calmdesk` with these words: in Chinese, with no input, and with a data folder that is not there.
pub struct Program(pub Command);

pub fn calmdesk(words: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Program {
    let mut command = Command::new(env!("CARGO_BIN_EXE_calmdesk"));
    command.args(words).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("LANG", "zh_CN.UTF-8").env("CALMDESK_DATA", std::env::temp_dir().join("calmdesk-no-such-folder"));
    Program(command)
}

impl Program {
    /// One word more, often a path.
    pub fn arg(mut self, word: impl AsRef<OsStr>) -> Self {
        self.0.arg(word);
        self
    }

    pub fn args(mut self, words: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.0.args(words);
        self
    }

    /// As somebody whose system speaks English.
    pub fn in_english(mut self) -> Self {
        self.0.env("LANG", "en_US.UTF-8");
        self
    }

    /// Started in this folder.
    pub fn inside(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Keeps its sessions and settings in this folder.
    pub fn data(mut self, folder: impl AsRef<Path>) -> Self {
        self.0.env("CALMDESK_DATA", folder.as_ref());
        self
    }

    pub fn run(mut self) -> Said {
        self.0.output().expect("the program starts").into()
    }

    /// Runs it while somebody types this and then ends the input.
    pub fn typing(self, typed: &str) -> Said {
        let mut child = self.spawn();
        // Whoever is refused does not read on.
        _ = child.stdin.take().expect("a pipe").write_all(typed.as_bytes());
        child.wait_with_output().expect("it ends").into()
    }

    /// Starts it with a pipe at each end.
    pub fn spawn(mut self) -> Child {
        self.0.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
    }
}

/// The JSON of each line of a log.
pub fn jsons(log: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(log).expect("a log");
    text.lines().map(|line| line[line.find('{').expect("JSON")..].to_owned()).collect()
}

/// Lines of JSON as a log of the present format: whoever forges one fits checksums and links, too.
pub fn resealed(jsons: &[String]) -> String {
    use ::calmdesk::logbook::{Chain, log};
    let value = |json: &String| -> serde_json::Value { serde_json::from_str(json).expect("JSON") };
    let mut text = log::line_of(&value(&jsons[0])).expect("a line");
    let mut chain = Chain::after(text.as_bytes(), log::FORMAT);
    for json in &jsons[1..] {
        text.push_str(&chain.line_of(&value(json)).expect("a line"));
    }
    text
}
