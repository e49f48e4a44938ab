//! Words looked up before → what was found: the same few thousand words make most of any text, and to walk an index of all
//! words letter by letter takes far longer than to compare one.

use smol_str::SmolStr;

/// Words that are kept at most; a power of two.
const KEPT: usize = 4096;

/// What was found of words, each at the place that its letters give it.
#[derive(Default)]
pub(super) struct Memo {
    known: Vec<Option<(SmolStr, Option<u64>)>>,
}

impl Memo {
    /// What `find` finds of a word: asked only when it is not known.
    pub(super) fn get(&mut self, word: &str, find: impl FnOnce(&str) -> Option<u64>) -> Option<u64> {
        self.known.resize(KEPT, None);
        let letters = word.bytes().fold(0xCBF2_9CE4_8422_2325, |sum: u64, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
        let place = (letters ^ (letters >> 32)) as usize % KEPT;
        let known = self.known.get_mut(place)?;
        match known {
            Some((kept, number)) if kept == word => *number,
            _ => {
                let number = find(word);
                *known = Some((word.into(), number));
                number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_own_answer() {
        let mut memo = Memo::default();
        let mut asked = 0;
        let length = |word: &str| (word.len() > 1).then_some(word.len() as u64);
        // Far more words than there are places.
        let words: Vec<String> = (0..3 * KEPT).map(|n| n.to_string()).collect();
        for word in words.iter().chain(&words) {
            assert_eq!(memo.get(word, length), length(word), "{word}");
        }
        for _ in 0..3 {
            memo.get("word", |word| {
                asked += 1;
                length(word)
            });
        }
        assert_eq!(asked, 1);
    }
}
