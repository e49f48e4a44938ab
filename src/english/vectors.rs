//! Static word vectors: words in, nearness in meaning out ("detained" is near "arrested").
//!
//! Distilled from all-MiniLM-L6-v2 by `cargo xtask train vectors` (models/README.md). The file is read in place:
//! four little-endian `u32` (magic, words, dimensions, bytes of the index), an fst from word to number, a byte of
//! weight per word, then the components, one signed byte each. Every vector has about the same length, so that a sum
//! of bytes is a mean of directions.

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::Map;

use super::lower;
use super::memo::Memo;

/// "GVEC"
const MAGIC: u32 = u32::from_le_bytes(*b"GVEC");
const HEADER: usize = 16;

static EMBEDDED: LazyLock<Option<Vectors>> =
    LazyLock::new(|| Vectors::read(include_bytes!("../../models/vectors.bin")));

thread_local! {
    /// Numbers of words; there is one table.
    static MEMO: RefCell<Memo> = RefCell::default();
}

/// The vector of a word, in any case; `None` for words not in the table (most names, rare words, numbers).
#[must_use]
pub fn vector(word: &str) -> Option<&'static [i8]> {
    Some(EMBEDDED.as_ref()?.entry(word)?.components)
}

/// How near two words are in meaning: the cosine of their vectors, -1 to 1.
#[must_use]
pub fn similarity(a: &str, b: &str) -> Option<f32> {
    Some(Meaning::of(a)?.similarity(Meaning::of(b)?))
}

/// The vector of a word, found once and compared often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meaning {
    components: &'static [i8],
    length: f32,
}

impl Meaning {
    /// Looks a word up, in any case; `None` for words not in the table.
    #[must_use]
    pub fn of(word: &str) -> Option<Meaning> {
        let components = vector(word)?;
        Some(Meaning { components, length: (dot(components, components) as f32).sqrt() })
    }

    /// How near the two are: the cosine, -1 to 1.
    #[must_use]
    pub fn similarity(self, other: Meaning) -> f32 {
        dot(self.components, other.components) as f32 / (self.length * other.length)
    }
}

/// The meaning of several words: the mean of their vectors, frequent words counting less. Made once, compared often.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase(Box<[f32]>);

impl Phrase {
    /// The mean of those of the words that have a vector; `None` when none has.
    #[must_use]
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Phrase> {
        let vectors = EMBEDDED.as_ref()?;
        let mut sum = vec![0i64; vectors.dims];
        for entry in words.into_iter().filter_map(|w| vectors.entry(w)) {
            for (total, component) in sum.iter_mut().zip(entry.components) {
                *total += i64::from(entry.weight) * i64::from(*component);
            }
        }
        let length = sum.iter().map(|c| (*c as f64).powi(2)).sum::<f64>().sqrt();
        (length > 0.0).then(|| Phrase(sum.iter().map(|c| (*c as f64 / length) as f32).collect()))
    }

    /// How near the two are in meaning: the cosine of the means, -1 to 1.
    #[must_use]
    pub fn similarity(&self, other: &Phrase) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }
}

/// Sum of products; exact.
fn dot(a: &[i8], b: &[i8]) -> i32 {
    a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

/// What the table holds of one word.
struct Entry<'a> {
    /// 1 ("the") to 255 (rare words).
    weight: u8,
    components: &'a [i8],
}

/// The table, borrowed from the file's bytes.
struct Vectors {
    index: Map<&'static [u8]>,
    weights: &'static [u8],
    components: &'static [i8],
    dims: usize,
}

impl Vectors {
    /// `None` when the bytes are not such a file.
    fn read(bytes: &'static [u8]) -> Option<Vectors> {
        let field = |i: usize| Some(u32::from_le_bytes(bytes.get(i * 4..i * 4 + 4)?.try_into().ok()?));
        if field(0)? != MAGIC {
            return None;
        }
        let (words, dims, index) = (field(1)? as usize, field(2)? as usize, field(3)? as usize);
        let (index, rest) = bytes.get(HEADER..)?.split_at_checked(index)?;
        let (weights, components) = rest.split_at_checked(words)?;
        (components.len() == words * dims && dims > 0).then_some(())?;
        Some(Vectors {
            index: Map::new(index).ok()?,
            weights,
            components: bytemuck::try_cast_slice(components).ok()?,
            dims,
        })
    }

