//! `cargo xtask attack`: hostile and merely odd stories of a given size → how long the program takes on each and how much
//! memory it holds at most, as the table in docs/src/limits.md.

mod shapes;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::eval::root;
use shapes::Shape;

/// What to attack with.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The program to attack; without it, target/release/gainsay is built
    #[arg(long)]
    program: Option<PathBuf>,
    /// Bytes of a story
    #[arg(long, default_value_t = 1_000_000)]
    size: usize,
    /// Only shapes whose name has this in it
    #[arg(long)]
    only: Option<String>,
    /// Seconds after which a run is given up
    #[arg(long, default_value_t = 60)]
    limit: u64,
    /// Print the table and leave docs/src/limits.md as it is
    #[arg(long)]
    dry: bool,
}

/// What one run took.
struct Cost {
    /// Time of all cores together, where the system tells; else time on the clock.
    time: Duration,
    /// Most bytes in memory, where the system tells.
    peak: Option<u64>,
    /// It was given up, or ended by a signal or with a code that means failure.
    failed: bool,
}

/// Runs every shape at the given size and at twice that.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let program = match &args.program {
        Some(program) => program.clone(),
        None => built()?,
    };
    let folder = root().join("target/attack");
    let mut table = String::from(HEAD);
    print!("{HEAD}");
    let wanted = |s: &&Shape| args.only.as_ref().is_none_or(|only| s.name.contains(only.as_str()));
    for shape in shapes::ALL.iter().filter(wanted) {
        let once = attack(&program, &folder, shape, args.size, args.limit)?;
        let twice = attack(&program, &folder, shape, 2 * args.size, args.limit)?;
        let row = row(shape, &once, &twice);
        print!("{row}");
        table.push_str(&row);
    }
    fs::remove_dir_all(&folder).ok();
    if args.dry || args.only.is_some() { Ok(()) } else { write(&table, args.size) }
}

const HEAD: &str = "| shape | time | memory | time at twice the size |\n|---|--:|--:|--:|\n";

fn row(shape: &Shape, once: &Cost, twice: &Cost) -> String {
    let seconds = |c: &Cost| match c.failed {
        true => format!("failed after {:.1} s", c.time.as_secs_f64()),
        false => format!("{:.2} s", c.time.as_secs_f64()),
    };
    let memory = once.peak.map_or("unknown".to_owned(), |p| format!("{} MB", p / 1_000_000));
    let ratio = twice.time.as_secs_f64() / once.time.as_secs_f64();
    format!("| {} | {} | {memory} | {} (× {ratio:.1}) |\n", shape.name, seconds(once), seconds(twice))
}

fn built() -> Result<PathBuf, Box<dyn Error>> {
    let status =
        Command::new("cargo").current_dir(root()).args(["build", "--release", "--quiet"]).status()?;
    if !status.success() {
        return Err("the program does not build".into());
    }
    Ok(root().join("target/release/gainsay"))
}

fn attack(
    program: &Path,
    folder: &Path,
    shape: &Shape,
    size: usize,
    limit: u64,
) -> Result<Cost, Box<dyn Error>> {
    fs::remove_dir_all(folder).ok();
    fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    for (name, content) in (shape.story)(size) {
        let path = folder.join(name);
        fs::write(&path, content)?;
        files.push(path);
    }
    let mut command = Command::new(program);
    command.args(["check", "--format", "json"]).args(&files);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    watch(command.spawn()?, Duration::from_secs(limit))
}

/// Waits for the end, looking at the memory now and then.
fn watch(mut child: Child, limit: Duration) -> Result<Cost, Box<dyn Error>> {
    let start = Instant::now();
    let (mut peak, mut worked) = (None, None);
    loop {
        peak = peak.max(most_held(child.id()));
        worked = worked.max(work(child.id()));
        let time = worked.unwrap_or_else(|| start.elapsed());
        if let Some(status) = child.try_wait()? {
            return Ok(Cost { time, peak, failed: status.code().is_none_or(|c| c > 2) });
        }
        if time > limit {
            child.kill()?;
            child.wait()?;
            return Ok(Cost { time, peak, failed: true });
        }
        std::thread::sleep(Duration::from_millis(3));
    }
}

/// Processor time of a running process, on Linux, where a tick is a hundredth of a second.
fn work(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks: Vec<u64> = fields.split_whitespace().skip(11).take(2).filter_map(|f| f.parse().ok()).collect();
    Some(Duration::from_millis(10 * ticks.iter().sum::<u64>()))
}

/// The most bytes that a running process has held, on Linux.
fn most_held(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Puts the table between its marks in docs/src/limits.md.
fn write(table: &str, size: usize) -> Result<(), Box<dyn Error>> {
    const MARKS: [&str; 2] = ["<!-- attack -->", "<!-- /attack -->"];
    let path = root().join("docs/src/limits.md");
    let page = fs::read_to_string(&path)?;
    let (head, rest) = page.split_once(MARKS[0]).ok_or("docs/src/limits.md has no mark for the table")?;
    let (_, tail) = rest.split_once(MARKS[1]).ok_or("docs/src/limits.md has no mark after the table")?;
    let note = format!("Stories of {size} bytes, by `cargo xtask attack`:");
    fs::write(&path, format!("{head}{}\n\n{note}\n\n{table}\n{}{tail}", MARKS[0], MARKS[1]))?;
    Ok(())
}
