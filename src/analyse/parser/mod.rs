//! Words and tags of a sentence → heads and relations: a small recurrent network scores every pair of words as
//! dependent and head, and the best tree is taken.
//!
//! A token goes in as the sum of learned vectors (its form, ending, shape, tags) and its projected vector from the
//! shared table; two layers of memory cells read the sentence in both directions; from their states come, by one
//! product each, what a token is as a dependent and as a head.

mod network;
mod tree;

pub use network::{
    DISTANCES, Head, PROJECT, ROOT, Shape, UPOS, affine, affine_all, distance, lstm_step, tanh,
};
use tree::heads;

use std::sync::LazyLock;

use super::table::{Table, read_u32, section};
use super::tagger::Label;
use super::words::{Word, mix};
use crate::lex;
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
        lex::vector(self.form)
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
    /// Key → number of the row.
    index: Table<'m>,
    /// Rows: a scale (`f32`), then a byte per component.
    rows: &'m [u8],
}

fn read_f32(bytes: &[u8], at: usize) -> f32 {
    f32::from_bits(read_u32(bytes, at))
}

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
        let matrices = shape.matrices().into_iter().map(|[rows, columns]| {
            let scale = read_f32(bytes, 0);
            let (weights, rest) =
                bytes.get(4..).and_then(|b| b.split_at_checked(2 * rows * columns)).unwrap_or_default();
            bytes = rest;
            let weights = weights.as_chunks::<2>().0.iter();
            weights.map(|w| f32::from(i16::from_le_bytes(*w)) * scale).collect()
        });
        let matrices = matrices.collect();
        Parser { shape, matrices, index: Table::new(section(file, 2)), rows: section(file, 3) }
    }

    /// The parser that is embedded in the program.
    #[must_use]
    pub fn embedded() -> &'static Parser<'static> {
        static PARSER: LazyLock<Parser<'static>> =
            LazyLock::new(|| Parser::new(include_bytes!("../../../models/parser.bin")));
        &PARSER
    }

    /// What every token is.
    #[must_use]
    pub fn parse(&self, tokens: &[Input<'_>]) -> Vec<Parsed> {
        let n = tokens.len() + 1;
        let states = self.states(self.inputs(tokens), n);
        let roles = self.roles(&states, n);
        let mut upos = vec![UPOS - 1];
        upos.extend(tokens.iter().map(|t| t.upos as usize));
        let heads = heads(&self.arcs(&roles, &upos), n);
        let parsed = states.chunks_exact(self.shape.state().max(1)).zip(heads).enumerate().skip(1);
        let parsed = parsed.map(|(token, (state, head))| Parsed {
            head: head.checked_sub(1).unwrap_or(token - 1),
            relation: self.relation(&roles, token, head),
            label: self.label(state),
        });
        parsed.collect()
    }

    /// The best pair of tags of a token.
    fn label(&self, state: &[f32]) -> Label {
        let mut scores = self.head(Head::TagsBias).to_vec();
        affine(&mut scores, state, self.head(Head::Tags));
        let best = scores.iter().zip(0..).max_by(|a, b| a.0.total_cmp(b.0));
        best.map_or(0, |(_, label)| label)
    }

    fn matrix(&self, number: usize) -> &[f32] {
        self.matrices.get(number).map(Vec::as_slice).unwrap_or_default()
    }

    fn head(&self, which: Head) -> &[f32] {
        self.matrix(self.shape.head(which))
    }

    /// The input of the root and of every token.
    fn inputs(&self, tokens: &[Input<'_>]) -> Vec<f32> {
        let d = self.shape.input;
        let mut all = Vec::with_capacity((tokens.len() + 1) * d);
        let mut vector = Vec::with_capacity(self.shape.vector);
        all.extend(self.matrix(ROOT));
        for token in tokens {
            let from = all.len();
            all.resize(from + d, 0.0);
            let Some(out) = all.get_mut(from..) else { continue };
            for key in token.keys() {
                let Some([a, b, c]) = self.index.get(key).and_then(<[u8]>::first_chunk) else { continue };
                let start = u32::from_le_bytes([*a, *b, *c, 0]) as usize * (d + 4);
                let scale = read_f32(self.rows, start);
                let row = self.rows.get(start + 4..start + 4 + d).unwrap_or_default();
                out.iter_mut().zip(row).for_each(|(o, w)| *o += f32::from(w.cast_signed()) * scale);
            }
            if let Some(shared) = token.vector() {
                vector.clear();
                vector.extend(shared.iter().map(|v| f32::from(*v) / VECTOR_SCALE));
                affine(out, &vector, self.matrix(PROJECT));
            }
        }
        all
    }

    /// What the memory cells of the last layer make of every token.
    fn states(&self, mut input: Vec<f32>, n: usize) -> Vec<f32> {
        let hidden = self.shape.hidden;
        let (mut cell, mut state) = (vec![0.0; hidden], vec![0.0; hidden]);
        for layer in 0..self.shape.layers {
            let mut out = vec![0.0; n * 2 * hidden];
            for direction in 0..2 {
                let [from_input, from_state, bias] =
                    self.shape.recurrent(layer, direction).map(|number| self.matrix(number));
                let mut gates = bias.repeat(n);
                affine_all(&mut gates, &input, from_input, 4 * hidden);
                cell.fill(0.0);
                state.fill(0.0);
                for step in 0..n {
                    let at = if direction == 0 { step } else { n - 1 - step };
                    let Some(gates) = gates.get_mut(4 * hidden * at..4 * hidden * (at + 1)) else { continue };
                    affine(gates, &state, from_state);
                    lstm_step(gates, &mut cell, &mut state);
                    let place = (2 * at + direction) * hidden;
                    out.iter_mut().skip(place).zip(&state).for_each(|(o, s)| *o = *s);
                }
            }
            input = out;
        }
        input
    }

    /// What every token is as a dependent and as a head, of arcs and of labels.
    fn roles(&self, states: &[f32], n: usize) -> Vec<f32> {
        let width = self.shape.roles();
        let mut all = self.head(Head::RolesBias).repeat(n);
        affine_all(&mut all, states, self.head(Head::Roles), width);
        for roles in all.chunks_exact_mut(width.max(1)) {
            roles.iter_mut().take(2 * self.shape.arc).for_each(|x| *x = x.max(0.0));
        }
        all
    }

    /// The score of every head for every token.
    fn arcs(&self, roles: &[f32], upos: &[usize]) -> Vec<f32> {
        let (n, arc, width) = (upos.len(), self.shape.arc, self.shape.roles());
        let mut heads = vec![0.0; arc * n];
        for (column, role) in roles.chunks_exact(width.max(1)).enumerate() {
            let values = role.iter().skip(arc).take(arc);
            heads.iter_mut().skip(column).step_by(n).zip(values).for_each(|(h, v)| *h = *v);
        }
        let (near_token, near_head) = (self.head(Head::NearDependent), self.head(Head::NearHead));
        let near = |table: &[f32], tag: usize, kind: usize| {
            table.get(tag * DISTANCES + kind).copied().unwrap_or(0.0)
        };
        let mut scores = Vec::with_capacity(n * n);
        for (token, (role, tag)) in roles.chunks_exact(width.max(1)).zip(upos).enumerate() {
            let mut query = self.head(Head::ArcBias).to_vec();
            affine(&mut query, role.get(..arc).unwrap_or_default(), self.head(Head::Arc));
            let from = scores.len();
            scores.extend(upos.iter().enumerate().map(|(head, head_tag)| {
                let kind = distance(token, head);
                near(near_token, *tag, kind) + near(near_head, *head_tag, kind)
            }));
            if let Some(out) = scores.get_mut(from..) {
                affine(out, &query, &heads);
            }
        }
        scores
    }

    /// The best relation of an arc.
    fn relation(&self, roles: &[f32], token: usize, head: usize) -> DepRel {
        let (arc, label, width) = (self.shape.arc, self.shape.label, self.shape.roles());
        let part = |at: usize, offset: usize| roles.get(at * width + offset..).unwrap_or_default();
        let near = self.head(Head::LabelDistance).get(distance(token, head) * label..).unwrap_or_default();
        let sums = part(token, 2 * arc).iter().zip(part(head, 2 * arc + label)).zip(near).take(label);
        let layer: Vec<f32> = sums.map(|((d, h), n)| (d + h + n).max(0.0)).collect();
        let mut scores = self.head(Head::LabelBias).to_vec();
        affine(&mut scores, &layer, self.head(Head::Label));
        // The root's relation is its alone.
        let allowed = scores.iter().zip(DepRel::ALL).filter(|(_, r)| (*r == DepRel::Root) == (head == 0));
        allowed.max_by(|a, b| a.0.total_cmp(b.0)).map_or(DepRel::Root, |(_, relation)| relation)
    }
}
