//! Bytes a second of cutting a text into tokens and reading its quantities and times, without tags.

use divan::Bencher;
use divan::counter::BytesCount;
use gainsay::analyse::segment;
use gainsay::model::Article;
use gainsay::normalise;

fn main() {
    divan::main();
}

/// News of our own making, with some six numbers and times to the kilobyte, as the labelled stories have (5.8).
const TEXT: &str = "\
The mayor told reporters on Tuesday that the city would rebuild the bridge before winter, whatever the council decided. \
Some residents doubted it. They had heard the promise before, and nothing had come of it but a fence and a sign.\n\n\
Police said at least 14 people were taken to hospital after the fire, three of them with serious burns. The building, \
a former mill, had stood empty for years; neighbours had complained about broken windows and open doors.\n\n\
The company's shares fell 3.2 percent to $41.60 in early trading, wiping about $1.3 billion off its value. Analysts had \
expected a profit of between 52 and 55 cents a share. It said sales in the quarter ended Sept. 30 rose to 2.4 million \
units, more than twice as many as a year earlier, and that it would hire up to 600 engineers by the end of 2026.\n\n\
\"Nobody asked us,\" said Ann Lee, 34, a teacher who has lived on the street since she was a child. \"We only learned of \
the plan when the machines came.\" Her neighbour agreed, and so did most of those who came to the meeting.\n\n\
\"It was never about the money,\" said the chairman of the residents' association, who has led the campaign against the \
closure since the beginning. \"People here want to know who took the decision, and why nobody was told until the doors had \
been locked. Nobody in the ministry has been willing to answer that, and we have asked often enough.\" A spokeswoman for \
the ministry declined to comment, citing the inquiry, but said that the minister had always acted within the law and would \
answer every question when the proceedings were over. The opposition called the answer an insult to the village.\n\n\
The witness told the court that she had seen the defendant leave the house by the back door, carrying a bag, and get into \
a dark car which was waiting in the lane. Asked by the defence whether she could be sure of the colour in the rain, she \
said that she could not, but that she had known the driver since he was a boy. The judge reminded the jury that nothing \
said outside the courtroom was evidence, and that they must not read or speak about the case with anybody until it ends.\n\n\
Aid groups warned that the camps along the border were overcrowded and that the rains would make the roads impassable. \
Families who had fled the fighting described burned villages, looted shops and neighbours who had disappeared. \"We left \
with what we could carry,\" a farmer said as his daughters slept beside him on a sheet of plastic. \
The army denied having attacked civilians, as it has after earlier reports, and accused the rebels of using them as shields.\n\n\
The storm, with winds of 120 kilometres per hour, is expected to reach the coast on Thursday night. Two-thirds of the \
island has no electricity, and roads in the north are closed. The Senate voted 61-38 to send help.\n\n";

fn article(bytes: usize) -> Article {
    Article {
        id: "bench".into(),
        outlet: String::new(),
        title: String::new(),
        published: None,
        updated: None,
        url: None,
        byline: None,
        agency: None,
        corrections: Vec::new(),
        language: None,
        text: TEXT.repeat(bytes / TEXT.len() + 1),
        path: None,
    }
}

#[divan::bench(args = [10_000, 1_000_000])]
fn tokens_and_mentions(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = article(bytes);
    bencher.counter(BytesCount::of_str(&article.text)).bench(|| {
        let document = segment(&article, 0);
        let read = |s| normalise::mentions(&article.text, document.tokens_of(s), None).len();
        document.sentences.iter().map(read).sum::<usize>()
    });
}

#[divan::bench(args = [1_000_000])]
fn mentions_alone(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = article(bytes);
    let document = segment(&article, 0);
    bencher.counter(BytesCount::of_str(&article.text)).bench(|| {
        let read = |s| normalise::mentions(&article.text, document.tokens_of(s), None).len();
        document.sentences.iter().map(read).sum::<usize>()
    });
}
