//! Analysis → SARIF 2.1.0, for code-scanning dashboards: one result a finding, the outlets' passages as its locations.
//!
//! Regions count code points in the text as it was read. A web page's or a JSON file's text is not the file, so it is
//! an artifact of its own inside the file's, as SARIF has it for what is unpacked from a container.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_sarif::sarif::{
    Artifact, ArtifactContent, ArtifactLocation, Invocation, Location, Message, MultiformatMessageString,
    Notification, PhysicalLocation, PropertyBag, Region, ReportingConfiguration, ReportingDescriptor,
    Result as SarifResult, ResultBaselineState, ResultKind, ResultLevel, Run, Sarif, Tool, ToolComponent,
};

use super::Options;
use super::excerpt::visible;
use super::fingerprint::fingerprint;
use crate::model::{Analysis, Article, Claim, Field, Finding, Problem, Rule, Severity, Verdict};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Artifacts an article: the file, its title, its text.
const PARTS: i64 = 3;

pub(super) fn write(analysis: &Analysis, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut runs = Runs::default();
    runs.add(analysis, options);
    runs.write(out)
}

/// The runs of a log: one a story.
#[derive(Default)]
pub(super) struct Runs(Vec<Run>);

impl Runs {
    pub(super) fn add(&mut self, analysis: &Analysis, options: &Options<'_>) {
        let findings = analysis.findings.iter().filter(|f| !f.is_quiet());
        let artifacts = (0i64..).zip(&analysis.articles).flat_map(|(i, a)| artifacts(i, a));
        let run = Run::builder()
            .tool(tool(analysis))
            .invocations(vec![invocation(analysis)])
            .artifacts(artifacts.collect::<Vec<_>>())
            .column_kind("unicodeCodePoints")
            .results(findings.map(|f| result(analysis, options, f)).collect::<Vec<_>>())
            .build();
        self.0.push(run);
    }

    pub(super) fn write(self, out: &mut dyn Write) -> io::Result<()> {
        let sarif = Sarif::builder().schema(SCHEMA).version("2.1.0").runs(self.0).build();
        serde_json::to_writer_pretty(&mut *out, &sarif)?;
        writeln!(out)
    }
}

/// How the run went: what could not be read or understood.
fn invocation(analysis: &Analysis) -> Invocation {
    let notification = |problem: &Problem| {
        let text = format!("{}: {}", visible(&problem.article), visible(&problem.message));
        let message = Message::builder().text(text).build();
        Notification::builder().level(ResultLevel::Warning.to_string()).message(message).build()
    };
    Invocation::builder()
        .execution_successful(true)
        .tool_execution_notifications(analysis.problems.iter().map(notification).collect::<Vec<_>>())
        .build()
}

/// Every check that ran is a rule, whether it found something or not: so SARIF has it.
fn tool(analysis: &Analysis) -> Tool {
    let rules: Vec<_> = analysis.rules.iter().map(rule).collect();
    let driver =
        ToolComponent::builder().name("gainsay").version(env!("CARGO_PKG_VERSION")).rules(rules).build();
    Tool::builder().driver(driver).build()
}

fn rule(rule: &Rule) -> ReportingDescriptor {
    let words = |text: &str| MultiformatMessageString::builder().text(text).build();
    let help = MultiformatMessageString::builder().text(rule.meta.docs).markdown(rule.meta.docs).build();
    ReportingDescriptor::builder()
        .id(rule.meta.code)
        .short_description(words(rule.meta.summary))
        .help(help)
        .default_configuration(
            ReportingConfiguration::builder().level(level(rule.severity).to_string()).build(),
        )
        .build()
}

fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Note => ResultLevel::Note,
    }
}

/// The file, its title and its text: three artifacts an article, the latter two inside the first.
fn artifacts(index: i64, article: &Article) -> [Artifact; 3] {
    let location = |uri: String| ArtifactLocation::builder().uri(uri).build();
    let part = |field| {
        let at = location(part_uri(article, field));
        Artifact::builder().location(at).parent_index(index * PARTS).mime_type("text/plain").build()
    };
    [Artifact::builder().location(location(uri(article))).build(), part(Field::Title), part(Field::Text)]
}

