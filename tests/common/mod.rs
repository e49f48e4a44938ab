//! One fixed analysis of an invented story, with every verdict, a copy, a long sentence and a problem in it.

use gainsay::model::{
    Analysis, Article, Claim, ClaimGraph, ClaimId, Comparator, Edge, Field, Finding, Interval, Kind, Meta,
    Modality, Node, Position, Problem, Quantity, Rule, Severity, Span, Stamp, Subject, Unit, Value, Verdict,
};
use rust_decimal::Decimal;

const GULL: &str = "Rescuers said on Tuesday evening that 14 people had died when the ferry Morning Star, which was \
carrying tourists and day trippers back from the islands, struck a sandbank “in thick fog” outside the harbour of Oban.\n\n\
The ferry carried about 90 passengers. “We heard a dull, grinding noise,” said the cook, Iain Muir, 47.";
const POST: &str = "At least 12 people were killed, the coast guard said.\n\nThe ship had 92 passengers on board. \
A cook heard “a grinding noise”.\n\nIt was built in 1974 <by hand> & named | twice.";
const LATE: &str = "The toll of the accident has risen to 17, the coast guard said on Wednesday.\n\n\
The Morning Star, built in 1979, had left Craignure at 5 p.m.";

fn article(id: &str, outlet: &str, title: &str, published: &str, text: &str) -> Article {
    let (day, time) = published.split_once('T').unwrap_or((published, "00:00"));
    Article {
        id: id.to_owned(),
        outlet: outlet.to_owned(),
        title: title.to_owned(),
        published: Some(Stamp {
            at: format!("{day}T{time}").parse().unwrap(),
            has_time: published.contains('T'),
            offset: published.contains('T').then_some(60),
            words: published.to_owned(),
        }),
        updated: None,
        url: Some(format!("https://news.example/{id}")),
        byline: None,
        agency: None,
        corrections: Vec::new(),
        language: Some("en".to_owned()),
        text: text.to_owned(),
        path: Some(format!("story/{id}.txt").into()),
    }
}

struct Builder {
    articles: Vec<Article>,
    graph: ClaimGraph,
    findings: Vec<Finding>,
}

impl Builder {
    /// A claim of article `index` whose value stands in `quote`.
    fn claim(&mut self, index: u32, kind: Kind, quote: &str) -> ClaimId {
        let text = &self.articles[index as usize].text;
        let start = text.find(quote).unwrap();
        let end = start + quote.len();
        let from = text[..start].rfind(['.', '\n']).map_or(0, |i| i + 1);
        let from = from + text[from..].len() - text[from..].trim_start().len();
        let to = text[end..].find('\n').map_or(text.len(), |i| end + i);
        let span =
            |a: usize, b: usize| Span { article: index, field: Field::Text, start: a as u32, end: b as u32 };
        let digits: String = quote.chars().filter(char::is_ascii_digit).collect();
        let number = Decimal::from(digits.parse::<u32>().unwrap_or_default());
        let claim = Claim {
            article: index,
            kind,
            value: Value::Quantity(Quantity {
                interval: Interval::point(number),
                nominal: Some(number),
                comparator: Comparator::Exact,
                approx: false,
                unit: Unit::None,
                step: Decimal::ONE,
                against: None,
            }),
            span: span(start, end),
            sentence: span(from, to),
            sentence_index: 0,
            subject: Subject { head: "person".into(), words: "people".to_owned(), ..Subject::default() },
            predicate: None,
            arguments: vec![],
            context: vec![],
            negated: false,
            modality: Modality::Asserted,
            source: None,
            trend: None,
            standing: None,
        };
        self.graph.claims.push(claim);
        ClaimId(self.graph.claims.len() as u32 - 1)
    }

    fn finding(
        &mut self,
        verdict: Verdict,
        kind: Kind,
        words: (&str, &str),
        answers: &[(&str, &[(u32, &str)])],
    ) {
        let positions: Vec<Position> = answers
            .iter()
            .map(|(value, claims)| Position {
                value: (*value).to_owned(),
                claims: claims.iter().map(|(a, quote)| self.claim(*a, kind, quote)).collect(),
            })
            .collect();
        let number = self.findings.len() + 1;
        let code = if kind == Kind::Quote { "quote-wording" } else { "value-disagreement" };
        let confidence = 0.96 - 0.0825 * number as f64;
        self.findings.push(Finding {
            id: format!("f{number}"),
            code,
            kind,
            verdict,
            confidence,
            question: words.0.to_owned(),
            explanation: words.1.to_owned(),
            positions,
        });
    }

