//! Words and tags of a sentence → heads and relations: a small recurrent network scores every pair of words as
//! dependent and head, and the best tree is taken.
//!
//! A token goes in as the sum of learned vectors (its form, ending, shape, tags) and its projected vector from the
//! shared table; two layers of memory cells read the sentence in both directions; from their states come, by one
//! product each, what a token is as a dependent and as a head. Several sentences go through side by side, because a
//! weight that is at hand serves all of them; none of them changes what another is.

mod inputs;
mod network;
mod packed;
mod recurrent;
mod tree;

pub use inputs::Known;
pub use network::{
    DISTANCES, Head, PROJECT, ROOT, Shape, UPOS, affine, affine_all, distance, lstm_step, tanh,
};
use packed::Packed;
use tree::heads;

use std::sync::LazyLock;

use super::table::{Table, read_u32, section};
use super::tagger::Label;
use super::words::{Word, mix};
use crate::english;
use crate::model::{DepRel, Upos};

/// Shared word vectors are divided by this.
pub const VECTOR_SCALE: f32 = 64.0;

/// Number of learned vectors that a token's input is made of.
const FEATURES: usize = 7;

/// A token as the parser sees it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The word.
    pub form: &'a str,
    /// Its hashes.
    pub word: Word,
    /// How its sentence is written.
    pub style: u64,
    /// What dictionaries and lists of names have it as.
    pub class: u64,
    /// Universal tag.
    pub upos: Upos,
    /// Number of the pair of tags.
    pub label: Label,
}

impl Input<'_> {
    /// The keys of its learned vectors; the first is the form's.
    #[must_use]
    pub fn keys(&self) -> [u64; FEATURES] {
        let w = &self.word;
        let values = [
            w.lower,
            w.suffix[2],
            w.suffix[1],
            mix(w.shape, self.style),
            u64::from(self.label),
            w.prefix[1],
            self.class,
        ];
        let mut number = 0;
        values.map(|value| {
            number += 1;
            mix(value, number)
        })
    }

    /// Its vector from the shared table.
    #[must_use]
    pub fn vector(&self) -> Option<&'static [i8]> {
        english::vector(self.form)
    }
}

/// What the parser says of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parsed {
    /// Index of the head in the sentence; its own for the root.
    pub head: usize,
    /// Relation to the head.
    pub relation: DepRel,
    /// Number of the pair of tags, chosen with the whole sentence in view.
    pub label: Label,
}

/// A trained parser: the matrices unpacked, the learned vectors in the bytes of the file.
#[derive(Debug, Clone)]
pub struct Parser<'m> {
    shape: Shape,
    matrices: Vec<Vec<f32>>,
    /// The same, for multiplying.
    packed: Vec<Packed>,
    /// Key → number of the row.
    index: Table<'m>,
    /// Rows: a scale (`f32`), then a byte per component.
    rows: &'m [u8],
}

fn read_f32(bytes: &[u8], at: usize) -> f32 {
    f32::from_bits(read_u32(bytes, at))
}

/// Words of sentences that go through side by side: what is held of them stays near, and no piece of it is so large that
/// the system is asked for it anew.
const SIDE_BY_SIDE: usize = 56;

impl<'m> Parser<'m> {
    /// The parser in the bytes of its file: sizes, matrices (a scale, then 16 bits a weight), index, rows.
    #[must_use]
    pub fn new(file: &'m [u8]) -> Self {
        let sizes = section(file, 0);
        let size = |i: usize| read_u32(sizes, 4 * i) as usize;
        let shape = Shape {
            vector: size(0),
            input: size(1),
            hidden: size(2),
            layers: size(3),
            arc: size(4),
            label: size(5),
            relations: size(6),
            tags: size(7),
        };
        let mut bytes = section(file, 1);
        let sizes = shape.matrices();
        let matrices = sizes.iter().map(|[rows, columns]| {
            let scale = read_f32(bytes, 0);
            let (weights, rest) =
                bytes.get(4..).and_then(|b| b.split_at_checked(2 * rows * columns)).unwrap_or_default();
            bytes = rest;
            let weights = weights.as_chunks::<2>().0.iter();
            weights.map(|w| f32::from(i16::from_le_bytes(*w)) * scale).collect()
        });
        let matrices: Vec<Vec<f32>> = matrices.collect();
        let packed =
            matrices.iter().zip(sizes).map(|(matrix, [_, columns])| Packed::by_rows(matrix, columns));
        let packed = packed.collect();
        Parser { shape, matrices, packed, index: Table::new(section(file, 2)), rows: section(file, 3) }
    }

