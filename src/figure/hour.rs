//! The time of day in a picture: what the clock on the wall shows, and the light that comes in.

/// A time of day, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour(pub u16);

/// What comes in at the windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Daylight {
    /// Broad light.
    Day,
    /// The light goes or comes: warm and low.
    Dusk,
    /// Dark windows; the lamps are on.
    Night,
}

impl Default for Hour {
    /// Ten in the morning, when most visits are.
    fn default() -> Self {
        Self(10 * 60)
    }
}

impl Hour {
    /// By the sun of a day in spring or autumn: light from half past six to half past five, dark from seven to six.
    pub const fn daylight(self) -> Daylight {
        match self.0 % (24 * 60) {
            0..360 => Daylight::Night,
            360..390 => Daylight::Dusk,
            390..1050 => Daylight::Day,
            1050..1140 => Daylight::Dusk,
            _ => Daylight::Night,
        }
    }

    /// The hands of a clock, in radians clockwise from twelve: hours, minutes.
    pub fn hands(self) -> [f32; 2] {
        let turn = std::f32::consts::TAU;
        [f32::from(self.0 % 720) / 720.0 * turn, f32::from(self.0 % 60) / 60.0 * turn]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_past_nine_is_light_and_twenty_to_eight_in_the_evening_is_dark() {
        assert_eq!((Hour(9 * 60 + 15).daylight(), Hour(19 * 60 + 40).daylight()), (Daylight::Day, Daylight::Night));
        let [hours, minutes] = Hour(9 * 60 + 15).hands();
        assert!((hours - 9.25 / 12.0 * std::f32::consts::TAU).abs() < 1e-5);
        assert!((minutes - 0.25 * std::f32::consts::TAU).abs() < 1e-5);
    }
}
