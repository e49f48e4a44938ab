//! A claim → its sentence with the place of the words that carry the value, fit to be shown to people.

pub(super) use super::visible::visible;
use super::voices::Voices;
use crate::model::{Analysis, Claim, Position};

/// Words around the marked ones are cut beyond this many characters on either side.
const CONTEXT: usize = 280;

/// A passage of one paragraph: what stands before the marked words, the words, and what stands after.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Excerpt {
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
}

impl Excerpt {
    /// The sentence of a claim; all sentences when its words run over several.
    pub(super) fn of(analysis: &Analysis, claim: &Claim) -> Excerpt {
        let Some(article) = analysis.articles.get(claim.article as usize) else { return Excerpt::default() };
        let field = article.field(claim.span.field);
        let mut passage = claim.span;
        if claim.sentence.overlaps(&claim.span) {
            passage.start = passage.start.min(claim.sentence.start);
            passage.end = passage.end.max(claim.sentence.end);
        }
        let part = |from: u32, to: u32| visible(field.get(from as usize..to as usize).unwrap_or_default());
        Excerpt {
            before: tail(part(passage.start, claim.span.start).trim_start()),
            marked: part(claim.span.start, claim.span.end),
            after: head(part(claim.span.end, passage.end).trim_end()),
        }
    }

    /// The whole passage.
    pub(super) fn text(&self) -> String {
        [self.before.as_str(), &self.marked, &self.after].concat()
    }
}

/// A passage with the outlets that print it.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) outlets: String,
    pub(super) excerpt: Excerpt,
}

/// The passages of a position: one an article, copies left out, the same words once.
pub(super) fn of_position(analysis: &Analysis, voices: &Voices, position: &Position) -> Vec<Passage> {
    let claims: Vec<&Claim> = position.claims.iter().filter_map(|id| analysis.graph.claim(*id)).collect();
    let mut shown: Vec<Passage> = Vec::new();
    for (article, _) in voices.of_position(analysis, position) {
        let Some(first) = claims.iter().find(|c| c.article == article) else { continue };
        let (excerpt, name) = (Excerpt::of(analysis, first), voices.name(article));
        match shown.iter_mut().find(|p| p.excerpt == excerpt) {
            Some(same) => same.outlets.push_str(&format!(", {name}")),
            None => shown.push(Passage { outlets: name.to_owned(), excerpt }),
        }
    }
    shown
}

fn tail(words: &str) -> String {
    match words.char_indices().rev().nth(CONTEXT) {
        Some((at, _)) => {
            let rest = words.get(at..).unwrap_or_default();
            format!("… {}", rest.split_once(' ').map_or(rest, |(_, whole)| whole))
        }
        None => words.to_owned(),
    }
}

fn head(words: &str) -> String {
    match words.char_indices().nth(CONTEXT) {
        Some((at, _)) => {
            let rest = words.get(..at).unwrap_or_default();
            format!("{} …", rest.rsplit_once(' ').map_or(rest, |(whole, _)| whole))
        }
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_cut_between_words() {
        let long = "word ".repeat(100);
        assert!(head(&long).ends_with("word …") && tail(&long).starts_with("… word "));
        assert_eq!((head("a b"), tail("a b")), ("a b".to_owned(), "a b".to_owned()));
    }
}
