//! Tokens of a paragraph → the roles of its quotation marks, and the quotations between them.
//!
//! A straight mark does not say whether it opens or closes; its spacing does, mostly. The roles of all double marks of
//! a paragraph are therefore chosen together, at the least cost: each mark pays for spacing that does not suit its
//! role, and the whole for every mark that must be missing. So one lost mark or odd space spoils nothing but itself.

use super::tokens::{is_apostrophe, is_space};
use crate::model::{Field, Quotation, Token};

/// What a quotation mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Open,
    Close,
}

/// A quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its token, counted from the paragraph's first.
    pub(super) token: usize,
    pub(super) role: Role,
    /// Single or double?
    pub(super) single: bool,
}

/// Cost of a mark that must be missing beside this one.
const MISSING: u32 = 6;
/// Cost of a paragraph that ends inside a quotation (more of it may follow in the next).
const UNENDED: u32 = 3;
/// Cost of a mark that is none (inches, seconds).
const NONE: u32 = 9;
/// Cost of a curly mark taken for its opposite.
const TURNED: u32 = 7;

/// Finds the quotation marks among the tokens of a paragraph, in order.
pub(super) fn marks(text: &str, tokens: &[Token], marks: &mut Vec<Mark>) {
    let signs: Vec<Sign> = (0..tokens.len()).filter_map(|i| Sign::new(text, tokens, i)).collect();
    if signs.is_empty() {
        return;
    }
    double_marks(&signs, marks);
    single_marks(text, tokens, &signs, marks);
    marks.sort_by_key(|m| m.token);
}

/// A token that may be a quotation mark, with its surroundings.
struct Sign {
    token: usize,
    sign: char,
    single: bool,
    /// Does it stand free, or after an opening bracket or dash, on its left?
    free_left: bool,
    /// Does it stand free, or before a stop or bracket, on its right?
    free_right: bool,
    after_digit: bool,
}

impl Sign {
    fn new(text: &str, tokens: &[Token], i: usize) -> Option<Sign> {
        let t = tokens.get(i)?;
        let words = text.get(t.start as usize..t.end as usize)?;
        let mut chars = words.chars();
        let (sign, second) = (chars.next()?, chars.next());
        let pair = second == Some(sign) && chars.next().is_none();
        let single = second.is_none() && matches!(sign, '\'' | '‘' | '’' | '‚' | '‛' | '`');
        let double = (second.is_none() && matches!(sign, '"' | '“' | '”' | '„' | '‟' | '«' | '»'))
            || (pair && matches!(sign, '\'' | '`' | '’' | '‘'));
        if !single && !double {
            return None;
        }
        let left = text.get(..t.start as usize)?.chars().next_back();
        let right = text.get(t.end as usize..)?.chars().next();
        let first = i == 0;
        Some(Sign {
            token: i,
            sign,
            single,
            free_left: first
                || left.is_none_or(|c| is_space(c) || matches!(c, '(' | '[' | '—' | '–' | '-' | '/')),
            free_right: right.is_none_or(|c| {
                is_space(c) || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '-')
            }),
            after_digit: left.is_some_and(|c| c.is_ascii_digit()),
        })
    }

    /// What it costs to take a double mark as opening, and as closing.
    fn costs(&self) -> (u32, u32) {
        match self.sign {
            '“' | '„' | '«' | '`' | '‟' | '‘' => (0, TURNED),
            '”' | '»' | '’' => (TURNED, 0),
            _ => {
                let (left, right) = (u32::from(self.free_left), u32::from(self.free_right));
                (2 * (1 - left) + 2 * right, 2 * left + 2 * (1 - right))
            }
        }
    }

    fn none(&self) -> u32 {
        if self.after_digit && matches!(self.sign, '"' | '\'' | '”' | '’') { 3 } else { NONE }
    }
}

/// The cheapest way to one state, and the role chosen last on it.
type Step = [(u32, Option<Role>, usize); 2];

