//! Chromium without a screen, told what to do by WebDriver (W3C), as a person's hands would.

use crate::http::answer_of;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Browser {
    driver: Child,
    /// Kept open: who cannot say anything ends.
    _said: BufReader<ChildStdout>,
    port: u16,
    session: String,
}

impl Browser {
    /// `None`, and a word, where there is none on this machine.
    pub fn open(width: u32, height: u32, language: &str) -> Option<Self> {
        let driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut driver) = driver else {
            println!("skipped: there is no chromedriver");
            return None;
        };
        let mut said = BufReader::new(driver.stdout.take().unwrap());
        // The first line names the port that was asked for, which is 0.
        let port = said.by_ref().lines().map_while(Result::ok).find_map(|line| {
            let port = line.split("on port ").nth(1)?.trim_matches(|c: char| !c.is_ascii_digit());
            port.parse().ok().filter(|port| *port != 0)
        });
        let mut browser = Self { driver, _said: said, port: port.expect("a port"), session: String::new() };
        let arguments = [
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--hide-scrollbars".to_owned(),
            format!("--window-size={width},{height}"),
            format!("--accept-lang={language}"),
        ];
        let options = json!({ "args": arguments, "prefs": { "intl.accept_languages": language } });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "browserName": "chrome", "goog:chromeOptions": options } } });
        let answer = browser.ask("POST", "/session", &wanted);
        browser.session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        Some(browser)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        // The driver keeps the connection: what it says is as long as it says.
        let mut bytes = Vec::new();
        let mut buffer = [0; 65_536];
        loop {
            let read = stream.read(&mut buffer).expect("an answer");
            bytes.extend_from_slice(&buffer[..read]);
            if read == 0 || whole(&bytes) {
                break;
            }
        }
        answer_of(&bytes).json()["value"].clone()
    }

    fn in_session(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, &format!("/session/{}{path}", self.session), body)
    }

    pub fn go(&self, address: &str) {
        self.in_session("POST", "/url", &json!({ "url": address }));
    }

    /// What an expression of the page's script gives.
    pub fn eval(&self, expression: &str) -> Value {
        self.in_session("POST", "/execute/sync", &json!({ "script": format!("return ({expression});"), "args": [] }))
    }

    /// Strikes keys, one after the other.
    pub fn keys(&self, keys: &str) {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() })))
            .collect();
        self.in_session(
            "POST",
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "hands", "actions": strokes }] }),
        );
    }

    /// Waits until an expression holds.
    pub fn until(&self, expression: &str) {
        let begun = Instant::now();
        while self.eval(expression) != Value::Bool(true) {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "{expression}: {}",
                self.eval("document.body.innerText")
            );
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    pub fn size(&self, width: u32, height: u32) {
        self.in_session("POST", "/window/rect", &json!({ "width": width, "height": height }));
        // Chromium's window is never as narrow as a phone: the page's own view is.
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
        self.in_session("POST", "/goog/cdp/execute", &command);
        std::thread::sleep(Duration::from_millis(300));
    }

    pub fn picture(&self, path: &Path) {
        use base64::Engine as _;
        let picture = self.in_session("GET", "/screenshot", &Value::Null);
        let bytes = base64::engine::general_purpose::STANDARD.decode(picture.as_str().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

fn whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    length.is_some_and(|length| bytes.len() >= end + 4 + length)
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            self.ask("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
