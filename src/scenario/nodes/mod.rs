//! One step of a visit: a file for each kind of it, and what can be asked of them all.
//!
//! Where a node leads, on what it depends, what is said there, what can be chosen: these are asked of the node, whatever
//! its kind. Who must know the kind itself (a session that plays it, a walk, whoever draws an end) asks for that.

mod branch;
mod choice;
pub mod desk_task;
mod end;
mod line;
mod time_passes;

use super::model::{Opt, When};
use crate::vocabulary::{Cue, Manner, NodeIx, Somebody, StaffIx, Text, VisitIx, VisitorIx};
pub use branch::Branch;
pub use choice::{Choice, Hub};
pub use desk_task::DeskTask;
pub use end::{End, Outcome};
pub use line::{Line, Variant};
use std::ops::{Deref, DerefMut};
pub use time_passes::TimePasses;

/// One step of a visit.
#[derive(Clone, Debug)]
pub struct Node {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// Byte range in its file, counted after a byte order mark.
    pub span: std::ops::Range<usize>,
    /// The file it stands in, where that is not `scenario.ron`.
    pub file: Option<String>,
    /// What it is, with all that belongs to it.
    pub kind: NodeKind,
}

/// The closed list of kinds: the type of each, and the question whether a node is one.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($of:ty), $as_kind:ident;)+) => {
        /// What a node is. `Topics` are a [`Choice`] with a [`Hub`].
        #[derive(Clone, Debug)]
        pub enum NodeKind {
            $(
                $(#[$doc])*
                #[doc = concat!("A [`", stringify!($of), "`].")]
                $kind($of),
            )+
        }

        impl NodeKind {
            $(/// The node, if it is of this kind.
            pub const fn $as_kind(&self) -> Option<&$of> {
                if let Self::$kind(one) = self { Some(one) } else { None }
            })+
        }

        /// What can be asked of any node is asked of the one at hand.
        impl Deref for NodeKind {
            type Target = dyn AsNode;
            fn deref(&self) -> &(dyn AsNode + 'static) {
                match self { $(Self::$kind(one) => one,)+ }
            }
        }

        impl DerefMut for NodeKind {
            fn deref_mut(&mut self) -> &mut (dyn AsNode + 'static) {
                match self { $(Self::$kind(one) => one,)+ }
            }
        }

        $(impl From<$of> for NodeKind {
            fn from(one: $of) -> Self {
                Self::$kind(one)
            }
        })+
    };
}

kinds! {
    Line(Line), as_line;
    Choice(Choice), as_choice;
    /// A form to fill or an answer to compose.
    Desk(DeskTask), as_desk;
    TimePasses(TimePasses), as_time_passes;
    Branch(Branch), as_branch;
    End(End), as_end;
}

/// What can be asked of a node of any kind.
pub trait AsNode {
    /// Fluent message: what this kind is called.
    fn kind_id(&self) -> &'static str;

    /// All ways on, in the order of writing; none where the play ends.
    fn exits(&self) -> Vec<Exit<'_>>;

    /// Where the ways on lead within the visit, to be led elsewhere.
    fn targets_mut(&mut self) -> Vec<&mut Target>;

    /// What is read there to decide how the play goes, in the order of writing; parts of conditions are not listed.
    fn conditions(&self) -> Vec<&When> {
        Vec::new()
    }

    /// How many ways its conditions can send the play: variants of a line, ways of a branch.
    fn sides(&self) -> usize {
        1
    }

    /// What is said there.
    fn speech(&self) -> Option<Speech<'_>> {
        None
    }

    /// Whether the play waits there for the trainee.
    fn asks(&self) -> bool {
        false
    }

    /// What the trainee can choose or write there, by its position.
    fn option(&self, _at: u8) -> Option<&Opt> {
        None
    }

    /// What an option goes by within its node.
    fn option_name(&self, _at: u8) -> Option<String> {
        None
    }

    /// All that the trainee can choose or write there.
    fn options(&self) -> Box<dyn Iterator<Item = &Opt> + '_> {
        Box::new((0..=u8::MAX).map_while(|at| self.option(at)))
    }

    /// What stands there to be read.
    fn texts(&self) -> Vec<&Text>;

    /// The texts that are translated, each with what its name adds to that of the node (`.title`), in the order in which
    /// a translator reads them.
    fn texts_mut(&mut self) -> Vec<(String, &mut Text)>;
}

/// Where the play goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// On to this one.
    Node(NodeIx),
    /// Back to where a hook broke in.
    Return,
}

/// One way on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exit<'n> {
    /// Where it leads.
    pub to: Lead,
    /// Why it is taken.
    pub why: Why,
    /// On what it depends whether this way is open.
    pub when: Option<&'n When>,
}

impl Exit<'_> {
    fn new(target: Target, why: Why) -> Self {
        Self { to: target.into(), why, when: None }
    }
}

/// What a way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// On to this one.
    Node(NodeIx),
    /// Back to where a hook broke in.
    Return,
    /// To the beginning of another visit.
    Visit(VisitIx),
}

impl From<Target> for Lead {
    fn from(target: Target) -> Self {
        match target {
            Target::Node(node) => Self::Node(node),
            Target::Return => Self::Return,
        }
    }
}

/// Why a way is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no other.
    Then,
    /// An option of a choice.
    Option(u8),
    /// A subject of `Topics` is opened.
    Topic(u8),
    /// The option that leaves `Topics` early.
    Leave(u8),
    /// Nothing obligatory is left of `Topics`.
    Done,
    /// A desk task is handed in, whatever is wrong with it.
    HandedIn,
    /// … with nothing wrong,
    Clean,
    /// … or with something.
    Faulty,
    /// A way of a branch.
    Way(u16),
    /// None of its conditions holds.
    Otherwise,
    /// So many days pass.
    Days(u16),
}

impl Why {
    /// The option with which it is taken.
    pub const fn option(self) -> Option<u8> {
        match self {
            Self::Option(at) | Self::Topic(at) | Self::Leave(at) => Some(at),
            _ => None,
        }
    }
}

/// What is said at a node.
#[derive(Clone, Copy, Debug)]
pub struct Speech<'n> {
    /// The visitor who speaks; `None`: narration, or one of our own people.
    pub who: Option<VisitorIx>,
    /// Which of our own people speaks.
    pub staff: Option<StaffIx>,
    /// How it is said.
    pub manner: Manner,
    /// Never empty; the first whose condition holds is said, the last has none.
    pub variants: &'n [Variant],
}

impl<'n> Speech<'n> {
    /// Who speaks; `None`: narration.
    pub fn speaker(&self) -> Option<Somebody> {
        self.who.map(Somebody::Visitor).or(self.staff.map(Somebody::Staff))
    }

    /// The cues of all variants.
    pub fn cues(&self) -> impl Iterator<Item = Cue> + use<'n> {
        self.variants.iter().flat_map(|variant| &variant.cues).copied()
    }
}
