//! Where people meet.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Place {
    #[default]
    ReceptionRoom,
    QuietRoom,
    Home,
    MeetingRoom,
    Hall,
}

impl Place {
    /// As in text ids: `reception-room`.
    pub const fn id(self) -> &'static str {
        self.into_str()
    }
}
