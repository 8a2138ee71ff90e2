//! What shows of a person: facial action units, gaze, posture, voice.

/// Facial action units drawn by the window (numbers of the Facial Action Coding System).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionUnit {
    /// AU1
    InnerBrowRaiser,
    /// AU2
    OuterBrowRaiser,
    /// AU4
    BrowLowerer,
    /// AU5
    UpperLidRaiser,
    /// AU6
    CheekRaiser,
    /// AU7
    LidTightener,
    /// AU9
    NoseWrinkler,
    /// AU12
    LipCornerPuller,
    /// AU15
    LipCornerDepressor,
    /// AU17
    ChinRaiser,
    /// AU20
    LipStretcher,
    /// AU23
    LipTightener,
    /// AU26
    JawDrop,
}
/// How many action units are drawn.
pub const ACTION_UNITS: usize = 13;

/// What the trainee can see and hear of a visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expression {
    /// 0..1, by `ActionUnit as usize`.
    pub units: [f32; ACTION_UNITS],
    /// −1 looks away or down, 0 looks past, 1 looks at the receiver.
    pub gaze: f32,
    /// −1 leans back, 1 leans forward.
    pub lean: f32,
    /// 0 upright, 1 slumped.
    pub slump: f32,
    /// 0 loose, 1 fists.
    pub fists: f32,
    /// 0 still, 1 trembling.
    pub tremble: f32,
    /// 0..1: tears.
    pub tears: f32,
    /// Breaths a minute.
    pub breath_rate: f32,
    /// Speech: 1 the visitor's usual pace.
    pub pace: f32,
    /// Speech: 0 whisper, 0.5 talk, 1 shout.
    pub loudness: f32,
    /// Share of pauses in the speech, 0..1.
    pub pauses: f32,
}
