//! Words of up to sixteen ASCII bytes → a small value, whatever their case, in one probe and without a copy.
//!
//! Most words of a text open neither a quantity nor a time; this is what lets them pass at a few nanoseconds each.

/// A fixed table of words.
#[derive(Debug)]
pub(crate) struct Table<V> {
    slots: Vec<Option<(u128, V)>>,
    mask: usize,
    /// A bit for every word's hash, eight to a slot: small enough to stay close to the processor, and it dismisses nearly
    /// all words that are not here.
    filter: Vec<u64>,
}

impl<V: Copy> Table<V> {
    /// The table of these words, which are lower case, ASCII, and no longer than sixteen bytes (others are left
    /// out); where a word comes twice, `merge` makes one value of both.
    pub(crate) fn new<'w>(
        entries: impl Iterator<Item = (&'w str, V)>,
        merge: impl Fn(V, V) -> V,
    ) -> Table<V> {
        let entries: Vec<(u128, V)> = entries.filter_map(|(w, v)| Some((key(w)?, v))).collect();
        let size = (entries.len() * 4).next_power_of_two().max(16);
        let mut table = Table { slots: vec![None; size], mask: size - 1, filter: vec![0; size / 8] };
        for (key, value) in entries {
            let hash = mix(key);
            let (word, bit) = table.place(hash);
            if let Some(bits) = table.filter.get_mut(word) {
                *bits |= bit;
            }
            let at = table.find(key, hash);
            if let Some(slot) = table.slots.get_mut(at) {
                let value = slot.map_or(value, |(_, old)| merge(old, value));
                *slot = Some((key, value));
            }
        }
        table
    }

    /// The value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        let key = key(word)?;
        let hash = mix(key);
        let (word, bit) = self.place(hash);
        if self.filter.get(word)? & bit == 0 {
            return None;
        }
        self.slots.get(self.find(key, hash)).copied().flatten().map(|(_, v)| v)
    }

    /// Word and bit of a hash in the filter.
    fn place(&self, hash: u64) -> (usize, u64) {
        let bit = (hash >> 40) as usize & (self.slots.len() * 8 - 1);
        (bit / 64, 1 << (bit % 64))
    }

    /// Place of a key, or the free place where it would stand.
    fn find(&self, key: u128, hash: u64) -> usize {
        let mut at = (hash >> 32) as usize & self.mask;
        while let Some(Some((found, _))) = self.slots.get(at) {
            if *found == key {
                break;
            }
            at = (at + 1) & self.mask;
        }
        at
    }
}

fn mix(key: u128) -> u64 {
    ((key as u64) ^ ((key >> 64) as u64).rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The word's bytes in lower case as one number.
fn key(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    let len = bytes.len();
    // Two reads that may overlap, shifted to their places: no loop over the bytes.
    let all = match len {
        1..=3 => bytes.iter().rev().fold(0, |key, b| key << 8 | u128::from(*b)),
        4..=7 => {
            let (low, high) = (bytes.first_chunk()?, bytes.last_chunk()?);
            u128::from(u32::from_le_bytes(*low)) | u128::from(u32::from_le_bytes(*high)) << (8 * (len - 4))
        }
        8..=16 => {
            let (low, high) = (bytes.first_chunk()?, bytes.last_chunk()?);
            u128::from(u64::from_le_bytes(*low)) | u128::from(u64::from_le_bytes(*high)) << (8 * (len - 8))
        }
        _ => return None,
    };
    (all & spread(0x80) == 0).then(|| lower(all))
}

const fn spread(byte: u8) -> u128 {
    u128::from_le_bytes([byte; 16])
}

/// ASCII bytes in lower case, sixteen at a time: bit 7 of either sum tells whether a byte lies above the bound.
fn lower(bytes: u128) -> u128 {
    let from_a = bytes + spread(0x80 - b'A');
    let above_z = bytes + spread(0x7f - b'Z');
    let upper = (from_a ^ above_z) & spread(0x80);
    bytes | upper >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_bytes_in_lower_case() {
        let signs: String = (1u8..0x80).map(char::from).collect();
        for len in 0..=17 {
            for start in 0..signs.len() - len {
                let word = &signs[start..start + len];
                let expected = (1..=16).contains(&len).then(|| {
                    let mut bytes = [0; 16];
                    bytes[..len].copy_from_slice(word.to_ascii_lowercase().as_bytes());
                    u128::from_le_bytes(bytes)
                });
                assert_eq!(key(word), expected, "{word:?}");
            }
        }
        assert_eq!(key("é"), None);
    }

    #[test]
    fn finds_what_was_put_in_whatever_the_case() {
        let table = Table::new([("one", 1), ("two", 2), ("one", 10)].into_iter(), |a, b| a + b);
        assert_eq!(table.get("One"), Some(11));
        assert_eq!(table.get("TWO"), Some(2));
        for absent in ["", "three", "on", "onee", "a word far too long for it", "ｔｗｏ"] {
            assert_eq!(table.get(absent), None, "{absent}");
        }
    }
}
