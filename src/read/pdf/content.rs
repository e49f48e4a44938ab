//! A page's content stream → its pieces of text, each with its place, its width and its size.
//!
//! Of the drawing language only what moves the pen is read. A piece's width comes from the font's own table, or is half
//! its height a letter where there is none.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// A piece of text in one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) text: String,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) runs: Vec<Run>,
    /// Pieces whose letters nobody can tell.
    pub(super) lost: usize,
}

/// Pieces of text on a page, at most.
const MOST_RUNS: usize = 100_000;

/// How far a letter may be moved before it is a new word, in thousandths of its size.
const WORD_GAP: f32 = 180.0;

pub(super) fn words(document: &Document, page: ObjectId, limit: usize) -> Words {
    let Ok(bytes) = document.get_page_content_with_limit(page, limit) else { return Words::default() };
    let Ok(content) = Content::decode(&bytes) else { return Words::default() };
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let fonts = fonts.into_iter().map(|(name, font)| (name, Font::of(document, font, limit))).collect();
    let mut pen = Pen::new(fonts);
    for operation in &content.operations {
        if pen.words.runs.len() >= MOST_RUNS {
            break;
        }
        pen.operate(&operation.operator, &operation.operands);
    }
    pen.words
}

struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    first: usize,
    widths: Vec<f32>,
    /// Has every letter two bytes?
    is_wide: bool,
}

impl<'a> Font<'a> {
    fn of(document: &'a Document, font: &'a Dictionary, limit: usize) -> Font<'a> {
        let number = |key: &[u8]| font.get_deref(key, document).ok().and_then(float);
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
        let widths =
            widths.map(|w| w.iter().map(|o| deref(document, o).and_then(float).unwrap_or(500.0)).collect());
        let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        Font {
            encoding: font.get_font_encoding_with_limit(document, limit).ok(),
            first: number(b"FirstChar").unwrap_or(0.0).max(0.0) as usize,
            widths: widths.unwrap_or_default(),
            is_wide: kind == b"Type0",
        }
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        let text = Document::decode_text(self.encoding.as_ref()?, bytes).ok()?;
        let is_told =
            !text.is_empty() && !text.contains("Unimplemented?") && text.chars().any(|c| !c.is_control());
        is_told.then(|| text.chars().filter(|c| !c.is_control()).collect())
    }

    /// Width in thousandths of the size.
    fn width(&self, bytes: &[u8]) -> f32 {
        if self.is_wide {
            return bytes.len() as f32 / 2.0 * 500.0;
        }
        let of = |b: &u8| usize::from(*b).checked_sub(self.first).and_then(|i| self.widths.get(i)).copied();
        bytes.iter().map(|b| of(b).unwrap_or(500.0)).sum()
    }
}

/// A 2 × 3 matrix as PDF has it.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(operands: &[Object]) -> Option<Matrix> {
        let numbers: Vec<f32> = operands.iter().filter_map(float).collect();
        Some(Matrix(numbers.try_into().ok()?))
    }

    /// This one, then the other.
    fn then(self, other: Matrix) -> Matrix {
        let (Matrix([a, b, c, d, e, f]), Matrix([g, h, i, j, k, l])) = (self, other);
        Matrix([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn moved(self, x: f32, y: f32) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }
}

struct Pen<'a> {
    fonts: BTreeMap<Vec<u8>, Font<'a>>,
    page: Matrix,
    stack: Vec<Matrix>,
    text: Matrix,
    line: Matrix,
    font: Vec<u8>,
    size: f32,
    leading: f32,
    words: Words,
}

impl<'a> Pen<'a> {
    fn new(fonts: BTreeMap<Vec<u8>, Font<'a>>) -> Pen<'a> {
        Pen {
            fonts,
            page: Matrix::ONE,
            stack: Vec::new(),
            text: Matrix::ONE,
            line: Matrix::ONE,
            font: Vec::new(),
            size: 0.0,
            leading: 0.0,
            words: Words::default(),
        }
    }

    fn operate(&mut self, operator: &str, operands: &[Object]) {
        let number = |at: usize| operands.get(at).and_then(float).unwrap_or_default();
        match operator {
            "q" => self.stack.push(self.page),
            "Q" => self.page = self.stack.pop().unwrap_or(Matrix::ONE),
            "cm" => self.page = Matrix::of(operands).unwrap_or(Matrix::ONE).then(self.page),
            "BT" => (self.text, self.line) = (Matrix::ONE, Matrix::ONE),
            "Tf" => {
                self.font = operands.first().and_then(|o| o.as_name().ok()).unwrap_or_default().to_vec();
                self.size = number(1);
            }
            "TL" => self.leading = number(0),
            "Tm" => {
                self.line = Matrix::of(operands).unwrap_or(Matrix::ONE);
                self.text = self.line;
            }
            "Td" => self.go(number(0), number(1)),
            "TD" => {
                self.leading = -number(1);
                self.go(number(0), number(1));
            }
            "T*" => self.go(0.0, -self.leading),
            "Tj" => self.show(operands.get(..1).unwrap_or_default()),
            "'" => {
                self.go(0.0, -self.leading);
                self.show(operands.get(..1).unwrap_or_default());
            }
            "\"" => {
                self.go(0.0, -self.leading);
                self.show(operands.get(2..).unwrap_or_default());
            }
            "TJ" => self.show(operands.first().and_then(|o| o.as_array().ok()).map_or(&[], Vec::as_slice)),
            _ => {}
        }
    }

    /// To the beginning of another line.
    fn go(&mut self, x: f32, y: f32) {
        self.line = self.line.moved(x, y);
        self.text = self.line;
    }

    /// Shows strings, with corrections of their distance between them.
    fn show(&mut self, parts: &[Object]) {
        let Some(font) = self.fonts.get(&self.font) else { return };
        let (mut text, mut width) = (String::new(), 0.0);
        for part in parts {
            match part {
                Object::String(bytes, _) => {
                    match font.text(bytes) {
                        Some(words) => text.push_str(&words),
                        None => self.words.lost += usize::from(!bytes.is_empty()),
                    }
                    width += font.width(bytes);
                }
                other => {
                    let back = float(other).unwrap_or_default();
                    width -= back;
                    if back < -WORD_GAP && !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
            }
        }
        let whole = self.text.then(self.page);
        let Matrix([a, b, c, d, x, y]) = whole;
        let size = self.size * (c * c + d * d).sqrt();
        let scale = (a * a + b * b).sqrt();
        let advance = width / 1000.0 * self.size;
        // What is turned is a credit beside a picture or a mark across the page.
        let is_level = b.abs() <= 0.1 * scale;
        if is_level && !text.trim().is_empty() && [x, y, size].iter().all(|n| n.is_finite()) {
            self.words.runs.push(Run { x, y, width: (advance * scale).abs(), size: size.abs(), text });
        }
        self.text = self.text.moved(advance, 0.0);
    }
}

fn float(object: &Object) -> Option<f32> {
    object.as_float().ok()
}

fn deref<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, o)| o)
}
