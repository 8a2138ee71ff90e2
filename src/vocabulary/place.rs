//! Where people meet.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    #[default]
    ReceptionRoom,
    QuietRoom,
    Home,
    MeetingRoom,
    Hall,
}
