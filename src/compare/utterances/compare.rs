//! Two utterances → what they share, what differs inside, and what stands at the ends.

use std::ops::Range;

use smol_str::SmolStr;

use super::align::{Step, align};
use super::forms::{Form, forms};

/// Words of the left that stand where other words, or none, stand on the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Words of the left, as indices.
    pub left: Range<usize>,
    /// Words of the right.
    pub right: Range<usize>,
}

/// How two utterances stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The stretch of the left that the right repeats, as word indices; empty when nothing is shared.
    pub left: Range<usize>,
    /// The stretch of the right.
    pub right: Range<usize>,
    /// Differences that an honest editor cannot explain, in order: inside, and where both begin or end differently.
    pub differences: Vec<Difference>,
    /// Strength of the alignment in per mille of the shorter utterance's own.
    pub share: i32,
    /// How many words match.
    pub matched: usize,
    /// How many of them carry meaning.
    pub telling: usize,
    /// Longest run of matching words.
    pub longest: usize,
    /// Whether each goes on where the other does not: the left at one end, the right at the other.
    pub staggered: bool,
}

impl Comparison {
    /// Returns whether a difference stands before or behind the shared stretch.
    #[must_use]
    pub fn at_an_end(&self, difference: &Difference) -> bool {
        let (l, r) = (&difference.left, &difference.right);
        (l.end <= self.left.start && r.end <= self.right.start)
            || (l.start >= self.left.end && r.start >= self.right.end)
    }
}

/// The words of an utterance in the forms that are compared: made once, compared often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms(Vec<Form>);

impl Forms {
    /// The forms of an utterance's words.
    #[must_use]
    pub fn of(words: &[SmolStr]) -> Forms {
        Forms(forms(words))
    }
}

/// Compares two utterances word by word.
#[must_use]
pub fn compare(left: &[SmolStr], right: &[SmolStr]) -> Comparison {
    compare_forms((left, &Forms::of(left)), (right, &Forms::of(right)))
}

/// The same for utterances whose forms are known.
#[must_use]
pub fn compare_forms((left, a): (&[SmolStr], &Forms), (right, b): (&[SmolStr], &Forms)) -> Comparison {
    let (a, b) = (a.0.as_slice(), b.0.as_slice());
    let (score, steps) = align(a, b);
    let full = |row: &[Form]| row.iter().map(Form::weight).sum::<i32>();
    let shorter = full(a).min(full(b)).max(1);
    let mut comparison = Comparison {
        left: stretch(a, steps.iter().filter_map(left_of)),
        right: stretch(b, steps.iter().filter_map(right_of)),
        differences: inside(a, b, &steps),
        share: i32::try_from(i64::from(score) * 1000 / i64::from(shorter)).unwrap_or(i32::MAX),
        matched: steps.iter().filter(|s| matches!(s, Step::Same(..))).count(),
        telling: telling(a, &steps),
        longest: longest(&steps),
        staggered: false,
    };
    if comparison.matched > 0 {
        let ends = Ends::of(&comparison, left, right);
        comparison.staggered = ends.staggered();
        ends.substitutions(&mut comparison);
    }
    comparison
}

fn left_of(step: &Step) -> Option<usize> {
    match *step {
        Step::Same(i, _) | Step::Changed(i, _) | Step::Left(i) => Some(i),
        Step::Right(_) => None,
    }
}

fn right_of(step: &Step) -> Option<usize> {
    match *step {
        Step::Same(_, j) | Step::Changed(_, j) | Step::Right(j) => Some(j),
        Step::Left(_) => None,
    }
}

/// The words that a run of forms comes from.
fn stretch(row: &[Form], indices: impl Iterator<Item = usize>) -> Range<usize> {
    let mut words = indices.filter_map(|i| row.get(i)).map(|f| f.word);
    let Some(first) = words.next() else { return 0..0 };
    first..words.last().unwrap_or(first) + 1
}

fn telling(left: &[Form], steps: &[Step]) -> usize {
    let counts = |s: &&Step| match **s {
        Step::Same(i, _) => left.get(i).is_some_and(Form::tells),
        _ => false,
    };
    steps.iter().filter(counts).count()
}

fn longest(steps: &[Step]) -> usize {
    steps.split(|s| !matches!(s, Step::Same(..))).map(<[Step]>::len).max().unwrap_or(0)
}

/// The differences between the first and the last matching word.
fn inside(left: &[Form], right: &[Form], steps: &[Step]) -> Vec<Difference> {
    let mut out = Vec::new();
    let mut run: Vec<Step> = Vec::new();
    let mut next = (0, 0);
    let contracted = |row: &[Form], k: usize| row.get(k).is_some_and(|f| f.contracted);
    for &step in steps {
        match step {
            Step::Same(i, j) if contracted(left, i) == contracted(right, j) => {
                out.extend(difference(left, right, &run, next));
                run.clear();
                let after = |row: &[Form], k: usize| row.get(k).map_or(0, |f| f.word + 1);
                next = (after(left, i), after(right, j));
            }
            _ => run.push(step),
        }
    }
    out.extend(difference(left, right, &run, next));
    out
}

/// The words of a run of steps that do not match; `next` are the words that follow the last match on each side, where
/// a side without words of its own stands.
fn difference(left: &[Form], right: &[Form], run: &[Step], next: (usize, usize)) -> Option<Difference> {
    let a: Vec<&Form> = run.iter().filter_map(left_of).filter_map(|i| left.get(i)).collect();
    let b: Vec<&Form> = run.iter().filter_map(right_of).filter_map(|j| right.get(j)).collect();
    if (a.is_empty() && b.is_empty()) || forgiven(&a, &b) {
        return None;
    }
    let place = |forms: &[&Form], next: usize| match (forms.first(), forms.last()) {
        (Some(first), Some(last)) => first.word..last.word + 1,
        _ => next..next,
    };
    Some(Difference { left: place(&a, next.0), right: place(&b, next.1) })
}

