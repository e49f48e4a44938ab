//! Seeds → inputs that never were: cut, doubled, spliced, with bytes changed and pieces that break readers put in.

use fastrand::Rng;

/// Longest input, in bytes.
const LONGEST: usize = 4000;

/// Pieces that readers and language rules stumble over.
const PIECES: [&str; 40] = [
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\0",
    "\u{ffff}",
    "<div>",
    "</p>",
    "<!--",
    "<![CDATA[",
    "&#x0;",
    "&amp;",
    "---\n",
    "```",
    "{\"text\":",
    "[[",
    "\\u0000",
    "\\ud800",
    "“",
    "”",
    "\"",
    "'",
    "\r\n",
    "\n\n",
    "-",
    "—",
    "$",
    "%",
    "£5bn",
    "3-2-1",
    "999999999999999999999999999",
    "1e308",
    "½",
    "٣",
    "on Monday",
    "Feb. 30",
    "24:61",
    "Mr. ",
    "-year-old",
    "twelve hundred and",
    "No. ",
];

pub(super) struct Mutator {
    random: Rng,
    seeds: Vec<Vec<u8>>,
}

impl Mutator {
    pub(super) fn new(seed: u64, seeds: Vec<Vec<u8>>) -> Mutator {
        Mutator { random: Rng::with_seed(seed), seeds }
    }

    /// A stretch of a seed after one to eight changes.
    pub(super) fn next(&mut self) -> Vec<u8> {
        let mut input = self.stretch(LONGEST / 4);
        for _ in 0..self.random.usize(1..=8) {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    /// Some bytes of some seed.
    fn stretch(&mut self, most: usize) -> Vec<u8> {
        let number = self.random.usize(0..self.seeds.len().max(1));
        let Some(seed) = self.seeds.get(number) else { return Vec::new() };
        let start = self.random.usize(0..=seed.len());
        let length = self.random.usize(0..=most);
        seed.iter().skip(start).take(length).copied().collect()
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.random.usize(0..=input.len());
        let end = (at + self.random.usize(0..=40)).min(input.len());
        match self.random.u8(0..7) {
            0 => input.insert(at, self.random.u8(..)),
            1 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << self.random.u8(0..8);
                }
            }
            2 => drop(input.drain(at..end)),
            3 => {
                let piece = input.get(at..end).unwrap_or_default().repeat(self.random.usize(1..=20));
                input.splice(at..at, piece);
            }
            4 => {
                let other = self.stretch(200);
                input.splice(at..at, other);
            }
            _ => {
                let piece = PIECES[self.random.usize(0..PIECES.len())];
                input.splice(at..at, piece.bytes());
            }
        }
    }
}
