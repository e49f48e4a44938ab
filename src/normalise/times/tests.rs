//! Cases of times: phrase, reference date, expected stretch.
