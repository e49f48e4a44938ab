//! `gainsay extract`: what each article claims, by itself.

use std::io::{self, Write};

use super::args::Extract;
use super::config::Settings;
use super::{Failure, Outcome, output, remarks};
use crate::{pipeline, read, report};

pub(super) fn run(args: &Extract, color: clap::ColorChoice) -> Result<Outcome, Failure> {
    let story = read::story(&args.story.paths, &mut io::stdin().lock());
    remarks::print(&story, args.story.verbose, false);
    if story.articles.is_empty() {
        return Err(Failure::NoArticle);
    }
    let settings = Settings::load(args.config.as_deref(), &args.story.paths)?;
    let claims = pipeline::claims_with(&story.articles, &settings.pipeline());
    let mut out = output::target(args.target.output.as_deref(), color)?;
    report::claims(&story.articles, &claims, &mut out)?;
    out.flush()?;
    Ok(if story.unread > 0 { Outcome::Incomplete } else { Outcome::Clean })
}
