//! The shapes of hostile and merely odd stories: each grows with the size that is asked for.

use std::fmt::Write;

/// Names and contents of a story's files.
type Files = Vec<(String, String)>;

/// A kind of story.
pub(super) struct Shape {
    pub(super) name: &'static str,
    /// The story of so many bytes.
    pub(super) story: fn(usize) -> Files,
}

const fn shape(name: &'static str, story: fn(usize) -> Files) -> Shape {
    Shape { name, story }
}

pub(super) const ALL: &[Shape] = &[
    shape("ordinary news", |size| two(size, news)),
    shape("one line of numbers", |size| one(size, |n| format!("{} ", n * 7 % 9973))),
    shape("box-score rows", |size| {
        one(size, |n| {
            format!("J. {} {} {}-{} 3-7 {} 8 {} ", name(n % 50), n % 48, n % 9, n % 17, n % 12, n % 34)
        })
    }),
    shape("election results", |size| {
        one(size, |n| format!("{} (D) {},{:03} {}% ", name(n), n % 90 + 1, n % 1000, n % 100))
    }),
    shape("nested parentheses", |size| one(size, |n| format!("({n} "))),
    shape("one word repeated", |size| one(size, |_| "flood ".to_owned())),
    shape("one letter repeated", |size| one(size, |_| "a".to_owned())),
    shape("one digit repeated", |size| one(size, |_| "7".to_owned())),
    shape("digits and hyphens", |size| one(size, |_| "3-".to_owned())),
    shape("digits and commas", |size| one(size, |_| "1,".to_owned())),
    shape("full stops", |size| one(size, |_| ". ".to_owned())),
    shape("quotation marks", |size| one(size, |_| "\" ".to_owned())),
    shape("unended quotations", |size| one(size, |n| format!("“He left {n} times. "))),
    shape("apostrophes", |size| one(size, |_| "'tis ".to_owned())),
    shape("zero-width spaces", |size| one(size, |_| "a\u{200b}".to_owned())),
    shape("combining marks", |size| one(size, |_| "e\u{301}\u{301}\u{301}".to_owned())),
    shape("blank lines", |size| {
        one(size, |n| if n == 0 { "It rained.".to_owned() } else { "\n\n".to_owned() })
    }),
    shape("one paragraph repeated", |size| {
        one(size, |_| {
            "Police said 12 people were hurt on Tuesday. “We ran,” said Anna Weber, the mayor. She left.\n\n"
                .to_owned()
        })
    }),
    shape("distinct names", |size| {
        one(size, |n| format!("{} {} met {} on the pier. ", name(n), name(n * 31 + 7), name(n * 17 + 3)))
    }),
    shape("one surname", |size| one(size, |n| format!("{} Weber met the mayor. ", name(n)))),
    shape("one letter apart", |size| one(size, |n| format!("Anna We{} left. ", name(n).to_lowercase()))),
    shape("acronyms", |size| one(size, |n| format!("The {} spoke. ", name(n).to_uppercase()))),
    shape("names in a list", |size| one(size, |n| format!("{} {}, ", name(n), name(n * 31 + 7)))),
    shape("pronouns", |size| one(size, |_| "He told her that they saw it. ".to_owned())),
    shape("distinct nouns", |size| {
        one(size, |n| format!("The {} hit the {}. ", name(n).to_lowercase(), name(n * 7).to_lowercase()))
    }),
    shape("distinct quotations", |size| {
        one(size, |n| {
            format!("“We saw the {} at {} from the {},” he said. ", name(n), n, name(n * 13).to_lowercase())
        })
    }),
    shape("dates and times", |size| {
        one(size, |n| format!("on Monday at {} p.m. on June {} ", n % 12 + 1, n % 28 + 1))
    }),
    shape("money and ranges", |size| {
        one(size, |n| format!("between ${n} million and ${}.5 million or ", n + 3))
    }),
    shape("spelled numbers", |size| one(size, |_| "two hundred and thirty thousand ".to_owned())),
    shape("ages", |size| one(size, |n| format!("a {}-year-old and ", n % 90 + 2))),
    shape("one headline", |size| {
        let title = grown(size, |n| format!("Mayor {} Held ", name(n)));
        file("a.json", format!("{{\"title\": \"{title}\", \"text\": \"It rained.\"}}"))
    }),
    shape("two articles of quotations", |size| {
        two(size, |n| {
            format!("“We saw the {} at {} from the {},” he said. ", name(n), n, name(n * 13).to_lowercase())
        })
    }),
    shape("two articles of names", |size| {
        two(size, |n| format!("{} {} met {} on the pier. ", name(n), name(n * 31 + 7), name(n * 17 + 3)))
    }),
    shape("two articles of tolls", |size| {
        two(size, |n| format!("The flood killed {n} people in the town. "))
    }),
    shape("many articles, one sentence", |size| {
        many(size, |n| format!("The fire on Tuesday killed {} people, police said.", n % 7 + 1))
    }),
    shape("many articles, other words", |size| {
        many(size, |n| {
            format!("The {} fire near {} killed {} people.", name(n).to_lowercase(), name(n * 3), n % 7 + 1)
        })
    }),
    shape("many articles, one quotation", |size| {
        many(size, |n| format!("“We ran down {} flights of stairs in the dark,” Anna Weber said.", n % 7 + 2))
    }),
    shape("many articles, one name", |size| {
        many(size, |n| format!("Anna We{}er left the court.", if n % 2 == 0 { "b" } else { "bb" }))
    }),
    shape("HTML, nested divs", |size| file("a.html", grown(size, |_| "<div>".to_owned()) + "<p>It rained.")),
    shape("HTML, attributes", |size| {
        file("a.html", format!("<p {}>It rained.", grown(size, |n| format!("a{n}=b "))))
    }),
    shape("HTML, paragraphs", |size| {
        file("a.html", grown(size, |n| format!("<p>The flood killed {n} people.</p>")))
    }),
    shape("Markdown, backticks", |size| file("a.md", grown(size, |n| "`".repeat(n % 50 + 1) + " "))),
    shape("Markdown, brackets", |size| file("a.md", grown(size, |_| "[".to_owned()))),
    shape("Markdown, quotes", |size| file("a.md", grown(size, |_| "> ".to_owned()) + "It rained.")),
    shape("JSON, nested", |size| file("a.json", grown(size, |_| "[".to_owned()))),
    shape("YAML, nested", |size| {
        file("a.md", format!("---\na: {}\n---\nIt rained.", grown(size, |_| "[".to_owned())))
    }),
];