    /// The parser that is embedded in the program.
    #[must_use]
    pub fn embedded() -> &'static Parser<'static> {
        static PARSER: LazyLock<Parser<'static>> =
            LazyLock::new(|| Parser::new(include_bytes!("../../../models/parser.bin")));
        &PARSER
    }

    /// What every token of every sentence is; `known` is what was worked out of earlier sentences.
    #[must_use]
    pub fn parse(&self, sentences: &[Vec<Input<'_>>], known: &mut Known) -> Vec<Vec<Parsed>> {
        let mut all = Vec::with_capacity(sentences.len());
        let mut rest = sentences;
        while !rest.is_empty() {
            let mut words = 0;
            let fit = rest.iter().take_while(|sentence| {
                words += sentence.len();
                words <= SIDE_BY_SIDE
            });
            let (some, others) = rest.split_at(fit.count().max(1).min(rest.len()));
            all.extend(self.side_by_side(some, known));
            rest = others;
        }
        all
    }

    fn side_by_side(&self, sentences: &[Vec<Input<'_>>], known: &mut Known) -> Vec<Vec<Parsed>> {
        let lengths: Vec<usize> = sentences.iter().map(|s| s.len() + 1).collect();
        let n = lengths.iter().sum();
        let states = self.states(self.gates(sentences, known), &lengths);
        let roles = self.roles(&states, n);
        let queries = self.queries(&roles, n);
        let tags = self.best_of(Head::Tags, Head::TagsBias, &states, self.shape.tags, n);
        let (width, query) = (self.shape.roles(), self.product(Head::Arc).width());
        let mut all = Vec::with_capacity(sentences.len());
        let mut start = 0;
        for (tokens, n) in sentences.iter().zip(lengths) {
            let roles = roles.get(start * width..(start + n) * width).unwrap_or_default();
            let queries = queries.get(start * query..(start + n) * query).unwrap_or_default();
            let mut upos = vec![UPOS - 1];
            upos.extend(tokens.iter().map(|t| t.upos as usize));
            let heads = heads(&self.arcs(queries, roles, &upos), n);
            let relations = self.relations(roles, &heads);
            let tags = tags.get(start..start + n).unwrap_or_default();
            let parsed = heads.into_iter().zip(relations).zip(tags).enumerate().skip(1);
            let parsed = parsed.map(|(token, ((head, relation), label))| Parsed {
                head: head.checked_sub(1).unwrap_or(token - 1),
                relation,
                label: *label as Label,
            });
            all.push(parsed.collect());
            start += n;
        }
        all
    }

    fn matrix(&self, number: usize) -> &[f32] {
        self.matrices.get(number).map(Vec::as_slice).unwrap_or_default()
    }

    fn head(&self, which: Head) -> &[f32] {
        self.matrix(self.shape.head(which))
    }

    /// A matrix to multiply by.
    fn packed(&self, number: usize) -> &Packed {
        const NONE: &Packed = &Packed::NONE;
        self.packed.get(number).unwrap_or(NONE)
    }

    fn product(&self, which: Head) -> &Packed {
        self.packed(self.shape.head(which))
    }

    /// The number of the greatest of the first `choices` sums of each of `n` tokens; of equals the last.
    fn best_of(&self, matrix: Head, bias: Head, inputs: &[f32], choices: usize, n: usize) -> Vec<usize> {
        let matrix = self.product(matrix);
        let mut sums = matrix.sums(self.head(bias), n);
        matrix.add(&mut sums, inputs);
        let best = |sums: &[f32]| {
            let choices = sums.iter().take(choices).enumerate();
            choices.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(number, _)| number)
        };
        sums.chunks_exact(matrix.width().max(1)).map(best).collect()
    }

    /// What every token is as a dependent and as a head, of arcs and of labels.
    fn roles(&self, states: &[f32], n: usize) -> Vec<f32> {
        let width = self.shape.roles();
        let matrix = self.product(Head::Roles);
        let mut all = matrix.sums(self.head(Head::RolesBias), n);
        matrix.add(&mut all, states);
        if matrix.width() != width {
            all = all.chunks_exact(matrix.width()).flat_map(|r| r.iter().take(width).copied()).collect();
        }
        for roles in all.chunks_exact_mut(width.max(1)) {
            roles.iter_mut().take(2 * self.shape.arc).for_each(|x| *x = x.max(0.0));
        }
        all
    }

    /// What every token asks of its head.
    fn queries(&self, roles: &[f32], n: usize) -> Vec<f32> {
        let (matrix, arc) = (self.product(Head::Arc), self.shape.arc);
        let dependents = roles.chunks_exact(self.shape.roles().max(1)).flat_map(|r| r.iter().take(arc));
        let dependents: Vec<f32> = dependents.copied().collect();
        let mut all = matrix.sums(self.head(Head::ArcBias), n);
        matrix.add(&mut all, &dependents);
        all
    }

    /// The score of every head for every token of a sentence.
    fn arcs(&self, queries: &[f32], roles: &[f32], upos: &[usize]) -> Vec<f32> {
        let (n, arc, width) = (upos.len(), self.shape.arc, self.shape.roles());
        let heads = roles.chunks_exact(width.max(1)).map(|r| r.get(arc..2 * arc).unwrap_or_default());
        let heads = Packed::by_columns(heads, arc);
        let queries = queries.chunks_exact(self.product(Head::Arc).width().max(1));
        let queries: Vec<f32> = queries.flat_map(|q| q.iter().take(arc).copied()).collect();
        let (near_token, near_head) = (self.head(Head::NearDependent), self.head(Head::NearHead));
        let near = |table: &[f32], tag: usize, kind: usize| {
            table.get(tag * DISTANCES + kind).copied().unwrap_or(0.0)
        };
        let mut scores = heads.sums(&[], n);
        for (token, (scores, tag)) in scores.chunks_exact_mut(heads.width().max(1)).zip(upos).enumerate() {
            for (head, (score, head_tag)) in scores.iter_mut().zip(upos).enumerate() {
                let kind = distance(token, head);
                *score = near(near_token, *tag, kind) + near(near_head, *head_tag, kind);
            }
        }
        heads.add(&mut scores, &queries);
        scores.chunks_exact(heads.width().max(1)).flat_map(|s| s.iter().take(n).copied()).collect()
    }

    /// The best relation of every arc of a sentence.
    fn relations(&self, roles: &[f32], heads: &[usize]) -> Vec<DepRel> {
        let (arc, label, width) = (self.shape.arc, self.shape.label, self.shape.roles());
        let part = |at: usize, offset: usize| roles.get(at * width + offset..).unwrap_or_default();
        let mut layer: Vec<f32> = Vec::with_capacity(heads.len() * label);
        for (token, &head) in heads.iter().enumerate() {
            let near =
                self.head(Head::LabelDistance).get(distance(token, head) * label..).unwrap_or_default();
            let sums = part(token, 2 * arc).iter().zip(part(head, 2 * arc + label)).zip(near).take(label);
            layer.extend(sums.map(|((d, h), n)| (d + h + n).max(0.0)));
        }
        let matrix = self.product(Head::Label);
        let mut scores = matrix.sums(self.head(Head::LabelBias), heads.len());
        matrix.add(&mut scores, &layer);
        let best = |(scores, head): (&[f32], &usize)| {
            let choices = scores.iter().take(self.shape.relations).zip(DepRel::ALL);
            // The root's relation is its alone.
            let allowed = choices.filter(|(_, r)| (*r == DepRel::Root) == (*head == 0));
            allowed.max_by(|a, b| a.0.total_cmp(b.0)).map_or(DepRel::Root, |(_, relation)| relation)
        };
        scores.chunks_exact(matrix.width().max(1)).zip(heads).map(best).collect()
    }
}
