//! The command line as its users see it: each case in `tests/cmd` is a command with its output and exit code.

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}
