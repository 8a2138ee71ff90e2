//! A seat: one trainee's session as a browser shows it. Pure: a recording in, what the page is told out.

pub mod beats;
pub mod deed;
pub mod desk;
pub mod scene;
pub mod told;

pub use beats::Beats;
pub use deed::{Deed, NotDone, after_step_back, move_of};
pub use told::{Asked, Told, Unfolded, told, unfolded};
