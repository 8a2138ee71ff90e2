//! The stable codes. A number is never used for something else; new ones are added at the end of their group.

use serde::{Serialize, Serializer};

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, and is probably not meant so.
    Warning,
    /// To be known, not to be mended.
    Note,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal $severity:ident),+ $(,)?) => {
        /// What kind of problem, e.g. `CD0045`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                $(#[$doc])*
                #[doc = concat!("\n\nNumber ", $number, "; `diagnostics.ftl` has its words.")]
                $name
            ),+
        }

        impl Code {
            /// By their numbers.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];
            /// As in `CD0012`.
            pub const fn number(self) -> u16 {
                match self { $(Code::$name => $number),+ }
            }
            /// How much it weighs.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    // The file
    NotUtf8 = 1 Error,
    Gbk = 2 Error,
    Utf16 = 3 Error,
    Empty = 4 Error,
    NotAScenario = 5 Error,
    BadFolderName = 6 Error,
    NoScenarioFile = 7 Error,
    NotShared = 130 Error,
    // Characters
    FullWidth = 10 Error,
    CurlyQuote = 11 Error,
    Invisible = 12 Error,
    NotFinite = 13 Error,
    // Syntax
    MissingComma = 20 Error,
    NotClosed = 21 Error,
    WrongBracket = 22 Error,
    StringNotClosed = 23 Error,
    UnknownField = 24 Error,
    MissingField = 25 Error,
    FieldTwice = 26 Error,
    UnknownWord = 27 Error,
    WrongKind = 28 Error,
    TooDeep = 29 Error,
    Syntax = 30 Error,
    InnerQuote = 31 Error,
    ExtraBracket = 32 Error,
    BadComment = 33 Error,
    // Names
    BadId = 40 Error,
    IdTwice = 41 Error,
    UnknownAct = 42 Error,
    UnknownCue = 43 Error,
    UnknownFact = 44 Error,
    UnknownNode = 45 Error,
    UnknownVisitor = 46 Error,
    UnknownPromise = 47 Error,
    UnknownVar = 48 Error,
    UnknownVisit = 49 Error,
    UnknownPaper = 50 Error,
    UnknownArticle = 51 Error,
    UnknownPersona = 52 Error,
    UnknownLaw = 53 Error,
    UnknownOption = 54 Error,
    UnknownLanguage = 55 Error,
    StaffNotVisitor = 194 Error,
    StaffFeels = 195 Error,
    ActsNotOfStaff = 196 Error,
    // Acts and cues
    ArgumentMissing = 60 Error,
    ArgumentWrong = 61 Error,
    WordNeverSaid = 62 Error,
    WordNotInLine = 63 Error,
    NotInForce = 64 Error,
    // The play
    NumberOfOptions = 70 Error,
    TooMany = 69 Error,
    OptionKind = 71 Error,
    OutOfRange = 72 Error,
    NumberOfVisitors = 73 Error,
    NobodyPresent = 74 Error,
    EmptyText = 75 Error,
    TextTooLong = 210 Error,
    BadDate = 76 Error,
    BadTime = 77 Error,
    NumberOfNodes = 78 Error,
    Loop = 79 Error,
    NothingFollows = 80 Error,
    ReturnOutsideHook = 81 Error,
    // Desk tasks
    NumberOfFields = 82 Error,
    NumberOfEntries = 83 Error,
    UnknownEntry = 84 Error,
    EntryArgument = 85 Error,
    NothingRight = 86 Error,
    FieldNeeds = 87 Error,
    BadIdNumber = 88 Error,
    UnknownDeskTask = 89 Error,
    NotOnThePaper = 150 Error,
    // Topics
    NumberOfTopics = 95 Error,
    AllOptional = 96 Error,
    ReturnAmbiguous = 97 Error,
    UnknownCriterion = 98 Error,
    // The way of a matter
    UnknownStep = 140 Error,
    RouteOfClass = 141 Error,
    PastRefused = 142 Error,
    PastTooLate = 143 Error,
    StepWithoutMatter = 144 Error,
    // Claims and earlier answers
    UnknownClaim = 170 Error,
    UnknownAnswers = 171 Error,
    ClaimNeeds = 172 Error,
    AnswersNeed = 173 Error,
    NobodyDecidesSo = 174 Error,
    // Files taken in
    IncludeMissing = 125 Error,
    IncludeName = 126 Error,
    IncludeCircle = 127 Error,
    TooManyIncludes = 128 Error,
    PersonaCircle = 129 Error,
    // Local rules
    LawUnreadable = 160 Error,
    LawTaken = 161 Error,
    LawWrong = 162 Error,
    // Translations
    BadTranslation = 90 Error,
    UnknownMessage = 91 Warning,
    NotTranslated = 92 Warning,
    NeedlessTranslation = 93 Warning,
    StaleTranslation = 94 Warning,
    TranslatedWord = 99 Warning,
    // Smells: nothing breaks, but an author should look
    Unreachable = 101 Warning,
    DeadEnd = 102 Warning,
    SameActs = 103 Warning,
    GiveAway = 104 Warning,
    MirroredTooEarly = 105 Warning,
    FactNeverTold = 106 Warning,
    PromiseNeverDue = 107 Warning,
    CueUnanswerable = 108 Warning,
    OptionTooLong = 109 Warning,
    LineTooLong = 110 Warning,
    GlyphMissing = 111 Warning,
    VarNeverRead = 112 Warning,
    OptionWithoutId = 113 Warning,
    CriterionUntested = 114 Warning,
    CriterionOnlyLost = 115 Warning,
    TopicNeverLeft = 122 Warning,
    SetByHand = 123 Note,
    OptionWithoutActs = 124 Warning,
    BestStandsOut = 131 Warning,
    NeedlessAllow = 116 Warning,
    AllowWithoutReason = 117 Warning,
    EntryNeverRight = 118 Warning,
    RealIdNumber = 119 Warning,
    PaperIncomplete = 151 Warning,
    ClaimNeverDecided = 175 Warning,
    NeverDecidedRight = 176 Warning,
    DecidesNothing = 177 Warning,
    AnswersNeverTold = 178 Warning,
    ScoredAgainstClaim = 179 Warning,
    ToldByLooks = 180 Warning,
    ParaphrasedTooEarly = 181 Warning,
    UntoldInOption = 182 Warning,
    AddresseeUnclear = 183 Warning,
    DateAgainstDue = 184 Warning,
    WeekdayWrong = 185 Warning,
    SpeaksUnseen = 186 Warning,
    TopicRunsOn = 187 Warning,
    SameWords = 188 Warning,
    SameConsequences = 189 Warning,
    PromiseNeverMade = 190 Warning,
    CuesTogether = 191 Warning,
    LawRepealed = 192 Warning,
    OptionsAllClosed = 193 Warning,
}

impl Code {
    /// The Fluent message.
    pub fn text_id(self) -> String {
        self.to_string()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CD{:04}", self.number())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
