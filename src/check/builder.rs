//! What a check found → a finding; findings → their order and numbers. No other place gives a finding its number.

use crate::model::{ClaimId, Finding, Kind, Meta, Position, Severity, Verdict};

/// A finding in the making.
pub(crate) struct FindingBuilder(Finding);

impl FindingBuilder {
    /// A finding of a check that answers no question yet.
    pub(crate) fn new(meta: &Meta, kind: Kind, verdict: Verdict, confidence: f64) -> FindingBuilder {
        FindingBuilder(Finding {
            id: String::new(),
            code: meta.code,
            kind,
            verdict,
            confidence,
            question: String::new(),
            explanation: String::new(),
            positions: Vec::new(),
        })
    }

    /// The question in words.
    pub(crate) fn question(mut self, question: impl Into<String>) -> FindingBuilder {
        self.0.question = question.into();
        self
    }

    /// Why the verdict is so, in a sentence.
    pub(crate) fn explanation(mut self, explanation: impl Into<String>) -> FindingBuilder {
        self.0.explanation = explanation.into();
        self
    }

    /// The finding with the answers to its question.
    pub(crate) fn positions(mut self, positions: Vec<Position>) -> Finding {
        self.0.positions = positions;
        self.0
    }
}

/// Puts findings in the order of reports and numbers them: gravest, then surest first, then by place.
pub fn arrange(findings: &mut [Finding], severity: impl Fn(&Finding) -> Option<Severity>) {
    findings.sort_by(|a, b| {
        (a.verdict, severity(a))
            .cmp(&(b.verdict, severity(b)))
            .then(b.confidence.total_cmp(&a.confidence))
            .then_with(|| first(a).cmp(&first(b)))
    });
    for (n, finding) in (1u32..).zip(findings) {
        finding.id = format!("f{n}");
    }
}

/// The first claim of a finding.
fn first(finding: &Finding) -> Option<ClaimId> {
    finding.positions.iter().flat_map(|p| &p.claims).min().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: Meta = Meta { code: "value", summary: "", docs: "", severity: Severity::Error };

    #[test]
    fn gravest_then_surest_then_first() {
        let finding = |verdict, confidence, claim| {
            let claims = vec![ClaimId(claim)];
            FindingBuilder::new(&META, Kind::Count, verdict, confidence)
                .positions(vec![Position { value: String::new(), claims }])
        };
        let mut findings = vec![
            finding(Verdict::Agree, 0.9, 0),
            finding(Verdict::Conflict, 0.6, 5),
            finding(Verdict::Conflict, 0.6, 4),
            finding(Verdict::Conflict, 0.7, 6),
            finding(Verdict::Conflict, 0.1, 7),
        ];
        // The one of claim 7 is set to be graver than the others.
        let severity = |f: &Finding| {
            Some(if first(f) == Some(ClaimId(7)) { Severity::Error } else { Severity::Warning })
        };
        arrange(&mut findings, severity);
        let order: Vec<_> = findings.iter().map(|f| (f.id.as_str(), first(f).map_or(0, |c| c.0))).collect();
        assert_eq!(order, [("f1", 7), ("f2", 6), ("f3", 4), ("f4", 5), ("f5", 0)]);
    }
}
