//! Finds out whether a window can be opened here, and if not, why.

use crate::args;
use crate::locale::Texts;
use crate::vocabulary::Locale;

/// There is no window to be had on this machine.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct NoWindow {
    /// Why, as one sentence in the user's language.
    pub reason: String,
}

impl NoWindow {
    pub(super) fn because(locale: Locale, id: &str, detail: &str) -> Self {
        Self { reason: locale.text_with(id, &args!("detail" => detail)).into_owned() }
    }
}

/// Looks for a screen; without one, opening a window would panic.
///
/// # Errors
///
/// [`NoWindow`], where no display can be reached.
pub fn probe(locale: Locale) -> Result<(), NoWindow> {
    screen::probe(locale)
}

/// Looks for a graphics adapter; any will do, a software one too. It takes as long as drawing the first frame
/// does, so it is asked only when drawing could not begin.
///
/// # Errors
///
/// [`NoWindow`], where there is nothing to draw with.
pub fn adapter(locale: Locale) -> Result<(), NoWindow> {
    let settings = bevy::render::settings::WgpuSettings::default();
    let Some(backends) = settings.backends else {
        return Err(NoWindow::because(locale, "no-window-adapter", ""));
    };
    let mut descriptor = wgpu::InstanceDescriptor::new_without_display_handle();
    descriptor.backends = backends;
    let instance = wgpu::Instance::new(descriptor);
    if bevy::tasks::block_on(instance.enumerate_adapters(backends)).is_empty() {
        return Err(NoWindow::because(locale, "no-window-adapter", ""));
    }
    Ok(())
}

#[cfg(all(unix, not(target_os = "macos")))]
mod screen {
    use super::*;
    use std::env;
    use std::net::TcpStream;
    use std::os::unix::net::UnixStream;
    use std::path::PathBuf;

    /// Some display server must answer.
    pub fn probe(locale: Locale) -> Result<(), NoWindow> {
        let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let (wayland, x11) = (set("WAYLAND_DISPLAY"), set("DISPLAY"));
        if wayland.is_none() && x11.is_none() && set("WAYLAND_SOCKET").is_none() {
            return Err(NoWindow::because(locale, "no-window-display", ""));
        }
        if set("WAYLAND_SOCKET").is_some()
            || wayland.as_deref().is_some_and(wayland_answers)
            || x11.as_deref().is_some_and(x11_answers)
        {
            return Ok(());
        }
        let named = wayland.or(x11).unwrap_or_default();
        Err(NoWindow::because(locale, "no-window-display-silent", &named))
    }

    fn wayland_answers(display: &str) -> bool {
        let socket = PathBuf::from(display);
        let socket = if socket.is_absolute() {
            socket
        } else {
            let Some(folder) = env::var_os("XDG_RUNTIME_DIR") else { return false };
            PathBuf::from(folder).join(socket)
        };
        UnixStream::connect(socket).is_ok()
    }

    /// `:0`, `unix:0`, `host:10.0`, or a path that ends in `:0` as on macOS.
    fn x11_answers(display: &str) -> bool {
        let Some((host, number)) = display.rsplit_once(':') else { return false };
        let number = number.split('.').next().unwrap_or_default();
        let Ok(number) = number.parse::<u16>() else { return false };
        match host {
            "" | "unix" => {
                let path = format!("/tmp/.X11-unix/X{number}");
                UnixStream::connect(&path).is_ok() || abstract_answers(&path)
            }
            host => TcpStream::connect((host, 6000u16.saturating_add(number))).is_ok(),
        }
    }

    #[cfg(target_os = "linux")]
    fn abstract_answers(path: &str) -> bool {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::SocketAddr;
        SocketAddr::from_abstract_name(path).is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
    }
    #[cfg(not(target_os = "linux"))]
    fn abstract_answers(_path: &str) -> bool {
        false
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_display_that_is_not_there_does_not_answer() {
            for display in [":4711", "nonsense", "", ":", "unix:x", "localhost:59000.0"] {
                assert!(!x11_answers(display), "{display}");
            }
            assert!(!wayland_answers("/nowhere/wayland-9"));
        }
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod screen {
    use super::*;
    pub fn probe(_locale: Locale) -> Result<(), NoWindow> {
        Ok(())
    }
}
