//! Cases for tokens, sentences and quotations, and what must hold of any text.

use proptest::prelude::*;

use super::segment;
use super::tokens::is_space;
use crate::model::{Article, Document, Field};

fn article(text: &str) -> Article {
    Article {
        title: "Two held after “raid” in U.S. port".to_owned(),
        text: text.to_owned(),
        ..Article::default()
    }
}

fn in_text<T>(items: &[T], field: impl Fn(&T) -> Field) -> impl Iterator<Item = &T> {
    items.iter().filter(move |i| field(i) == Field::Text)
}

fn text_tokens<'a>(document: &Document<'a>) -> Vec<&'a str> {
    in_text(&document.sentences, |s| s.field)
        .flat_map(|s| s.tokens.clone().map(|t| document.word(s, t)).collect::<Vec<_>>())
        .collect()
}

fn check_tokens(text: &str, expected: &str) {
    let article = article(text);
    assert_eq!(text_tokens(&segment(&article, 0)).join(" "), expected, "{text}");
}

fn check_sentences(text: &str, expected: &[&str]) {
    let article = article(text);
    let document = segment(&article, 0);
    let found: Vec<&str> =
        in_text(&document.sentences, |s| s.field).map(|s| document.slice(s.field, s.start, s.end)).collect();
    assert_eq!(found, expected, "{text}");
}

