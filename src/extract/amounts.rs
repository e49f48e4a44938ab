//! A clause and an amount in it → the noun group that the amount is of, describes, or is measured from.

use crate::english;
use std::ops::Range;

use super::clause::Clause;
use super::counted::group;
use crate::model::{Mention, MentionKind, Penn};

impl Clause<'_, '_, '_> {
    /// "of NP" behind the amount, or the noun that it describes.
    pub(crate) fn right_of(&self, mention: &Mention) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let mut at = mention.tokens.end;
        if mention.kind == MentionKind::Number {
            // "6.5 times earnings"
            let times = at.checked_sub(1).is_some_and(|t| tagged.is(t, "times")) && tagged.is_noun(at);
            return if times { group(tagged, at) } else { None };
        }
        at = self.behind_bracket(at);
        let of = tagged.is(at, "of");
        let beyond = self.beyond(mention);
        if let Some(beyond) = beyond {
            return Some(beyond);
        }
        if !of && mention.trend.is_some() {
            return None;
        }
        // "47% from the field"
        let source = mention.kind == MentionKind::Percent && tagged.is(at, "from");
        let of = of || source;
        if of || tagged.is(at, "-") && tagged.glued(at) {
            at += 1;
        }
        while of && matches!(tagged.penn(at), Penn::Dt | Penn::PrpS | Penn::Pdt) {
            at += 1;
        }
        if self.in_time(at) || self.in_quantity(at) {
            return None;
        }
        let group = group(tagged, at)?;
        Some(group.start..self.chain_right(group.end, !of || source))
    }

    /// "37m (121ft)-long skeleton": the place behind an amount told again in brackets.
    fn behind_bracket(&self, at: u32) -> u32 {
        let tagged = &self.tagged;
        let inner = self.mention_at(at + 1).filter(|_| tagged.penn(at) == Penn::OpenBracket);
        match inner.filter(|m| tagged.penn(m.tokens.end) == Penn::CloseBracket) {
            Some(inner) => inner.tokens.end + 1,
            None => at,
        }
    }

    /// "16 per cent above its closing level", "10 mph less than the top speed": what the amount is measured from.
    fn beyond(&self, mention: &Mention) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let mut at = mention.tokens.end;
        let than =
            tagged.is_any(at, &["more", "less", "higher", "lower", "fewer"]) && tagged.is(at + 1, "than");
        if !than && !tagged.is_any(at, &["above", "below"]) {
            return None;
        }
        at += if than { 2 } else { 1 };
        while matches!(tagged.penn(at), Penn::Dt | Penn::PrpS | Penn::Pdt) || self.in_time(at) {
            at += 1;
        }
        if self.in_quantity(at) {
            return None;
        }
        let group = group(tagged, at)?;
        Some(group.start..self.chain_right(group.end, true))
    }

    /// "five new seasons of the show": what the counted things are of.
    pub(crate) fn whole_of(&self, counted: u32) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        if !tagged.is(counted, "of") {
            return None;
        }
        let mut at = counted + 1;
        while matches!(tagged.penn(at), Penn::Dt | Penn::PrpS | Penn::Pdt) {
            at += 1;
        }
        group(tagged, at).filter(|_| !self.in_quantity(at) && !self.in_time(at))
    }

    /// The end of a noun group with the groups behind it that "of" joins, or any joint where `wide`.
    fn chain_right(&self, mut end: u32, wide: bool) -> u32 {
        let tagged = &self.tagged;
        while tagged.is(end, "of") || wide && tagged.is_any(end, &["in", "to", "for", "among", "on", "near"])
        {
            let mut at = end + 1;
            while matches!(tagged.penn(at), Penn::Dt | Penn::PrpS) {
                at += 1;
            }
            match group(tagged, at).filter(|_| !self.in_time(at) && !self.in_quantity(at)) {
                Some(next) => end = next.end,
                None => break,
            }
        }
        self.with_ages(end)
    }

    /// "a range of 400 km": the noun before "of"; "boosts output by 3%": the object before a preposition.
    pub(crate) fn left_of(&self, mention: &Mention) -> Option<Range<u32>> {
        let tagged = &self.tagged;
        let mut at = mention.tokens.start;
        while at > 0 && matches!(tagged.penn(at - 1), Penn::Dt | Penn::Rb | Penn::PrpS | Penn::Jj) {
            at -= 1;
        }
        let preposition = at.checked_sub(1)?;
        // "players over the age of 21"
        let bounded =
            tagged.is_any(mention.tokens.start, &["under", "over", "aged", "between", "above", "below"]);
        if mention.kind == MentionKind::Age && bounded && tagged.is_noun(preposition) {
            return self.chain_left(mention.tokens.start);
        }
        // "fines from $200 to $400", "claims, ranging from …"
        let ranging =
            tagged.is_any(mention.tokens.start, &["from", "ranging", "between"]) && mention.trend.is_none();
        let comma = tagged.penn(preposition) == Penn::Comma && tagged.is(mention.tokens.start, "ranging");
        if ranging && mention.kind != MentionKind::Number && (comma || tagged.is_noun(preposition)) {
            return self.chain_left(if comma { preposition } else { mention.tokens.start });
        }
        if tagged.is(preposition, "of") && preposition > 1 && tagged.is(preposition - 1, "total") {
            return self.purpose(mention);
        }
        if tagged.is_any(preposition, &["of", "worth"]) {
            return self.chain_left(preposition);
        }
        let joins = tagged.is_any(preposition, &["by", "to", "for", "at", "from"]);
        let range = self.chain_left(if joins { preposition } else { mention.tokens.start })?;
        let governed = range.start.checked_sub(1).is_some_and(|v| {
            matches!(tagged.penn(v), Penn::Vb | Penn::Vbd | Penn::Vbg | Penn::Vbz | Penn::Vbp | Penn::Vbn)
                && !tagged.is_any(v, &english::words().be_forms)
        });
        (governed && mention.kind != MentionKind::Number).then_some(range)
    }

    /// "a total of $5 million for repairs": "total" says nothing; what the amount is for does.
    fn purpose(&self, mention: &Mention) -> Option<Range<u32>> {
        let at = self.behind_bracket(mention.tokens.end);
        let object = if self.tagged.is(at, "for") { group(&self.tagged, at + 1) } else { None };
        object.filter(|o| !o.clone().any(|i| self.in_quantity(i) || self.in_time(i)))
    }

    /// "wider than the loss of 61 cents", "compared to an increase of": returns whether the amount is only a
    /// yardstick for the clause's own.
    fn is_compared(&self, edge: u32) -> bool {
        let tagged = &self.tagged;
        let mut at = edge;
        while at > 0 && matches!(tagged.penn(at - 1), Penn::Dt | Penn::PrpS | Penn::Jj) {
            at -= 1;
        }
        let than = at.checked_sub(1).is_some_and(|t| tagged.is(t, "than") && !self.in_quantity(t));
        than || at.checked_sub(2).is_some_and(|c| tagged.is(c, "compared"))
    }

    /// Returns whether the noun group says all that the amount is about, so that the subject before it is another
    /// clause's.
    pub(crate) fn stands_alone(&self, group: &Range<u32>, subject: &Range<u32>, edge: u32) -> bool {
        let verb = || (subject.end..edge).any(|i| self.is_verb(i));
        self.is_compared(edge) || self.is_subject(group) && verb()
    }

    /// "81% of makers reported": returns whether the verb follows that the noun group is the subject of.
    pub(crate) fn is_subject(&self, group: &Range<u32>) -> bool {
        self.is_finite(group.end) && !self.tagged.is_any(group.end, &["'s"])
    }

    /// Returns whether the mention stands behind "is" or "was".
    pub(crate) fn is_predicated(&self, mention: &Mention) -> bool {
        let before = mention.tokens.start.checked_sub(1);
        before.is_some_and(|b| self.tagged.is_any(b, &english::words().copulas))
    }

    /// Adjectives before an amount that belong to the noun behind it ("a larger 570 sq m space").
    pub(crate) fn adjectives_before(&self, mention: &Mention) -> Range<u32> {
        let tagged = &self.tagged;
        let mut start = mention.tokens.start;
        while start > 0
            && matches!(tagged.penn(start - 1), Penn::Jj | Penn::Jjs | Penn::Jjr | Penn::Vbn)
            && !self.in_time(start - 1)
        {
            start -= 1;
        }
        let opens =
            start == 0 || matches!(tagged.penn(start - 1), Penn::Dt | Penn::PrpS | Penn::In | Penn::Comma);
        if opens { start..mention.tokens.start } else { mention.tokens.start..mention.tokens.start }
    }
}
