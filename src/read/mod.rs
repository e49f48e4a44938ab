//! Bytes → articles; one file per format.