/// An ellipsis, a bracket, or the same letters written apart or together ("e-mail", "email").
fn forgiven(a: &[&Form], b: &[&Form]) -> bool {
    let editors = |side: &[&Form]| !side.is_empty() && side.iter().all(|f| f.bracketed);
    if a.iter().chain(b).any(|f| f.is_ellipsis()) || editors(a) || editors(b) {
        return true;
    }
    let letters =
        |side: &[&Form]| side.iter().filter(|f| !f.bracketed).map(|f| f.text.as_str()).collect::<String>();
    let contracted = a.iter().chain(b).any(|f| f.contracted);
    !contracted && letters(a) == letters(b)
}

/// What stands before and after the shared stretch.
struct Ends<'w> {
    before: [&'w [SmolStr]; 2],
    after: [&'w [SmolStr]; 2],
}

impl<'w> Ends<'w> {
    fn of(c: &Comparison, left: &'w [SmolStr], right: &'w [SmolStr]) -> Ends<'w> {
        fn slice(words: &[SmolStr], range: Range<usize>) -> &[SmolStr] {
            words.get(range).unwrap_or_default()
        }
        Ends {
            before: [slice(left, 0..c.left.start), slice(right, 0..c.right.start)],
            after: [slice(left, c.left.end..left.len()), slice(right, c.right.end..right.len())],
        }
    }

    fn staggered(&self) -> bool {
        let [la, lb] = self.before.map(|s| !s.is_empty());
        let [ra, rb] = self.after.map(|s| !s.is_empty());
        (la && rb && !lb && !ra) || (lb && ra && !la && !rb)
    }

    /// Where both go on and no ellipsis stands between, one has other words than the other.
    fn substitutions(&self, c: &mut Comparison) {
        let honest = |word: Option<&SmolStr>| word.is_none_or(|w| w == super::ELLIPSIS || w.starts_with('['));
        let [a, b] = self.before;
        if !honest(a.last()) && !honest(b.last()) && a.concat() != b.concat() {
            c.differences.insert(0, Difference { left: 0..c.left.start, right: 0..c.right.start });
        }
        let [a, b] = self.after;
        if !honest(a.first()) && !honest(b.first()) && a.concat() != b.concat() {
            let (l, r) = (c.left.end, c.right.end);
            c.differences.push(Difference { left: l..l + a.len(), right: r..r + b.len() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    /// The differences as "left words/right words".
    fn differences(left: &str, right: &str) -> Vec<String> {
        let (l, r) = (words(left), words(right));
        let show = |w: &[SmolStr], range: &Range<usize>| w[range.clone()].join(" ");
        let all = compare(&l, &r).differences;
        all.iter().map(|d| format!("{}/{}", show(&l, &d.left), show(&r, &d.right))).collect()
    }

    fn check(left: &str, right: &str, expected: &[&str]) {
        assert_eq!(differences(left, right), expected, "{left} | {right}");
        let mirrored: Vec<String> = expected
            .iter()
            .map(|d| d.split_once('/').map_or_else(String::new, |(a, b)| format!("{b}/{a}")))
            .collect();
        assert_eq!(differences(right, left), mirrored, "{right} | {left}");
    }

    #[test]
    fn cuts_marks_and_spelling_are_no_difference() {
        check("We will rebuild the old pier, whatever it takes", "rebuild the old pier", &[]);
        check("The pier, the road & ten houses", "the pier the road and 10 houses", &[]);
        check("Sen. Ruiz read the e-mail", "Senator Ruiz read the email", &[]);
        check("That d**n bridge", "That damn bridge", &[]);
    }

    #[test]
    fn ellipsis_and_brackets_are_honest() {
        check(
            "We have lost the pier ... we lost it",
            "We have lost the pier in one night and we lost it",
            &[],
        );
        check("They should pay [for] the pier", "They should pay for the pier", &[]);
        check("They should repair [the harbour] soon", "They should repair it soon", &[]);
        check("Much was lost... the pier can wait", "In short the pier can wait", &[]);
    }

    #[test]
    fn changed_added_and_dropped_words_are_found() {
        check("I feel badly for the crew", "I feel very badly for the crew", &["/very"]);
        check("we are not paying a single cent", "we are not paying any single cent", &["a/any"]);
        check("It's not the end of the pier", "It is not the end of the pier", &["it's/it is"]);
        check(
            "Yesterday the pier was closed",
            "This morning the pier was closed",
            &["yesterday/this morning"],
        );
        check("the pier was closed by storms", "the pier was closed by law", &["storms/law"]);
    }

    #[test]
    fn nothing_shared_is_nothing() {
        let c = compare(&words("Good morning"), &words("the pier"));
        assert_eq!((c.matched, c.share, c.left, c.differences.len()), (0, 0, 0..0, 0));
        assert_eq!(compare(&[], &[]).share, 0);
    }

    #[test]
    fn staggered_utterances_are_told_from_cut_ones() {
        let staggered = |a: &str, b: &str| compare(&words(a), &words(b)).staggered;
        assert!(staggered("Without the crew it was a lost pier", "it was a lost pier to all of us"));
        assert!(!staggered("it was a lost pier", "it was a lost pier to all of us"));
    }
}
