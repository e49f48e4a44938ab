//! Gets what training needs from Debian and PyPI, once, into target/train/.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Result;

/// Where fetched packages and intermediate files live.
pub(crate) fn workspace() -> Result<PathBuf> {
    let folder = std::env::current_dir()?.join("target/train");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs a command to its end, on one thread, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1").status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

/// The files of a Debian package, unpacked (needs apt-get and dpkg-deb).
pub(crate) fn debian(package: &str) -> Result<PathBuf> {
    let folder = workspace()?.join(package);
    if !folder.exists() {
        let download = workspace()?.join(format!("{package}.download"));
        std::fs::create_dir_all(&download)?;
        run(Command::new("apt-get").args(["download", package]).current_dir(&download))?;
        for entry in std::fs::read_dir(&download)? {
            run(Command::new("dpkg-deb").arg("-x").arg(entry?.path()).arg(&folder))?;
        }
    }
    Ok(folder)
}

/// A Python interpreter that has the given PyPI packages, without what they depend on.
pub(crate) fn python(packages: &[&str]) -> Result<PathBuf> {
    let folder = workspace()?.join("venv");
    let python = folder.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps"]).args(packages))?;
    Ok(python)
}

/// The folder of an installed Python package.
pub(crate) fn python_package(python: &Path, name: &str) -> Result<PathBuf> {
    let code = format!("import sysconfig; print(sysconfig.get_paths()['purelib'] + '/{name}')");
    let output = Command::new(python).args(["-c", &code]).output()?;
    Ok(PathBuf::from(String::from_utf8(output.stdout)?.trim()))
}
