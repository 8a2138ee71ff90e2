//! Hands files and folders to the programs that this system has for them.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with the program for its kind, a folder in the file manager; what goes wrong is written to the log.
pub fn open(path: &Path) {
    if let Err(error) = start(&[path.as_os_str()]) {
        bevy::log::warn!("{} is not opened: {error}", path.display());
    }
}

/// Shows a file among its neighbours; where the system cannot mark it, its folder.
pub fn show(file: &Path) {
    #[cfg(windows)]
    let shown = {
        let mut mark = std::ffi::OsString::from("/select,");
        mark.push(file);
        spawn(Command::new("explorer").arg(mark))
    };
    #[cfg(target_os = "macos")]
    let shown = spawn(Command::new("open").arg("-R").arg(file));
    #[cfg(not(any(windows, target_os = "macos")))]
    let shown = start(&[file.parent().unwrap_or(file).as_os_str()]);
    if let Err(error) = shown {
        bevy::log::warn!("{} is not shown: {error}", file.display());
    }
}

fn start(arguments: &[&OsStr]) -> io::Result<()> {
    let program = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    spawn(Command::new(program).args(arguments))
}

/// Starts it and does not wait; nobody is left behind when it ends.
fn spawn(command: &mut Command) -> io::Result<()> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    std::thread::Builder::new().name("outside".to_owned()).spawn(move || child.wait()).map(|_| ())
}
