//! A class of one test: the program's own server on a port of its own, in a folder of its own.

use crate::http::Client;
use crate::util::calmdesk;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Child;

pub struct Class {
    server: Child,
    pub port: u16,
    pub code: String,
    /// The instructor's one-time link, from `/`.
    pub link: String,
}

impl Class {
    /// `calmdesk class serve` over the store in this folder.
    pub fn open(folder: &Path) -> Self {
        let words = ["class", "serve", "--listen", "127.0.0.1:0", "--data"];
        let mut server = calmdesk(words).arg(folder).data(folder).spawn();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines().map(Result::unwrap);
        let first = lines.next().expect("it says what it opened");
        let code = first.rsplit('：').next().unwrap().trim().to_owned();
        let rest: Vec<String> = lines.by_ref().take_while(|line| !line.contains("Ctrl+C")).collect();
        let address = rest[0].trim();
        let port = address.rsplit(':').next().unwrap().parse().unwrap_or_else(|_| panic!("{rest:?}"));
        let link = rest
            .iter()
            .find_map(|line| line.find("/desk/link/").map(|at| line[at..].trim().to_owned()))
            .expect("a link");
        Self { server, port, code, link }
    }

    /// As a power cut would.
    pub fn kill(mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }

    /// The instructor, in by the link.
    pub fn instructor(&self) -> Client {
        let mut desk = Client::of(self.port);
        let asked = desk.get(&self.link);
        assert_eq!(asked.status, 200, "{}", asked.body);
        assert_eq!(desk.form(&self.link, &[]).status, 303);
        assert_eq!(desk.get("/desk").status, 200);
        desk
    }

    /// A trainee who has sat down.
    pub fn trainee(&self, pseudonym: &str) -> Client {
        let mut seat = Client::of(self.port);
        let sat = seat.form("/sit", &[("code", &self.code), ("pseudonym", pseudonym)]);
        assert_eq!((sat.status, sat.header("location")), (303, Some("/seat")), "{}", sat.body);
        assert_eq!(seat.get("/seat").status, 200);
        seat
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Assigns a scenario.
pub fn assign(desk: &mut Client, scenario: &str, mode: &str) {
    let fields = [("scenario", scenario), ("mode", mode), ("attempts", "1"), ("seed", "7")];
    let answer = desk.form("/desk/assign", &fields);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Begins the first thing there is to play; the path of the attempt.
pub fn begin(seat: &mut Client) -> String {
    let page = seat.get("/seat").body;
    let value = |name: &str| {
        let rest =
            page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name} in {page}"));
        rest.split('"').next().unwrap().to_owned()
    };
    let (assignment, item) = (value("assignment"), value("item"));
    let begun = seat.form("/seat/begin", &[("assignment", &assignment), ("item", &item)]);
    assert_eq!(begun.status, 303, "{}", begun.body);
    begun.header("location").unwrap().to_owned()
}
