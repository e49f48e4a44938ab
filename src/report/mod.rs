//! Analysis → a format; one file per format. Nothing is computed here.
