//! Word → its part in times: months, weekdays, units, parts of the day, numbers, and the small words between them.

/// A calendar or clock unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A named stretch of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Daytime,
    Afternoon,
    Evening,
    Dusk,
    Night,
    Nighttime,
    Breakfast,
    Lunch,
    Dinner,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// Which one of a row: this, the one before, the one after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rel {
    This,
    Last,
    /// "past": the stretch up to now rather than the calendar's last one.
    Past,
    Next,
    /// "coming", "upcoming": the nearest one ahead.
    Coming,
}

/// Which share of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    Early,
    Mid,
    Late,
    Beginning,
    Middle,
    End,
}

/// What a modifier does to the time it stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    Before,
    Until,
    By,
    After,
    Since,
    /// "as of": from then on, or up to then
    AsOf,
}

/// What a word is to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lex {
    /// Nothing of ours.
    Other,
    /// A sign; dashes are `-`, all apostrophes `'`.
    Sign(u8),
    /// Digits: value (0 when longer than nine digits) and their number.
    Digits(u32, u8),
    /// A number word.
    Card(u16),
    /// A word for a place in an order.
    Ordinal(u8),
    /// A month; false when the word is as often something else.
    Month(i8, bool),
    /// A weekday, Monday 1; false when the word is as often something else.
    Weekday(i8, bool),
    /// "Mondays"
    Weekdays(i8),
    /// A unit, singular or (true) plural.
    Unit(Unit, bool),
    Part(Part),
    /// "mornings"
    Parts(Part),
    Season(Season),
    Rel(Rel),
    Share(Share),
    Limit(Limit),
    /// First word of a holiday's name.
    Holiday,
    /// "eighties": its first year in its century.
    Decade(u8),
    Noon,
    Midnight,
    Today,
    Tomorrow,
    Yesterday,
    Tonight,
    Overnight,
    Now,
    Ago,
    Am,
    Pm,
    OClock,
    A,
    The,
    Of,
    In,
    On,
    At,
    To,
    Through,
    From,
    Between,
    And,
    Or,
    For,
    Within,
    During,
    /// "about", "around", "approximately"
    About,
    /// "just", "shortly"
    Just,
    More,
    Less,
    Than,
    Every,
    Few,
    Several,
    Couple,
    Half,
    /// "fiscal", "school", "academic": a year of its own
    Fiscal,
    /// "daily"
    Daily,
    /// "starting", "beginning on", "commencing"
    Starting,
    /// "q1": its number
    Q,
    Time,
    /// First word of a limit or set of several words ("no later than", "once a week")
    Leads,
}