/// Pieces until there are so many bytes.
fn grown(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 100);
    for n in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&piece(n));
    }
    text
}

/// A story of this file and another article, without which there is nothing to check.
fn file(name: &str, content: String) -> Files {
    vec![(name.to_owned(), content), ("other.txt".to_owned(), "It rained on Tuesday.".to_owned())]
}

fn one(size: usize, piece: impl Fn(usize) -> String) -> Files {
    file("a.txt", grown(size, piece))
}

/// Two articles with the same pieces, the second one on.
fn two(size: usize, piece: impl Fn(usize) -> String) -> Files {
    let second = grown(size / 2, |n| piece(n + 1));
    vec![("a.txt".to_owned(), grown(size / 2, piece)), ("b.txt".to_owned(), second)]
}

/// One article a piece.
fn many(size: usize, piece: impl Fn(usize) -> String) -> Files {
    let article = |n: usize| {
        let mut line = String::new();
        let text = piece(n);
        write!(line, "{{\"id\": \"{n}\", \"outlet\": \"o{n}\", \"text\": \"{text}\"}}").ok();
        line + "\n"
    };
    file("a.jsonl", grown(size, article))
}

/// A capitalised word that no dictionary has; other numbers, other words.
fn name(n: usize) -> String {
    const PARTS: [&str; 16] = [
        "bal", "cor", "dun", "fel", "gar", "hol", "kir", "lem", "mor", "nev", "pol", "rad", "sen", "tor",
        "vil", "zan",
    ];
    let mut word = String::new();
    let mut rest = n;
    for _ in 0..4 {
        word.push_str(PARTS[rest % PARTS.len()]);
        rest /= PARTS.len();
    }
    word[..1].to_uppercase() + &word[1..]
}

/// A paragraph as outlets write it.
fn news(n: usize) -> String {
    let (town, mayor) = (name(n / 10 % 300), name(n / 20 % 200));
    let toll = n * 7 % 60 + 2;
    match n % 5 {
        0 => format!(
            "At least {toll} people were killed when a bus left the road near {town} on Tuesday, police said.\n\n"
        ),
        1 => format!(
            "Mayor Anna {mayor} told reporters that the town would rebuild the bridge within {toll} months. She said the work would cost ${toll} million.\n\n"
        ),
        2 => format!(
            "“We heard a loud noise and then the lights went out,” said Tom {mayor}, {toll}, who lives near the river.\n\n"
        ),
        3 => format!(
            "The rain began shortly after 6 p.m. and did not stop until the next morning. Roads to {town} were closed, and {toll},000 homes had no power.\n\n"
        ),
        _ => format!(
            "A spokesman for the company declined to comment. The court will hear the case on June {}, 2024.\n\n",
            n % 28 + 1
        ),
    }
}
