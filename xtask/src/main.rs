//! Trains the models, scores accuracy, generates docs.

fn main() {}