fn double_marks(signs: &[Sign], marks: &mut Vec<Mark>) {
    let doubles: Vec<&Sign> = signs.iter().filter(|s| !s.single).collect();
    // State 0 is outside a quotation, 1 inside. A paragraph may begin inside one, at a price.
    let mut cost = [0, MISSING - 1];
    let mut steps: Vec<Step> = Vec::with_capacity(doubles.len());
    for sign in &doubles {
        let (open, close) = sign.costs();
        let none = sign.none();
        let to_out = [
            (cost[1] + close, Some(Role::Close), 1),
            (cost[0] + close + MISSING, Some(Role::Close), 0),
            (cost[0] + none, None, 0),
        ];
        let to_in = [
            (cost[0] + open, Some(Role::Open), 0),
            (cost[1] + open + MISSING, Some(Role::Open), 1),
            (cost[1] + none, None, 1),
        ];
        let best =
            |ways: [(u32, Option<Role>, usize); 3]| ways.into_iter().min_by_key(|w| w.0).unwrap_or(ways[0]);
        let step = [best(to_out), best(to_in)];
        cost = [step[0].0, step[1].0];
        steps.push(step);
    }
    let mut state = usize::from(cost[1] + UNENDED < cost[0]);
    for (step, sign) in steps.iter().zip(&doubles).rev() {
        let Some((_, role, from)) = step.get(state) else { return };
        marks.extend(role.map(|role| Mark { token: sign.token, role, single: false }));
        state = *from;
    }
}

/// Single marks are quotation marks only in pairs: one that opens a word and, before another does, one that ends one.
fn single_marks(text: &str, tokens: &[Token], signs: &[Sign], marks: &mut Vec<Mark>) {
    let mut open: Option<&Sign> = None;
    let mut doubtful: Option<&Sign> = None;
    let mut pair = |open: &mut Option<&Sign>, close: Option<&Sign>| {
        if let (Some(a), Some(b)) = (open.take(), close) {
            marks.push(Mark { token: a.token, role: Role::Open, single: true });
            marks.push(Mark { token: b.token, role: Role::Close, single: true });
        }
    };
    for sign in signs.iter().filter(|s| s.single) {
        let opens = matches!(sign.sign, '‘' | '`' | '‚' | '‛' | '\'')
            && !sign.free_right
            && is_led(text, tokens, sign);
        if opens {
            pair(&mut open, doubtful.take());
            open = Some(sign);
        } else if open.is_some() && is_apostrophe(sign.sign) && !sign.free_left {
            if is_possessive(text, tokens, sign.token) {
                doubtful = doubtful.or(Some(sign));
            } else {
                pair(&mut open, Some(sign));
                doubtful = None;
            }
        }
    }
    pair(&mut open, doubtful);
}

/// Does the mark stand free on its left, or directly after a double mark?
fn is_led(text: &str, tokens: &[Token], sign: &Sign) -> bool {
    let before = sign.token.checked_sub(1).and_then(|i| Sign::new(text, tokens, i));
    sign.free_left || before.is_some_and(|s| !s.single)
}

/// Might the apostrophe be a plural's possessive ("the workers' strike")?
fn is_possessive(text: &str, tokens: &[Token], at: usize) -> bool {
    let word =
        |i: usize| tokens.get(i).and_then(|t| text.get(t.start as usize..t.end as usize)).unwrap_or_default();
    at > 0 && word(at - 1).ends_with(['s', 'z', 'x']) && word(at + 1).starts_with(char::is_alphanumeric)
}

/// Appends the quotations of a paragraph. `inside`: did the last paragraph end inside a quotation? Returns whether this
/// one does.
pub(super) fn quotations(
    field: Field,
    tokens: &[Token],
    marks: &[Mark],
    inside: bool,
    quotations: &mut Vec<Quotation>,
) -> bool {
    let first = quotations.len();
    let mut push = |from: usize, to: usize, closed: bool| {
        let words = tokens.get(from..to).unwrap_or_default();
        if let (Some(a), Some(b)) = (words.first(), words.last()) {
            quotations.push(Quotation { field, start: a.start, end: b.end, closed });
        }
    };
    let mut open = None;
    let mut single = None;
    for (n, mark) in marks.iter().enumerate() {
        match (mark.role, mark.single) {
            (Role::Open, true) => single = Some(mark.token + 1),
            (Role::Close, true) => {
                if let Some(from) = single.take() {
                    push(from, mark.token, true);
                }
            }
            (Role::Open, false) => {
                if let Some(from) = open.replace(mark.token + 1) {
                    push(from, mark.token, false);
                }
            }
            (Role::Close, false) => {
                let carried = (inside && n == 0).then_some(0);
                if let Some(from) = open.take().or(carried) {
                    push(from, mark.token, true);
                }
            }
        }
    }
    if let Some(from) = open {
        push(from, tokens.len(), false);
    }
    if let Some(new) = quotations.get_mut(first..) {
        new.sort_by_key(|q| (q.start, std::cmp::Reverse(q.end)));
    }
    open.is_some()
}
