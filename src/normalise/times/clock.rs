//! Atoms → a moment of the day: "11:30", "10 p.m.", "noon", "half past eight", with what its wording leaves open.

use smol_str::SmolStr;

use super::lexicon::Part;
use crate::model::Granularity;

/// Seconds in an hour.
pub(super) const HOUR: i32 = 3600;

/// A time of day or a stretch of the day, in seconds from midnight; beyond a day's length it reaches into the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) from: Option<i32>,
    pub(super) to: Option<i32>,
    pub(super) earliest: Option<i32>,
    pub(super) latest: Option<i32>,
    pub(super) granularity: Granularity,
    /// Is it a stretch rather than a moment?
    pub(super) range: bool,
    pub(super) approx: bool,
    pub(super) zone: Option<SmolStr>,
    /// The named part of the day, where it is one.
    pub(super) part: Option<Part>,
    /// Does the wording leave the half of the day open ("at 8")?
    pub(super) unsure: bool,
}

impl Clock {
    /// The hour as TIMEX3 has it: "22:30", "19", "NI" for a night, "10/12" for a stretch.
    pub(super) fn code(&self) -> String {
        let hour = |s: i32| match (s.rem_euclid(24 * HOUR) / HOUR, s.rem_euclid(HOUR) / 60) {
            (hour, 0) => format!("{hour:02}"),
            (hour, minute) => format!("{hour:02}:{minute:02}"),
        };
        let part = match self.part {
            Some(Part::Dawn | Part::Morning | Part::Breakfast) => "MO",
            Some(Part::Daytime | Part::Lunch) => "DT",
            Some(Part::Afternoon) => "AF",
            Some(Part::Evening | Part::Dusk | Part::Dinner) => "EV",
            Some(Part::Night | Part::Nighttime) => "NI",
            None if !self.range => return self.from.map(hour).unwrap_or_default(),
            None => {
                let end = |s: Option<i32>| s.map(hour).unwrap_or_default();
                return format!("{}/{}", end(self.from), end(self.to));
            }
        };
        part.to_owned()
    }
    /// Settles the half of the day by a part of it ("just before 10 last night").
    pub(super) fn in_part(mut self, part: Part) -> Clock {
        let hour = self.from.or(self.to).map_or(0, |s| s / HOUR);
        let late = match part {
            Part::Afternoon | Part::Evening | Part::Dusk | Part::Dinner => true,
            Part::Night => hour >= 5,
            _ => false,
        };
        if self.unsure {
            let shift = |s: Option<i32>| s.map(|s| if late { s + 12 * HOUR } else { s });
            let latest = self.latest.map(|s| if late { s } else { s - 12 * HOUR });
            (self.from, self.to, self.earliest) = (shift(self.from), shift(self.to), shift(self.earliest));
            (self.latest, self.unsure) = (latest, false);
        }
        self
    }
}

/// A moment before the half of the day is settled.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) hour: i32,
    pub(super) minute: i32,
    pub(super) second: i32,
    /// Is it after noon? `None` when the wording does not say.
    pub(super) pm: Option<bool>,
    pub(super) granularity: Granularity,
    /// Is it a time whatever stands beside it ("5pm", "noon"), not just a number?
    pub(super) explicit: bool,
    /// "0730"
    pub(super) compact: bool,
    /// "o'clock", "past": no score or ratio
    pub(super) worded: bool,
    pub(super) midnight: bool,
    pub(super) zone: Option<SmolStr>,
}

impl Moment {
    pub(super) fn new(hour: i32, minute: i32, granularity: Granularity) -> Moment {
        Moment {
            hour,
            minute,
            second: 0,
            pm: None,
            granularity,
            explicit: false,
            compact: false,
            worded: false,
            midnight: false,
            zone: None,
        }
    }

    /// Does the wording leave the half of the day open?
    pub(super) fn unsure(&self) -> bool {
        self.pm.is_none() && (1..=12).contains(&self.hour) && !self.compact
    }

    /// Seconds from midnight.
    pub(super) fn seconds(&self) -> i32 {
        let hour = match self.pm {
            Some(true) if self.hour < 12 => self.hour + 12,
            Some(false) if self.hour == 12 => 0,
            _ => self.hour,
        };
        hour * HOUR + self.minute * 60 + self.second
    }

    /// Settles the half of the day by a part of it ("eight in the evening").
    pub(super) fn in_part(&mut self, part: Part) {
        if self.pm.is_some() {
            return;
        }
        self.pm = match part {
            Part::Dawn | Part::Morning | Part::Breakfast => Some(false),
            Part::Night | Part::Nighttime => Some((6..12).contains(&self.hour)),
            _ => Some(true),
        };
        self.explicit = true;
    }

    /// The moment as a time of day.
    pub(super) fn clock(&self) -> Clock {
        let from = self.seconds();
        let step = if self.granularity == Granularity::Second { 1 } else { 60 };
        let (earliest, latest) = match (self.midnight, self.unsure()) {
            // "midnight Thursday" begins or ends the day
            (true, _) => (from, 24 * HOUR + 60),
            (_, true) => (from, from % (12 * HOUR) + 12 * HOUR + step),
            _ => (from, from + step),
        };
        Clock {
            from: Some(from),
            to: Some(from + step),
            earliest: Some(earliest),
            latest: Some(latest),
            granularity: self.granularity,
            range: false,
            approx: false,
            zone: self.zone.clone(),
            part: None,
            unsure: self.unsure(),
        }
    }
}

/// Noon or midnight.
pub(super) fn named(hour: i32, midnight: bool) -> Moment {
    let mut moment = Moment::new(hour, 0, Granularity::Hour);
    (moment.pm, moment.explicit, moment.midnight) = (Some(hour == 12), true, midnight);
    moment
}
