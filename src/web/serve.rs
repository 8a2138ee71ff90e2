//! The server: its addresses, its rules for every request, its beginning and its end.

use super::guard::{SEAT_COOKIE, Tongue, cookie, house_rules};
use super::site::Site;
use super::{after, instruct, join, pages, play, wall};
use crate::locale::Texts;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::KeyExtractor;
use tower_governor::{GovernorError, GovernorLayer};
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Most bytes of a request's body: a form of every field, many times over.
const MOST_BODY: usize = 64 * 1024;
/// A request that takes longer is given up; pages ask again.
const PATIENCE: Duration = Duration::from_secs(30);
/// One seat may ask so many times at once …
const BURST: u32 = 60;
/// … and then once in so many milliseconds.
const EVERY_MS: u64 = 100;

/// Why the server cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken, or not one of this machine.
    #[error("{address}: {source}")]
    Listen {
        /// Where it was to listen.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// It broke off.
    #[error(transparent)]
    Broken(#[from] std::io::Error),
}

/// A server that has its address and does not answer yet.
#[derive(Debug)]
pub struct Serving {
    listener: TcpListener,
    /// Where it listens; its port is the one that it got.
    pub at: SocketAddr,
}

impl Serving {
    /// Takes the address.
    ///
    /// # Errors
    ///
    /// [`ServeError::Listen`].
    pub async fn at(address: SocketAddr) -> Result<Self, ServeError> {
        let listen = |source| ServeError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let at = listener.local_addr().map_err(listen)?;
        Ok(Self { listener, at })
    }

    /// Addresses for a browser, the one that others in the room can reach first.
    pub fn addresses(&self) -> Vec<String> {
        let port = self.at.port();
        let named = |ip: IpAddr| format!("http://{}", SocketAddr::new(ip, port));
        if !self.at.ip().is_unspecified() {
            return vec![named(self.at.ip())];
        }
        let here = named(IpAddr::from([127, 0, 0, 1]));
        own_address().map(named).into_iter().chain([here]).collect()
    }
}

/// The address of this machine in its network. Nothing is sent: the system is only asked from where it would be.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // An address for documentation (RFC 5737), which nobody has.
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}

/// Rates go by the seat: a whole room shares one address.
#[derive(Clone, Copy, Debug)]
struct BySeat;

impl KeyExtractor for BySeat {
    type Key = String;
    fn extract<T>(&self, request: &Request<T>) -> Result<String, GovernorError> {
        Ok(cookie(request.headers(), SEAT_COOKIE).unwrap_or_default().chars().take(64).collect())
    }
}

/// All pages of a class.
pub fn router(site: Arc<Site>) -> Router {
    let seats = Router::new()
        .route("/seat", get(join::seat))
        .route("/seat/begin", post(join::begin))
        .route("/seat/{attempt}", get(play::page))
        .route("/seat/{attempt}/told", get(play::show))
        .route("/seat/{attempt}/move", post(play::act))
        .route("/seat/{attempt}/hint", get(play::hinted))
        .route("/seat/{attempt}/after", get(after::page))
        .route("/seat/{attempt}/rate", post(after::rate))
        .route("/seat/{attempt}/hand-in", post(after::hand_in))
        .route("/seat/{attempt}/report.html", get(after::report_html))
        .route("/seat/{attempt}/report.pdf", get(after::report_pdf));
    let limits =
        GovernorConfigBuilder::default().per_millisecond(EVERY_MS).burst_size(BURST).key_extractor(BySeat).finish();
    let seats = match limits {
        Some(limits) => seats.layer(GovernorLayer::new(Arc::new(limits))),
        None => seats,
    };
    Router::new()
        .merge(seats)
        .route("/", get(join::page))
        .route("/sit", post(join::sit))
        .route("/language/{tag}", get(join::language))
        .route("/desk", get(instruct::page))
        .route("/desk/enter", get(instruct::ask).post(instruct::enter))
        .route("/desk/link/{token}", get(instruct::link).post(instruct::use_link))
        .route("/desk/leave", post(instruct::leave))
        .route("/desk/people", get(instruct::follow))
        .route("/desk/assign", post(instruct::assign))
        .route("/desk/state", post(instruct::turn))
        .route("/desk/extend", post(instruct::extend))
        .route("/desk/gather", post(instruct::gather))
        .route("/desk/seat", post(instruct::seat))
        .route("/desk/results", get(instruct::results))
        .route("/desk/attempt/{id}", get(instruct::report))
        .route("/desk/attempt/{id}/report.pdf", get(instruct::report_pdf))
        .route("/wall", get(wall::page))
        .route("/wall/progress", get(wall::follow))
        .route("/class.js", get(pages::script))
        .route("/class.css", get(pages::style))
        .fallback(nothing)
        .layer(from_fn(house_rules))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(DefaultBodyLimit::max(MOST_BODY))
        .with_state(site)
}

async fn nothing(Tongue(locale): Tongue) -> Response {
    (StatusCode::NOT_FOUND, pages::notice(locale, &locale.text("web-nothing-there"))).into_response()
}

/// Serves until `end` comes; requests under way are answered.
///
/// # Errors
///
/// [`ServeError::Broken`].
pub async fn serve(
    serving: Serving,
    site: Arc<Site>,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    axum::serve(serving.listener, router(site)).with_graceful_shutdown(end).await?;
    Ok(())
}

pub use super::wall::qr_text;
