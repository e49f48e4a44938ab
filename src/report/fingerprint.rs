//! A finding → a name that stays the same from run to run: what baselines and SARIF's viewers go by.

use std::hash::Hasher;

use siphasher::sip::SipHasher24;

use crate::model::Finding;

/// Sixteen hexadecimal digits made of the check's code, the kind, the question and the answers: neither places nor
/// confidence nor the outlets count, so that one more copy of a known disagreement is still the known one.
#[must_use]
pub fn fingerprint(finding: &Finding) -> String {
    let mut values: Vec<&str> = finding.positions.iter().map(|p| p.value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    let mut hasher = SipHasher24::new();
    for part in [finding.code, finding.kind.as_str(), &finding.question].into_iter().chain(values) {
        hasher.write(part.as_bytes());
        // A byte that no text holds divides the parts.
        hasher.write_u8(0xFF);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Position, Verdict};

    fn finding(question: &str, values: &[&str]) -> Finding {
        let position = |v: &&str| Position { value: (*v).to_owned(), claims: vec![] };
        Finding {
            id: "f1".to_owned(),
            code: "value",
            kind: Kind::Count,
            verdict: Verdict::Conflict,
            confidence: 0.5,
            question: question.to_owned(),
            explanation: String::new(),
            positions: values.iter().map(position).collect(),
        }
    }

    #[test]
    fn order_does_not_count_and_answers_do() {
        let of = |q, v: &[&str]| fingerprint(&finding(q, v));
        assert_eq!(of("how many?", &["14", "17"]), of("how many?", &["17", "14"]));
        assert_ne!(of("how many?", &["14", "17"]), of("how many?", &["14", "18"]));
        assert_ne!(of("how many?", &["14", "17"]), of("how many", &["14", "17"]));
        assert_ne!(of("a", &["b", "c"]), of("a", &["bc"]));
        assert_eq!(of("how many?", &["14", "17"]), "4c2732c6aaefb3f7");
    }
}
