//! What of a session can be seen at this moment: the talk so far, the line that is being said and what waits behind it,
//! and the words of a line that can go into the notebook. Window and browser show the same.

pub mod phrases;
pub mod playhead;
pub mod view;

pub use phrases::{Phrase, of_variant, phrases};
pub use playhead::{Card, Playhead, Speech};
pub use view::{Entry, View, speaker, variant};
