//! `gainsay extract`: what each article claims, by itself.

use std::io::Write;

use super::args::Extract;
use super::check::story;
use super::config::Settings;
use super::{Failure, Outcome, complain, output};
use crate::{pipeline, report};

pub(super) fn run(args: &Extract, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let story = story(&args.story);
    for problem in &story.problems {
        complain(&format!("{}: {}", problem.article, problem.message));
    }
    if story.articles.is_empty() {
        return Err(Failure::NoArticle);
    }
    let settings = Settings::load(args.config.as_deref(), &args.story.paths)?;
    let claims = pipeline::claims_with(&story.articles, &settings.pipeline());
    let mut out = output::stdout(color);
    report::claims(&story.articles, &claims, &mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}
