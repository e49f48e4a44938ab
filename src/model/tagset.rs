//! The tags of Universal Dependencies English: universal parts of speech and Penn tags.

/// Universal part-of-speech tag (<https://universaldependencies.org/u/pos/>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// Every value, in the order of its number.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// The name in CoNLL-U files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }

    /// The value of a CoNLL-U name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.as_str() == name)
    }
}

/// Penn Treebank tag, as the English treebanks use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each name is its own description")]
pub enum Penn {
    Add,
    Afx,
    Cc,
    Cd,
    Dt,
    Ex,
    Fw,
    Gw,
    Hyph,
    In,
    Jj,
    Jjr,
    Jjs,
    Ls,
    Md,
    Nfp,
    Nn,
    Nnp,
    Nnps,
    Nns,
    Pdt,
    Pos,
    Prp,
    PrpS,
    Rb,
    Rbr,
    Rbs,
    Rp,
    Sym,
    To,
    Uh,
    Vb,
    Vbd,
    Vbg,
    Vbn,
    Vbp,
    Vbz,
    Wdt,
    Wp,
    WpS,
    Wrb,
    Xx,
    Currency,
    Comma,
    Stop,
    Colon,
    OpenQuote,
    CloseQuote,
    OpenBracket,
    CloseBracket,
}

impl Penn {
    /// Every value, in the order of its number.
    pub const ALL: [Penn; 50] = [
        Penn::Add,
        Penn::Afx,
        Penn::Cc,
        Penn::Cd,
        Penn::Dt,
        Penn::Ex,
        Penn::Fw,
        Penn::Gw,
        Penn::Hyph,
        Penn::In,
        Penn::Jj,
        Penn::Jjr,
        Penn::Jjs,
        Penn::Ls,
        Penn::Md,
        Penn::Nfp,
        Penn::Nn,
        Penn::Nnp,
        Penn::Nnps,
        Penn::Nns,
        Penn::Pdt,
        Penn::Pos,
        Penn::Prp,
        Penn::PrpS,
        Penn::Rb,
        Penn::Rbr,
        Penn::Rbs,
        Penn::Rp,
        Penn::Sym,
        Penn::To,
        Penn::Uh,
        Penn::Vb,
        Penn::Vbd,
        Penn::Vbg,
        Penn::Vbn,
        Penn::Vbp,
        Penn::Vbz,
        Penn::Wdt,
        Penn::Wp,
        Penn::WpS,
        Penn::Wrb,
        Penn::Xx,
        Penn::Currency,
        Penn::Comma,
        Penn::Stop,
        Penn::Colon,
        Penn::OpenQuote,
        Penn::CloseQuote,
        Penn::OpenBracket,
        Penn::CloseBracket,
    ];

    /// The name in CoNLL-U files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Penn::Add => "ADD",
            Penn::Afx => "AFX",
            Penn::Cc => "CC",
            Penn::Cd => "CD",
            Penn::Dt => "DT",
            Penn::Ex => "EX",
            Penn::Fw => "FW",
            Penn::Gw => "GW",
            Penn::Hyph => "HYPH",
            Penn::In => "IN",
            Penn::Jj => "JJ",
            Penn::Jjr => "JJR",
            Penn::Jjs => "JJS",
            Penn::Ls => "LS",
            Penn::Md => "MD",
            Penn::Nfp => "NFP",
            Penn::Nn => "NN",
            Penn::Nnp => "NNP",
            Penn::Nnps => "NNPS",
            Penn::Nns => "NNS",
            Penn::Pdt => "PDT",
            Penn::Pos => "POS",
            Penn::Prp => "PRP",
            Penn::PrpS => "PRP$",
            Penn::Rb => "RB",
            Penn::Rbr => "RBR",
            Penn::Rbs => "RBS",
            Penn::Rp => "RP",
            Penn::Sym => "SYM",
            Penn::To => "TO",
            Penn::Uh => "UH",
            Penn::Vb => "VB",
            Penn::Vbd => "VBD",
            Penn::Vbg => "VBG",
            Penn::Vbn => "VBN",
            Penn::Vbp => "VBP",
            Penn::Vbz => "VBZ",
            Penn::Wdt => "WDT",
            Penn::Wp => "WP",
            Penn::WpS => "WP$",
            Penn::Wrb => "WRB",
            Penn::Xx => "XX",
            Penn::Currency => "$",
            Penn::Comma => ",",
            Penn::Stop => ".",
            Penn::Colon => ":",
            Penn::OpenQuote => "``",
            Penn::CloseQuote => "''",
            Penn::OpenBracket => "-LRB-",
            Penn::CloseBracket => "-RRB-",
        }
    }

    /// The value of a CoNLL-U name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.as_str() == name)
    }
}
