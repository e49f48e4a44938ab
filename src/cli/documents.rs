//! What gainsay says of itself: its checks, schemas, shell completions, its manual page.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use clap::{ColorChoice, CommandFactory};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::args::{Args, Schema};
use super::{Failure, Outcome, config, output};
use crate::english::attributes::{Attribute, Compare, attribute, attributes};
use crate::read::{READERS, Reader};
use crate::{check, report};

const CODE: Style = AnsiColor::Cyan.on_default().bold();

/// Prints the JSON Schema of the report or of the settings.
pub(super) fn schema(which: Schema) -> Result<Outcome, Failure> {
    let schema = match which {
        Schema::Report => report::schema(),
        Schema::Config => config::schema(),
    };
    print(ColorChoice::Never, |out| {
        serde_json::to_writer_pretty(&mut *out, &schema)?;
        writeln!(out)
    })
}

/// Prints a shell's completions.
pub(super) fn completions(shell: clap_complete::Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "gainsay", &mut script);
    print(ColorChoice::Never, |out| out.write_all(&script))
}

/// Prints the manual page: that of the program, and those of its commands after it.
pub(super) fn man() -> Result<Outcome, Failure> {
    let mut program = Args::command();
    program.build();
    print(ColorChoice::Never, |out| {
        clap_mangen::Man::new(program.clone()).render(out)?;
        for command in program.get_subcommands().filter(|c| c.get_name() != "help") {
            clap_mangen::Man::new(command.clone()).render(out)?;
        }
        Ok(())
    })
}

/// Lists the kinds of file that are read: name, extensions, what is taken from them.
pub(super) fn formats(color: ColorChoice) -> Result<Outcome, Failure> {
    let extensions = |r: &Reader| r.extensions.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(" ");
    let widest = READERS.iter().map(|r| r.name.len()).max().unwrap_or_default();
    let longest = READERS.iter().map(|r| extensions(r).len()).max().unwrap_or_default();
    print(color, |out| {
        for reader in READERS {
            let (name, extensions) = (reader.name, extensions(reader));
            writeln!(out, "{CODE}{name:widest$}{CODE:#}  {extensions:longest$}  {}", reader.summary)?;
        }
        Ok(())
    })
}

/// Lists the checks: code, severity, what each looks for.
pub(super) fn checks(color: ColorChoice) -> Result<Outcome, Failure> {
    let metas = check::metas();
    let widest = metas.iter().map(|m| m.code.len()).max().unwrap_or_default();
    print(color, |out| {
        for meta in metas {
            let (code, severity) = (meta.code, meta.severity.as_str());
            writeln!(out, "{CODE}{code:widest$}{CODE:#}  {severity:7}  {}", meta.summary)?;
        }
        Ok(())
    })
}

/// Says what a check looks for, and how to set it.
pub(super) fn explain(code: &str, color: ColorChoice) -> Result<Outcome, Failure> {
    if code == "attributes" {
        return print(color, |out| {
            let rows = attributes().iter();
            rows.map(|row| (row, row.question.as_str()))
                .try_for_each(|(row, asks)| writeln!(out, "{CODE}{}{CODE:#}: {asks}", row.name))
        });
    }
    if let Some(row) = attribute(code) {
        return print(color, |out| explain_attribute(row, out));
    }
    let Some(meta) = check::metas().into_iter().find(|m| m.code == code) else { return Ok(Outcome::Clean) };
    let width = output::width();
    print(color, |out| {
        writeln!(out, "{CODE}{}{CODE:#}: {}\n", meta.code, meta.summary)?;
        for paragraph in meta.docs.split("\n\n") {
            writeln!(out, "{}\n", textwrap::fill(&plain(paragraph), width))?;
        }
        writeln!(
            out,
            "Its conflicts are of severity {}. To have it otherwise, in gainsay.toml:\n",
            meta.severity
        )?;
        writeln!(out, "    [checks.{}]", meta.code)?;
        writeln!(out, "    severity = \"{}\"    # error, warning, note, off", meta.severity)?;
        writeln!(out, "    min-confidence = 0.5")
    })
}

/// Says what an attribute asks, how it is told, and what its examples are.
fn explain_attribute(row: &Attribute, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{CODE}{}{CODE:#}: {}\n", row.name, row.question)?;
    let verdict = match row.compare {
        Compare::Exclusive => "Two different values are a conflict",
        Compare::Ladder => "A later value is an update",
        Compare::Free => "Different values can all be true",
    };
    writeln!(out, "{verdict}{}{}.", if row.reason.is_empty() { "" } else { ": " }, row.reason)?;
    if !row.values().is_empty() {
        writeln!(
            out,
            "{}",
            textwrap::fill(&format!("Values: {}.", row.values().join(", ")), output::width())
        )?;
    }
    for trigger in &row.triggers {
        writeln!(out, "Told by: {}", textwrap::fill(&trigger.words, output::width()))?;
    }
    for (heading, examples) in [("It fires between", &row.fires), ("It ignores", &row.ignores)] {
        writeln!(out, "\n{heading}:")?;
        for [a, b] in examples {
            writeln!(out, "    {a}\n    {b}\n")?;
        }
    }
    Ok(())
}

/// The words of a paragraph of Markdown; what is emphasised there are examples, so it gets quotation marks.
fn plain(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(Tag::Emphasis) => words.push('“'),
            Event::End(TagEnd::Emphasis) => words.push('”'),
            _ => {}
        }
    }
    // An example that is a quotation has its own marks.
    words.replace("“\"", "“").replace("\"”", "”").replace("““", "“").replace("””", "”")
}

fn print(
    color: ColorChoice,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<Outcome, Failure> {
    let mut out = output::stdout(color);
    write(&mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}
