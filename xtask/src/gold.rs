//! The labelled stories of ../shared/gold, and the examples with theirs: articles, questions, passages.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::model::{Article, Field, Kind, Span, Stamp};
use serde::Deserialize;

/// One labelled question.
#[derive(Debug, Deserialize)]
pub(crate) struct Slot {
    pub(crate) q: String,
    pub(crate) kind: Kind,
    pub(crate) verdict: String,
    pub(crate) claims: Vec<Passage>,
}

/// One labelled passage.
#[derive(Debug, Deserialize)]
pub(crate) struct Passage {
    pub(crate) a: String,
    pub(crate) quote: String,
    pub(crate) value: serde_json::Value,
}

#[derive(Deserialize)]
struct Label {
    slots: Vec<Slot>,
}

#[derive(Deserialize)]
struct ArticleFile {
    id: String,
    outlet: String,
    title: String,
    #[serde(default)]
    published: String,
    text: String,
}

/// A story with its labels.
pub(crate) struct Story {
    pub(crate) id: String,
    pub(crate) articles: Vec<Article>,
    /// What the labels call each article: its file's stem; in the examples its id.
    pub(crate) keys: Vec<String>,
    pub(crate) slots: Vec<Slot>,
}

impl Story {
    /// Where a passage stands: every place of its words in its article.
    pub(crate) fn spans(&self, passage: &Passage) -> Vec<Span> {
        let Some(index) = self.keys.iter().position(|k| *k == passage.a) else { return Vec::new() };
        let article = &self.articles[index];
        let mut spans = Vec::new();
        for field in [Field::Title, Field::Text] {
            for (at, _) in article.field(field).match_indices(&passage.quote) {
                let (start, end) = (at as u32, (at + passage.quote.len()) as u32);
                spans.push(Span { article: index as u32, field, start, end });
            }
        }
        spans
    }
}

/// Reads every story below `gold`, in order of their ids.
pub(crate) fn load(gold: &Path) -> Result<Vec<Story>, Box<dyn Error>> {
    let mut stories = Vec::new();
    for path in sorted(&gold.join("labels"))? {
        let label: Label = serde_json::from_str(&fs::read_to_string(&path)?)?;
        let mut articles = BTreeMap::new();
        for file in sorted(&gold.join("stories").join(stem(&path)))? {
            articles.insert(stem(&file), article(&file)?);
        }
        let (keys, articles) = articles.into_iter().unzip();
        stories.push(Story { id: stem(&path), articles, keys, slots: label.slots });
    }
    Ok(stories)
}

/// Reads the examples: the folders below `dir` that hold a truth.json. A label that is not in its article is an error.
pub(crate) fn examples(dir: &Path) -> Result<Vec<Story>, Box<dyn Error>> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    folders.retain(|f| f.join("truth.json").is_file());
    folders.sort();
    let mut stories = Vec::new();
    for folder in folders {
        let label: Label = serde_json::from_str(&fs::read_to_string(folder.join("truth.json"))?)?;
        let read = gainsay::read::story(std::slice::from_ref(&folder), &mut std::io::empty());
        if let Some(problem) = read.problems.first() {
            return Err(format!("{}: {}", problem.article, problem.message).into());
        }
        let keys = read.articles.iter().map(|a| a.id.clone()).collect();
        let story = Story { id: stem(&folder), articles: read.articles, keys, slots: label.slots };
        for passage in story.slots.iter().flat_map(|s| &s.claims) {
            if story.spans(passage).is_empty() {
                return Err(format!("{}: `{}` is not in {}", story.id, passage.quote, passage.a).into());
            }
        }
        stories.push(story);
    }
    Ok(stories)
}

fn sorted(dir: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "json"));
    files.sort();
    Ok(files)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn article(path: &Path) -> Result<Article, Box<dyn Error>> {
    let file: ArticleFile = serde_json::from_str(&fs::read_to_string(path)?)?;
    Ok(Article { path: Some(path.to_path_buf()), ..file.into() })
}

impl From<ArticleFile> for Article {
    fn from(file: ArticleFile) -> Article {
        let published = file.published.get(..10).and_then(|d| d.parse::<jiff::civil::Date>().ok());
        let published = published.map(|d| Stamp {
            at: d.to_datetime(jiff::civil::Time::midnight()),
            has_time: false,
            offset: None,
            words: file.published.clone(),
        });
        Article {
            id: file.id,
            outlet: file.outlet,
            title: file.title,
            published,
            updated: None,
            url: None,
            byline: None,
            agency: None,
            corrections: Vec::new(),
            language: None,
            text: file.text,
            path: None,
        }
    }
}

/// Reads a story that stands in one file: a list of articles.
pub(crate) fn list(path: &Path) -> Result<Vec<Article>, Box<dyn Error>> {
    let files: Vec<ArticleFile> = serde_json::from_str(&fs::read_to_string(path)?)?;
    Ok(files.into_iter().map(Article::from).collect())
}