    /// Articles, claims, slots and their edges.
    fn draw(&mut self) {
        let graph = &mut self.graph.graph;
        let articles: Vec<_> =
            (0u32..).zip(&self.articles).map(|(i, _)| graph.add_node(Node::Article(i))).collect();
        graph.add_edge(articles[1], articles[0], Edge::Copies(0.95));
        let node = |(i, c): (u32, &Claim)| (c.article, graph.add_node(Node::Claim(ClaimId(i))));
        let claims: Vec<_> = (0u32..).zip(&self.graph.claims).map(node).collect();
        for (article, claim) in &claims {
            graph.add_edge(articles[*article as usize], *claim, Edge::Asserts);
        }
        for finding in &self.findings {
            let slot = graph.add_node(Node::Slot);
            let ids: Vec<usize> =
                finding.positions.iter().flat_map(|p| &p.claims).map(|c| c.0 as usize).collect();
            for id in &ids {
                graph.add_edge(claims[*id].1, slot, Edge::Answers);
            }
            let reasons = vec![("same head noun", 1.5), ("same predicate", 0.5)];
            let link = Edge::SameQuestion { score: 0.75, reasons };
            graph.add_edge(claims[ids[0]].1, claims[ids[1]].1, link);
        }
    }
}

const VALUES: Meta = Meta {
    code: "value-disagreement",
    summary: "values differ",
    docs: "Numbers are *sets*.\n\nExample: 12 and 14.",
    severity: Severity::Error,
};
const QUOTES: Meta = Meta {
    code: "quote-wording",
    summary: "quotes differ",
    docs: "Word by word.",
    severity: Severity::Warning,
};

/// The analysis.
pub(crate) fn analysis() -> Analysis {
    let articles = vec![
        article("gull", "The Gull", "Ferry sinks off Oban, killing 14", "2024-06-25T19:30", GULL),
        article("wire", "Morning Wire", "Ferry sinks off Oban, killing 14", "2024-06-25", GULL),
        article("post", "Harbour Post, \"Est. 1801\"", "Twelve dead in ferry accident", "2024-06-25", POST),
        article("late", "The Gull", "Ferry toll rises", "2024-06-26", LATE),
    ];
    let mut b = Builder { articles, graph: ClaimGraph::default(), findings: vec![] };
    b.finding(
        Verdict::Conflict,
        Kind::Date,
        ("When was the ferry built?", "1974 is not 1979."),
        &[("1974", &[(2, "1974")]), ("1979", &[(3, "1979")])],
    );
    b.finding(
        Verdict::Variant,
        Kind::Quote,
        ("What did the cook hear?", "The same utterance; “dull” is missing from one."),
        &[
            ("a dull, grinding noise", &[(0, "a dull, grinding noise"), (1, "a dull, grinding noise")]),
            ("a grinding noise", &[(2, "a grinding noise")]),
        ],
    );
    b.finding(
        Verdict::Update,
        Kind::Count,
        ("How many people died?", "14 on 25 June became 17 on 26 June."),
        &[("14", &[(0, "14"), (1, "14")]), ("17", &[(3, "17")])],
    );
    b.finding(
        Verdict::Compatible,
        Kind::Count,
        ("How many passengers did the ferry carry?", "“About 90” covers 92."),
        &[("about 90", &[(0, "about 90"), (1, "about 90")]), ("92", &[(2, "92")])],
    );
    b.finding(
        Verdict::Agree,
        Kind::Place,
        ("Where did the ferry sink?", "Both say so."),
        &[("Oban", &[(0, "Oban"), (1, "Oban")])],
    );
    b.draw();
    let message = "unknown kind of file `.pdf`: give text (.txt)".to_owned();
    let problems = vec![Problem { article: "story/scan.pdf".to_owned(), message }];
    let rules = vec![
        Rule { meta: &VALUES, severity: Severity::Error },
        Rule { meta: &QUOTES, severity: Severity::Warning },
    ];
    Analysis {
        articles: b.articles,
        graph: b.graph,
        findings: b.findings,
        unmatched: Vec::new(),
        problems,
        rules,
    }
}
