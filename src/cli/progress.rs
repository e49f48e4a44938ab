//! A bar on standard error for work that takes long, where somebody is there to see it.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work that is done sooner than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(700);

/// How far the work has come.
pub(super) struct Progress {
    total: u64,
    start: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(articles: usize) -> Progress {
        Progress { total: articles as u64, start: Instant::now(), bar: None }
    }

    /// So many articles are through. The bar is drawn once the work proves to be long.
    pub(super) fn reach(&mut self, articles: usize) {
        let is_long = self.start.elapsed() > PATIENCE && (articles as u64) < self.total;
        if self.bar.is_none() && is_long && io::stderr().is_terminal() {
            let bar = ProgressBar::new(self.total);
            let style = ProgressStyle::with_template("reading {bar:30} {pos} of {len} articles");
            self.bar = Some(style.map_or_else(|_| bar.clone(), |s| bar.clone().with_style(s)));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(articles as u64);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
