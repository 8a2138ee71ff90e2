//! Where people meet.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// Where a visit takes place: what is drawn behind the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Place {
    /// The room with the desk.
    #[default]
    ReceptionRoom,
    /// A small room aside, with soft chairs.
    QuietRoom,
    /// The visitor's own.
    Home,
    /// A table for many.
    MeetingRoom,
    /// Where people wait, and crowds stand.
    Hall,
}

impl Place {
    /// As in text ids: `reception-room`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}