/// Expected quotations end in "+" when closed, in "-" when not.
fn check_quotations(text: &str, expected: &[&str]) {
    let article = article(text);
    let document = segment(&article, 0);
    let found: Vec<String> = in_text(&document.quotations, |q| q.field)
        .map(|q| format!("{}{}", document.slice(q.field, q.start, q.end), if q.closed { '+' } else { '-' }))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn words_and_contractions() {
    for (text, expected) in [
        ("They don't, can't and won't.", "They do n't , ca n't and wo n't ."),
        ("We cannot; I'm gonna.", "We can not ; I 'm gon na ."),
        ("It’s Smith’s and the workers’ fault", "It ’s Smith ’s and the workers ’ fault"),
        ("O'Reilly met Shi'ite leaders at 5 o'clock", "O'Reilly met Shi'ite leaders at 5 o'clock"),
        ("Tell 'em about the '90s and the 1980s", "Tell 'em about the '90s and the 1980s"),
        ("the 60's sound", "the 60's sound"),
        ("a 68-year-old, well-known ex-mayor", "a 68 - year - old , well - known ex-mayor"),
        ("the pro-Kremlin co-founder's e-mail", "the pro-Kremlin co-founder 's e-mail"),
        ("a café—or naïve bistro–bar", "a café — or naïve bistro – bar"),
        ("either/or and w/o", "either / or and w/o"),
        ("AT&T, R&D", "AT&T , R&D"),
    ] {
        check_tokens(text, expected);
    }
}

#[test]
fn numbers() {
    for (text, expected) in [
        ("$5.6bn or US$3,200.50", "$ 5.6 bn or US$ 3,200.50"),
        ("$8M, but Model 8M", "$ 8 M , but Model 8M"),
        ("at 2:45pm on 10/12/2024", "at 2:45 pm on 10/12/2024"),
        ("passed 396-9, call 555-0142", "passed 396 - 9 , call 555-0142"),
        ("up 3.5% in the 21st", "up 3.5 % in the 21st"),
        ("10-15 people, 40km away", "10 - 15 people , 40 km away"),
        ("hit .265 at 20°C", "hit .265 at 20 ° C"),
        ("It rose to 12. Then", "It rose to 12 . Then"),
        ("£30, €5 and 1,000,000", "£ 30 , € 5 and 1,000,000"),
        ("at 7p.m. sharp", "at 7 p.m. sharp"),
    ] {
        check_tokens(text, expected);
    }
}

#[test]
fn stops_and_signs() {
    for (text, expected) in [
        ("Mr. Low met Sen. J. B. Hale (D-N.C.).", "Mr. Low met Sen. J. B. Hale ( D - N.C. ) ."),
        ("No. 5 said no. Then", "No. 5 said no . Then"),
        ("Wait... what?! Yes!!", "Wait ... what ?! Yes !!"),
        (
            "Go to www.example.org/a-b, or mail jo.ann@example.org.",
            "Go to www.example.org/a-b , or mail jo.ann@example.org .",
        ),
        ("(see https://example.org/x?y=1)", "( see https://example.org/x?y=1 )"),
        ("@jo_ann likes #RedSea", "@jo_ann likes #RedSea"),
        ("He left.The rest of example.com stayed", "He left . The rest of example.com stayed"),
        ("wait--no -- really", "wait -- no -- really"),
        ("``Yes,'' he said", "`` Yes , '' he said"),
        ("a Ph.D. from the U.N. in Jan. 2020", "a Ph.D. from the U.N. in Jan. 2020"),
    ] {
        check_tokens(text, expected);
    }
}

#[test]
fn sentence_ends() {
    let cases: [(&str, &[&str]); 24] = [
        ("He came. She left.", &["He came.", "She left."]),
        ("Mr. Low spoke. Gov. Hale of Ill. did not.", &["Mr. Low spoke.", "Gov. Hale of Ill. did not."]),
        ("“Will he go?” she asked. No.", &["“Will he go?” she asked.", "No."]),
        ("\"Will he go?\" Hale asked.", &["\"Will he go?\" Hale asked."]),
        ("\"He won't.\" The crowd cheered.", &["\"He won't.\"", "The crowd cheered."]),
        ("He saw a doctor.\" \"I can't go,\" he said.", &["He saw a doctor.\"", "\"I can't go,\" he said."]),
        ("It costs 3.5 dollars. That is much.", &["It costs 3.5 dollars.", "That is much."]),
        (
            "In the U.S. Army he rose. In the U.S. The rest.",
            &["In the U.S. Army he rose.", "In the U.S.", "The rest."],
        ),
        (
            "At 9 a.m. Monday he ran. By 5 p.m. Hale won.",
            &["At 9 a.m. Monday he ran.", "By 5 p.m.", "Hale won."],
        ),
        ("He left.The end was near.", &["He left.", "The end was near."]),
        ("(He left.) She stayed.", &["(He left.)", "She stayed."]),
        ("SALEM, Ore. (AP) — Police came. They left.", &["SALEM, Ore. (AP) — Police came.", "They left."]),
        ("He was ... late. \"So... what?\" he said.", &["He was ... late.", "\"So... what?\" he said."]),
        ("No. 5 won. John F. Low lost.", &["No. 5 won.", "John F. Low lost."]),
        ("He died in Salem, Ore. Hale knew.", &["He died in Salem, Ore.", "Hale knew."]),
        ("At 2 p. m. on Monday Rep. Hale (R-La.) left.", &["At 2 p. m. on Monday Rep. Hale (R-La.) left."]),
        ("\"It was not funny.\" He added that it was.", &["\"It was not funny.\"", "He added that it was."]),
        ("He was . . . late. She left.", &["He was . . . late.", "She left."]),
        ("Salem Inc. Chairman Low of Hale Co. left.", &["Salem Inc. Chairman Low of Hale Co. left."]),
        ("2. Pay the fine. Then go.", &["2. Pay the fine.", "Then go."]),
        (
            "She was right.’ The paint, glue, etc. Hale had dried.",
            &["She was right.’", "The paint, glue, etc.", "Hale had dried."],
        ),
        ("One line\nAnother line", &["One line", "Another line"]),
        ("First.\n\n\nSecond\r\n\r\nThird", &["First.", "Second", "Third"]),
        ("Really?! Yes… The end.", &["Really?!", "Yes…", "The end."]),
    ];
    for (text, expected) in cases {
        check_sentences(text, expected);
    }
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let line = "the council met for the third time that week to talk of the bridge and\n";
    let text = format!("{}its price.\n\n- one\n- two", line.repeat(5));
    let article = article(&text);
    let paragraphs: Vec<u32> =
        in_text(&segment(&article, 0).sentences, |s| s.field).map(|s| s.paragraph).collect();
    assert_eq!(paragraphs, [0, 1, 2]);
}

#[test]
fn quotations() {
    let cases: [(&str, &[&str]); 16] = [
        ("“We won,” he said. “It is over.”", &["We won,+", "It is over.+"]),
        ("\"We won,\" he said. \"It is over.\"", &["We won,+", "It is over.+"]),
        ("“He told me ‘go home’ and left,” she said.", &["He told me ‘go home’ and left,+", "go home+"]),
        ("He called it 'a very good day' for all.", &["a very good day+"]),
        ("the workers' strike and the boss's 'no' vote", &["no+"]),
        ("It's the firm's '90s sound, Smith's 'sign'", &["sign+"]),
        ("the dogs' owner and the cats' owner", &[]),
        ("‘The players’ union said no,’ he said", &["The players’ union said no,+"]),
        ("``Yes,'' he said", &["Yes,+"]),
        ("« Oui », dit-il", &["Oui+"]),
        ("It was fantastic. \" \"I just want to go,\" he said.", &["I just want to go,+"]),
        ("He said \"we go. She said \"no.\" Then left.", &["we go. She said-", "no.+"]),
        ("A 5'11\" man said \"hello\" to us", &["hello+"]),
        ("“We won.\n\n“We lost.\n\n“We drew,” he said.", &["We won.-", "We lost.-", "We drew,+"]),
        ("“We won.\n\nIt is over,” he said. “Yes.”", &["We won.-", "It is over,+", "Yes.+"]),
        ("\"Will he go?\"she asked. \"No.\"", &["Will he go?+", "No.+"]),
    ];
    for (text, expected) in cases {
        check_quotations(text, expected);
    }
}

#[test]
fn title_and_text_are_cut() {
    let article = article("Body.");
    let document = segment(&article, 3);
    let fields: Vec<Field> = document.sentences.iter().map(|s| s.field).collect();
    assert_eq!(fields, [Field::Title, Field::Text]);
    let title = &document.sentences[0];
    let words: Vec<&str> = title.tokens.clone().map(|t| document.word(title, t)).collect();
    assert_eq!(words.join(" "), "Two held after “ raid ” in U.S. port");
    let quotation = &document.quotations[0];
    assert_eq!(document.slice(quotation.field, quotation.start, quotation.end), "raid");
    assert_eq!(document.index, 3);
}

proptest! {
    #[test]
    fn spans_are_ordered_and_cover_the_text(text in "[a-zA-Z0-9 .,'\"“”‘’!?$%/@#:()\\-\n\u{a0}é—…]{0,120}|\\PC{0,60}") {
        let article = article(&text);
        let document = segment(&article, 0);
        let mut covered = vec![false; text.len()];
        let mut last = 0;
        for sentence in in_text(&document.sentences, |s| s.field) {
            prop_assert!(!sentence.tokens.is_empty());
            let tokens = document.tokens_of(sentence);
            prop_assert_eq!(sentence.start, tokens[0].start);
            prop_assert_eq!(sentence.end, tokens[tokens.len() - 1].end);
            for t in tokens {
                let (start, end) = (t.start as usize, t.end as usize);
                prop_assert!(last <= start && start < end);
                prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
                prop_assert!(!text[start..end].chars().any(is_space), "{:?}", &text[start..end]);
                covered[start..end].fill(true);
                last = end;
            }
        }
        for (i, c) in text.char_indices() {
            prop_assert!(covered[i] != is_space(c), "{i} {c:?}");
        }
        for q in in_text(&document.quotations, |q| q.field) {
            prop_assert!(q.start < q.end && text.get(q.start as usize..q.end as usize).is_some());
        }
    }
}

/// Lengths of the sentences of a text, in tokens.
fn lengths(text: &str) -> Vec<usize> {
    let article = article(text);
    let document = segment(&article, 0);
    in_text(&document.sentences, |s| s.field).map(|s| s.tokens.len()).collect()
}

#[test]
fn a_sentence_that_runs_on_is_cut_at_its_best_break() {
    assert_eq!(lengths(&"12 ".repeat(160)), [160]);
    assert_eq!(lengths(&"12 ".repeat(2000)), [[160; 12].as_slice(), &[80]].concat());
    // After the last comma, but rather after a semicolon; not in the first half.
    assert_eq!(lengths(&format!("{}, {}", "12 ".repeat(100), "12 ".repeat(100))), [101, 100]);
    let both = format!("{}; {}, {}", "12 ".repeat(90), "12 ".repeat(30), "12 ".repeat(100));
    assert_eq!(lengths(&both), [91, 131]);
    assert_eq!(lengths(&format!("{}; {}", "12 ".repeat(40), "12 ".repeat(160))), [160, 41]);
}

#[test]
fn pairs_of_words_grow_with_the_text_alone() {
    // What the parser looks at: the square of each sentence's length.
    let pairs = |text: String| lengths(&text).iter().map(|n| n * n).sum::<usize>();
    for piece in ["12 ", "J. Low 34 12-18 3-7 ", "(4 ", "flood ", "“Go ", "\" ", "3-"] {
        let (once, twice) = (pairs(piece.repeat(3000)), pairs(piece.repeat(6000)));
        assert!(10 * twice <= 23 * once, "{piece}: {once}, {twice}");
    }
}