    fn entry(&self, word: &str) -> Option<Entry<'static>> {
        let number = MEMO.with_borrow_mut(|memo| memo.get(word, |word| self.index.get(&*lower(word))));
        let number = usize::try_from(number?).ok()?;
        let start = number.checked_mul(self.dims)?;
        Some(Entry {
            weight: *self.weights.get(number)?,
            components: self.components.get(start..start.checked_add(self.dims)?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use fst::Streamer;
    use proptest::prelude::*;

    use super::*;

    /// The first word must be nearer to each of the second than to any of the third.
    fn check(word: &str, near: &[&str], far: &[&str]) {
        let of =
            |other: &&str| similarity(word, other).unwrap_or_else(|| panic!("{word} or {other} is missing"));
        let nearest_far = far.iter().map(of).fold(f32::MIN, f32::max);
        for other in near {
            assert!(of(other) > nearest_far, "{word} ~ {other} {} <= {nearest_far}", of(other));
        }
    }

    #[test]
    fn near_in_meaning_ranks_above_unrelated() {
        check("detained", &["arrested", "detention", "custody"], &["elected", "injured", "sold", "table"]);
        check("wounded", &["injured", "hurt"], &["arrested", "elected", "sold", "charged"]);
        check("killed", &["died", "dead", "slain"], &["arrested", "voted", "sold", "announced"]);
        check("acquire", &["buy", "acquisition"], &["kill", "vote", "rain"]);
        check("earthquake", &["quake", "tremor"], &["election", "merger", "match"]);
        check("senator", &["congressman", "lawmaker"], &["gunman", "doctor", "tourist"]);
        check("vehicle", &["car", "truck"], &["senate", "knee", "loan"]);
    }

    #[test]
    fn phrases_compare_by_their_content_words() {
        let of = |words: &str| Phrase::of(words.split(' ')).unwrap();
        let arrests = of("police arrested a man");
        let alike = arrests.similarity(&of("the suspect was detained by officers"));
        let unlike = arrests.similarity(&of("the company reported higher profit"));
        assert!(alike > unlike + 0.2, "{alike} {unlike}");
        assert!((arrests.similarity(&arrests) - 1.0).abs() < 1e-5);
        assert_eq!(Phrase::of(["qzxv", ""]), None);
    }

    #[test]
    fn case_does_not_matter_and_unknown_words_have_none() {
        assert_eq!(vector("Arrested"), vector("arrested"));
        assert_eq!(vector("qzxvw"), None);
        assert_eq!(vector(""), None);
    }

    #[test]
    fn table_is_whole() {
        let vectors = EMBEDDED.as_ref().unwrap();
        assert!(vectors.index.len() == vectors.weights.len() && vectors.index.len() > 30_000);
        let (mut stream, mut number) = (vectors.index.stream(), 0);
        while let Some((word, value)) = stream.next() {
            assert_eq!(value, number, "numbers follow the order of the words");
            let entry = vectors.entry(std::str::from_utf8(word).unwrap()).unwrap();
            let length = (dot(entry.components, entry.components) as f32).sqrt();
            assert!(entry.weight > 0 && (200.0..260.0).contains(&length), "{word:?} {length}");
            number += 1;
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b""[..], b"GVEC", b"GVEC\x01\0\0\0\x04\0\0\0\0\0\0\0", b"nonsense nonsense nonsense"] {
            assert!(Vectors::read(bytes).is_none());
        }
    }

    proptest! {
        #[test]
        fn any_words_will_do(a in ".{0,12}", b in "[a-z]{1,5}") {
            let similarity = similarity(&a, &b);
            prop_assert!(similarity.is_none_or(|s| (-1.01..=1.01).contains(&s)));
            let _ = Phrase::of([a.as_str(), b.as_str()]);
        }
    }
}