fn uri(article: &Article) -> String {
    let path = article.path.as_ref().map_or_else(|| article.id.clone(), |p| p.display().to_string());
    reference(&path)
}

/// A path or an id as a relative reference: all that could make a scheme, a host, a query or markup of it is encoded.
fn reference(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' | b'/' if !uri.is_empty() && uri.chars().all(|c| c == '/') => uri.push_str("%2F"),
            b'\\' => uri.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn part_uri(article: &Article, field: Field) -> String {
    format!("{}#{}", uri(article), if field == Field::Title { "title" } else { "text" })
}

fn result(analysis: &Analysis, options: &Options<'_>, finding: &Finding) -> SarifResult {
    let (kind, level) = match finding.verdict {
        Verdict::Conflict => {
            (ResultKind::Fail, analysis.severity(finding).map_or(ResultLevel::Warning, level))
        }
        Verdict::Variant | Verdict::Update | Verdict::Compatible => {
            (ResultKind::Informational, ResultLevel::None)
        }
        Verdict::Agree => (ResultKind::Pass, ResultLevel::None),
    };
    let fingerprint = fingerprint(finding);
    let is_known = options.known.contains(&fingerprint);
    let state = if is_known { ResultBaselineState::Unchanged } else { ResultBaselineState::New };
    let mut locations = finding.positions.iter().flat_map(|p| {
        let claims = p.claims.iter().filter_map(|id| analysis.graph.claim(*id));
        claims.filter_map(|c| location(analysis, c, &p.value))
    });
    let first: Vec<Location> = locations.next().into_iter().collect();
    let properties = BTreeMap::from([
        ("verdict".to_owned(), finding.verdict.as_str().into()),
        ("confidence".to_owned(), finding.confidence.into()),
        ("kind".to_owned(), finding.kind.as_str().into()),
    ]);
    let text = format!("{} {}", visible(&finding.question), visible(&finding.explanation));
    let mut result = SarifResult::builder()
        .rule_id(finding.code)
        .rule_index(analysis.rules.iter().position(|r| r.meta.code == finding.code).map_or(-1, count))
        .kind(kind)
        .level(level)
        .message(Message::builder().text(text).build())
        .locations(first)
        .related_locations(locations.collect::<Vec<_>>())
        .partial_fingerprints(BTreeMap::from([("gainsay/v1".to_owned(), fingerprint)]))
        .properties(PropertyBag::builder().additional_properties(properties).build())
        .build();
    result.baseline_state = (!options.known.is_empty()).then(|| state.to_string().into());
    result
}

/// Where a claim stands; the message says what is claimed there.
fn location(analysis: &Analysis, claim: &Claim, value: &str) -> Option<Location> {
    let index = i64::from(claim.article) * PARTS + if claim.span.field == Field::Title { 1 } else { 2 };
    let article = analysis.articles.get(claim.article as usize)?;
    let artifact = ArtifactLocation::builder().uri(part_uri(article, claim.span.field)).index(index).build();
    let physical = PhysicalLocation::builder()
        .artifact_location(artifact)
        .region(region(article, claim.span))
        .context_region(region(article, claim.sentence))
        .build();
    let message = Message::builder().text(format!("{}: {}", visible(article.name()), visible(value))).build();
    Some(Location::builder().physical_location(physical).message(message).build())
}

fn region(article: &Article, span: crate::model::Span) -> Region {
    let field = article.field(span.field);
    let before = field.get(..span.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let words = article.quote(&span);
    Region::builder()
        .start_line(count(before.matches('\n').count()) + 1)
        .start_column(count(line.chars().count()) + 1)
        .char_offset(count(before.chars().count()))
        .char_length(count(words.chars().count()))
        .snippet(ArtifactContent::builder().text(words).build())
        .build()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn an_id_is_never_more_than_a_path() {
        let cases = [
            ("articles/a b.txt", "articles/a%20b.txt"),
            ("a\\b", "a/b"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29"),
            ("//evil.example/x", "/%2Fevil.example/x"),
            ("a?b#c%", "a%3Fb%23c%25"),
            ("\u{1b}]8;;x", "%1B%5D8%3B%3Bx"),
        ];
        for (id, expected) in cases {
            assert_eq!(reference(id), expected);
        }
    }
}
