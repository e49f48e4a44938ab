//! What is to be seen of the questions: by verdict, kind, outlet, confidence.

use maud::{Markup, html};

use super::super::excerpt::visible;
use super::Page;
use crate::model::Verdict;

/// Shown by the script only: without it they would do nothing.
pub(super) fn filters(page: &Page<'_>) -> Markup {
    let findings = &page.analysis.findings;
    let mut kinds: Vec<_> = findings.iter().map(|f| f.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    html! {
        form #filters hidden aria-label="Filters" {
            fieldset {
                legend { "Verdict" }
                @for verdict in Verdict::ALL {
                    @let count = findings.iter().filter(|f| f.verdict == verdict).count();
                    @if count > 0 {
                        label { input type="checkbox" name="verdict" value=(verdict) checked; " " (verdict) " (" (count) ")" }
                    }
                }
            }
            label { "Kind " select name="kind" {
                option value="" { "all" }
                @for kind in kinds { option { (kind) } }
            } }
            label { "Outlet " select name="outlet" {
                option value="" { "all" }
                @for (number, _) in (0u32..).zip(&page.analysis.articles) {
                    option value=(number) { (visible(page.voices.name(number))) }
                }
            } }
            label { "At least " output #least { "0" } " % sure " input type="range" name="confidence" min="0" max="100" step="5" value="0"; }
            output #shown aria-live="polite" {}
        }
    }
}
