//! Trains the models, scores accuracy, generates docs.
#![allow(clippy::print_stdout, reason = "a developer's tool talks to a terminal")]

mod attack;
mod bench;
mod docs;
mod eval;
mod fuzz;
mod gold;
mod lex;
mod linker;
mod perturb;
mod syntax;

use std::error::Error;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Developer tasks of gainsay")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Score the labelled stories with a linker that was not fitted to them.
    Crossval {
        /// Folder with stories/ and labels/.
        #[arg(long, default_value = "../shared/gold")]
        gold: PathBuf,
        /// The scorer.
        #[arg(long, default_value = "../shared/eval/score.py")]
        scorer: PathBuf,
        /// Passed on to the scorer (`-- --errors 40`).
        #[arg(last = true)]
        options: Vec<String>,
    },
    /// Write claims and candidate pairs of the labelled stories as JSON lines, for experiments.
    Pairs {
        /// Folder with stories/ and labels/.
        #[arg(long, default_value = "../shared/gold")]
        gold: PathBuf,
        /// Folder with pairs.jsonl and stories/.
        #[arg(long)]
        rivals: Option<PathBuf>,
        /// Where the lines go.
        #[arg(long)]
        out: PathBuf,
    },
    /// Train an embedded model.
    #[command(subcommand)]
    Train(Train),
    /// Score everything, write docs/accuracy.md, and fail below the floors; or score one part.
    Eval(eval::Args),
    /// Alter the stories and see whether it is noticed; write docs/accuracy-perturb.md
    Perturb(perturb::Args),
    /// Time whole commands beside their peers
    Bench(bench::Args),
    /// Time and weigh the program on hostile and odd stories; write the table in docs/src/limits.md
    Attack(attack::Args),
    /// Change the examples at random and see whether anything panics
    Fuzz(fuzz::Args),
    /// Write the pages of the book that come from the program
    Docs,
}

#[derive(Subcommand)]
enum Train {
    /// Word vectors, distilled from all-MiniLM-L6-v2 (models/vectors.bin).
    Vectors {
        /// The Universal Dependencies treebanks.
        #[arg(long, default_value = "../shared/treebank")]
        treebank: PathBuf,
    },
    /// Synonyms, antonyms, hypernyms and derivations, from WordNet (models/lexicon.bin).
    Lexicon,
    /// Universal and Penn tags (models/tagger.bin) and dictionary forms (models/lemma.bin).
    Tagger(syntax::Source),
    /// Heads and relations (models/parser.bin), on the tags of the trained tagger
    Parser(syntax::Source),
    /// Kinds of names (models/entities.bin), on the tags and heads of the program as built
    Entities(syntax::Source),
    /// What nouns and pronouns stand for (models/coreference.tsv), on the names of the program as built
    Coreference(syntax::Source),
    /// The linker's pair scorer, from the labelled stories.
    Linker {
        /// Folder with stories/ and labels/.
        #[arg(long, default_value = "../shared/gold")]
        gold: PathBuf,
        /// Where the weights go.
        #[arg(long, default_value = "models/linker.json")]
        out: PathBuf,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().task {
        Task::Eval(args) => eval::run(&args),
        Task::Perturb(args) => perturb::run(&args),
        Task::Bench(args) => bench::run(&args),
        Task::Attack(args) => attack::run(&args),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Docs => docs::run(),
        Task::Crossval { gold, scorer, options } => linker::cross_validate(&gold, &scorer, &options),
        Task::Pairs { gold, rivals, out } => linker::dump(&gold, rivals.as_deref(), &out),
        Task::Train(Train::Vectors { treebank }) => lex::train_vectors(&treebank),
        Task::Train(Train::Lexicon) => lex::train_lexicon(),
        Task::Train(Train::Tagger(source)) => syntax::train_tagger(&source),
        Task::Train(Train::Parser(source)) => syntax::train_parser(&source),
        Task::Train(Train::Entities(source)) => syntax::train_entities(&source),
        Task::Train(Train::Coreference(source)) => syntax::train_coreference(&source),
        Task::Train(Train::Linker { gold, out }) => linker::train(&gold, &out),
    }
}
