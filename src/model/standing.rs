//! Questions that almost every report of an incident answers, whatever its words: how many were killed, when it happened,
//! how long the officer had served.

/// Such a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// How many people were killed.
    Killed,
    /// How many people were hurt and live.
    Hurt,
    /// How many people were shot, hit or stabbed, dead or not.
    Struck,
    /// How many people were arrested.
    Arrested,
    /// At what time of day it happened.
    Happened,
    /// At what time of day it was reported, or help was called or came.
    Reported,
    /// For how long somebody has served or worked.
    Served,
}
