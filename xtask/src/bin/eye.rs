#![allow(clippy::all, clippy::print_stdout)]
use gainsay::analyse::{annotate, segment};
use gainsay::model::{Article, Field};
fn main() {
    let mut files: Vec<_> = std::fs::read_dir("/work/shared/gold/stories")
        .unwrap()
        .flat_map(|d| std::fs::read_dir(d.unwrap().path()).unwrap())
        .map(|f| f.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    let (mut heads, mut text) = (0, 0);
    let mode = std::env::args().nth(1).unwrap_or_default();
    let off: usize = std::env::args().nth(2).and_then(|s| s.parse().ok()).unwrap_or(0);
    for (n, f) in files.iter().enumerate() {
        let v: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(f).unwrap()).unwrap();
        let a = Article {
            title: v["title"].as_str().unwrap_or("").into(),
            text: v["text"].as_str().unwrap_or("").into(),
            ..Article::default()
        };
        let mut d = segment(&a, 0);
        annotate(&mut d, |_| true);
        if mode == "stands" {
            if n % 8 != off {
                continue;
            }
            for (kind, list) in [("N", &d.entities), ("U", &d.unnamed)] {
                for e in list.iter() {
                    for m in &e.mentions {
                        if m.form != gainsay::model::Form::Name && m.sure {
                            let s = &d.sentences[m.sentence as usize];
                            let from = m.start.saturating_sub(60).max(s.start);
                            let mut from = from as usize;
                            let t = a.field(m.field);
                            while !t.is_char_boundary(from) {
                                from += 1
                            }
                            let mut to = (m.end as usize + 40).min(t.len());
                            while !t.is_char_boundary(to) {
                                to -= 1
                            }
                            println!(
                                "{kind} {:?} <{}> = {} :: {}",
                                e.kind,
                                d.slice(m.field, m.start, m.end),
                                e.name,
                                t[from..to].replace('\n', " ")
                            );
                        }
                    }
                }
            }
            continue;
        }
        for (i, s) in d.sentences.iter().enumerate() {
            let take = if s.field == Field::Title {
                n % 5 == off && heads < 80
            } else {
                n % 3 == off % 3 && i == 1 + (n * 7) % d.sentences.len().max(1) && text < 120
            };
            if !take {
                continue;
            }
            if s.field == Field::Title {
                heads += 1
            } else {
                text += 1
            }
            let line: Vec<String> = s
                .tokens
                .clone()
                .map(|k| {
                    let t = &d.tokens[k as usize];
                    format!(
                        "{}/{}/{}{}",
                        d.word(s, k),
                        t.penn.as_str(),
                        t.deprel.as_str(),
                        if t.head == k { String::new() } else { format!(">{}", d.word(s, t.head)) }
                    )
                })
                .collect();
            println!("{} {}", if s.field == Field::Title { "H" } else { "T" }, line.join(" "));
        }
    }
}
