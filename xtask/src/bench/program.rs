//! The whole program on a story, against starting Python and against a short Python script for the same job.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{Args, fastest};
use crate::eval::root;

pub(super) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let built = Command::new("cargo").current_dir(root()).args(["build", "--release", "--quiet"]).status()?;
    if !built.success() {
        return Err("the program does not build".into());
    }
    let start = fastest(args.runs, Command::new("python3").args(["-S", "-c", "pass"]))?;
    println!("{:44} {:>9}", "python3 -S -c pass", millis(start));
    let example = [root().join("examples/smuggling-network")];
    row("gainsay check examples/smuggling-network", fastest(args.runs, &mut gainsay(&example))?, start, None);
    let stories = args.shared.join("gold/stories");
    if let Some(folder) = longest(&stories)? {
        let files = files(&folder)?;
        let naive = fastest(
            args.runs,
            Command::new("python3").arg(root().join("xtask/peers/naive.py")).args(&files),
        )?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        row(&format!("naive.py on {name} ({} articles)", files.len()), naive, start, None);
        row(
            &format!("gainsay check on {name}"),
            fastest(args.runs, &mut gainsay(&files))?,
            start,
            Some(naive),
        );
    }
    Ok(())
}

fn gainsay(paths: &[PathBuf]) -> Command {
    let mut command = Command::new(root().join("target/release/gainsay"));
    command.args(["check", "--format", "json"]).args(paths);
    command
}

fn row(name: &str, time: Duration, start: Duration, naive: Option<Duration>) {
    let ratio = |of: Duration| time.as_secs_f64() / of.as_secs_f64();
    let beside = naive.map(|n| format!(", {:.2} × the script", ratio(n))).unwrap_or_default();
    println!("{name:44} {:>9}  {:.2} × python3's start{beside}", millis(time), ratio(start));
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// The labelled story with the most bytes, where there are any.
fn longest(stories: &Path) -> Result<Option<PathBuf>, Box<dyn Error>> {
    let mut sized = Vec::new();
    for folder in fs::read_dir(stories).into_iter().flatten() {
        let folder = folder?.path();
        let bytes: u64 = files(&folder)?.iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum();
        sized.push((bytes, folder));
    }
    Ok(sized.into_iter().max().map(|(_, folder)| folder))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    Ok(files)
}
