//! A client that says exactly what a test wants said: one request a connection, cookies kept.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What a seat that asks too fast is told.
const TOO_SOON: u16 = 429;

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    /// Lines of the head, names in small letters.
    pub head: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.body))
    }
}

/// One browser without a screen.
#[derive(Clone, Debug, Default)]
pub struct Client {
    pub port: u16,
    pub cookies: BTreeMap<String, String>,
    /// Shown with whatever changes something.
    pub csrf: String,
}

impl Client {
    pub fn of(port: u16) -> Self {
        Self { port, ..Self::default() }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, &[("Accept", "text/html")], "")
    }

    /// As a page's script asks.
    pub fn told(&mut self, path: &str) -> Answer {
        self.ask("GET", path, &[("Accept", "application/json")], "")
    }

    pub fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&");
        let csrf = if path.contains('?') { String::new() } else { format!("?csrf={}", self.csrf) };
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        self.ask("POST", &format!("{path}{csrf}"), &[("Accept", "text/html"), kind], &body)
    }

    pub fn json(&mut self, path: &str, body: &serde_json::Value) -> Answer {
        let csrf = self.csrf.clone();
        let kind = ("Content-Type", "application/json");
        self.ask("POST", path, &[("Accept", "*/*"), kind, ("X-Csrf", &csrf)], &body.to_string())
    }

    /// Asks, and where that was too soon again, as a page does.
    pub fn ask(&mut self, method: &str, path: &str, head: &[(&str, &str)], body: &str) -> Answer {
        for _ in 0..40 {
            let answer = self.ask_once(method, path, head, body);
            if answer.status != TOO_SOON {
                return answer;
            }
            std::thread::sleep(Duration::from_millis(250));
        }
        panic!("{path}: too soon for ten seconds")
    }

    fn ask_once(&mut self, method: &str, path: &str, head: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        if !self.cookies.is_empty() {
            let all: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request += &format!("Cookie: {}\r\n", all.join("; "));
        }
        for (name, value) in head {
            request += &format!("{name}: {value}\r\n");
        }
        request += &format!("Content-Length: {}\r\n\r\n", body.len());
        stream.write_all(request.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let answer = answer_of(&bytes);
        for (name, value) in &answer.head {
            if name == "set-cookie"
                && let Some((name, value)) = value.split(';').next().and_then(|cookie| cookie.split_once('='))
            {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if let Some(csrf) = answer.body.split("data-csrf=\"").nth(1).and_then(|rest| rest.split('"').next())
            && !csrf.is_empty()
        {
            self.csrf = csrf.to_owned();
        }
        answer
    }
}

pub fn answer_of(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status =
        lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok()).expect("a status");
    let head: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let chunked = head.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let body = if chunked { unchunked(&bytes[end + 4..]) } else { bytes[end + 4..].to_vec() };
    Answer { status, head, body: String::from_utf8_lossy(&body).into_owned() }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = bytes.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&bytes[..end]).trim(), 16).expect("a size");
        if size == 0 {
            break;
        }
        body.extend_from_slice(&bytes[end + 2..end + 2 + size]);
        bytes = &bytes[end + 2 + size + 2..];
    }
    body
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
