//! "a rifle was found" → claims of what sort of gun it was, of articles that tell of one sort only.

use super::Found;
use super::view::View;
use crate::extract::Input;
use crate::model::{Claim, Kind, Matter, Subject, Upos};

const SORTS: &[(&str, &[&str])] = &[
    ("shotgun", &["shotgun"]),
    ("rifle", &["rifle", "ar-15", "ak-47", "carbine"]),
    ("handgun", &["handgun", "pistol", "revolver"]),
];
/// What is done with a gun that was there.
const USED: &[&str] = &[
    "arm",
    "brandish",
    "carry",
    "confiscate",
    "draw",
    "find",
    "fire",
    "grab",
    "pull",
    "recover",
    "seize",
    "shoot",
    "use",
    "wield",
];

/// Appends the claims of guns of an article.
pub(crate) fn extract(input: &Input<'_, '_>, claims: &mut Vec<Claim>) {
    let mut sorts: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for view in View::all(input.document) {
        for at in view.tokens() {
            let lemma = view.lemma(at).to_lowercase();
            let Some(&(sort, _)) = SORTS.iter().find(|(_, words)| words.contains(&lemma.as_str())) else {
                continue;
            };
            // "National Rifle Association"
            if view.upos(at) == Upos::Propn && view.is_name(at + 1) {
                continue;
            }
            if !sorts.contains(&sort) {
                sorts.push(sort);
            }
            let near = view.tokens().start.max(at.saturating_sub(8))..at + 6;
            let used =
                near.filter(|&i| view.upos(i) == Upos::Verb).any(|i| USED.contains(&view.lemma(i).as_str()));
            if used {
                let gun = Subject { head: "gun".into(), words: "gun".into(), ..Subject::default() };
                let told = Found::new(Kind::Other, Matter::Gun, at..at + 1, vec![sort.into()], gun);
                found.extend(told.claim(&view).filter(|c| !c.negated));
            }
        }
    }
    if sorts.len() == 1 {
        claims.extend(found);
    }
}
