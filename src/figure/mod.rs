//! How people and rooms look: shapes from parameters. The window makes triangles of them, [`svg`] a text for paper.
//!
//! The same parameters give the same shapes, bit for bit. Lengths in a person are half heads: the chin is at 1, the
//! crown at −1; a room is ten units high. A person is a [`Person`] (what lasts) in a [`Pose`] (one instant); a
//! [`picture`] puts them at a table in a room.
//!
//! ```
//! use calmdesk::figure::{PORTRAIT_SIZE, Portrait, seed, svg::svg};
//! use calmdesk::vocabulary::{Expression, Look};
//!
//! let face = Portrait::of(Look::default(), 67, seed("zhang"), &Expression::default());
//! assert!(svg(&face.drawing(), PORTRAIT_SIZE, 1, "a calm face").starts_with("<svg"));
//! ```

mod arms;
mod back;
mod body;
mod clothes;
pub mod colour;
mod direction;
pub mod drawing;
mod eyes;
mod face;
mod features;
mod furniture;
mod hair;
mod held;
mod hour;
mod many;
mod mouth;
mod numbers;
pub mod path;
mod person;
pub mod picture;
mod portrait;
mod pose;
mod reach;
mod room;
mod spots;
pub mod svg;
#[cfg(test)]
mod tests;
mod wrinkles;

pub use direction::{Direction, directions};
pub use drawing::Drawing;
pub use hour::{Daylight, Hour};
pub use many::one_of_many;
pub use numbers::{lerp, noise, swell};
pub use person::{Person, seed};
pub use portrait::{PORTRAIT_SIZE, Portrait};
pub use pose::{BodyGesture, Pose, Served, sane};
