//! First names → their short and familiar forms: "Ben", "Billy", "Jimmy".

/// First names and the familiar forms that do not begin like them.
const FAMILIAR: &[(&str, &[&str])] = &[
    ("abigail", &["abby"]),
    ("alan", &["al"]),
    ("albert", &["bert"]),
    ("alexander", &["sandy", "sasha", "xander"]),
    ("alfred", &["fred"]),
    ("amanda", &["mandy"]),
    ("andrew", &["drew", "andy"]),
    ("anthony", &["tony"]),
    ("antonio", &["tony"]),
    ("barbara", &["barb"]),
    ("charles", &["chuck", "charlie", "chas"]),
    ("christian", &["chris"]),
    ("christina", &["chris"]),
    ("christine", &["chris"]),
    ("christopher", &["chris", "kit", "topher"]),
    ("deborah", &["debbie"]),
    ("edward", &["ted", "ned", "eddie"]),
    ("eleanor", &["nell", "nora"]),
    ("elizabeth", &["liz", "beth", "betsy", "betty", "lizzie", "bess"]),
    ("francis", &["frank"]),
    ("francisco", &["paco", "pancho"]),
    ("franklin", &["frank"]),
    ("mitchell", &["mitch"]),
    ("geoffrey", &["jeff"]),
    ("gerald", &["jerry"]),
    ("gerard", &["jerry"]),
    ("harold", &["hal", "harry"]),
    ("henry", &["hank", "harry"]),
    ("ignacio", &["nacho"]),
    ("jacob", &["jake"]),
    ("james", &["jim", "jimmy", "jamie"]),
    ("john", &["jack", "johnny"]),
    ("jose", &["pepe"]),
    ("joseph", &["joe", "joey"]),
    ("katherine", &["kate", "kathy", "katie"]),
    ("catherine", &["kate", "cathy", "katie"]),
    ("lawrence", &["larry"]),
    ("louis", &["lou"]),
    ("lucille", &["lucy"]),
    ("margaret", &["peggy", "meg", "maggie"]),
    ("martha", &["patty"]),
    ("mary", &["molly", "polly"]),
    ("michael", &["mike", "mick"]),
    ("nathaniel", &["nate"]),
    ("patrick", &["paddy", "rick"]),
    ("patricia", &["trish", "patty"]),
    ("rebecca", &["becky"]),
    ("richard", &["dick", "rick", "ricky", "rich"]),
    ("robert", &["bob", "bobby", "rob"]),
    ("sarah", &["sally"]),
    ("stephen", &["steve"]),
    ("susan", &["sue", "susie", "suzy"]),
    ("terence", &["terry"]),
    ("theodore", &["ted", "teddy"]),
    ("theresa", &["terri", "terry", "tess"]),
    ("thomas", &["tom", "tommy"]),
    ("victoria", &["tori", "vicki", "vicky"]),
    ("vincent", &["vinny"]),
    ("virginia", &["ginny"]),
    ("walter", &["walt"]),
    ("william", &["bill", "billy", "will", "willie"]),
    ("zachary", &["zach", "zack", "zak"]),
];

/// The word without a familiar ending, if it has one.
pub(super) fn stem_of_familiar(word: &str) -> Option<&str> {
    ["ey", "ie", "y", "i"].iter().find_map(|end| word.strip_suffix(end))
}

/// Is one an initial, a beginning or a familiar form of the other?
pub(super) fn short_form(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let familiar = |x: &str, y: &str| FAMILIAR.iter().any(|(full, forms)| *full == x && forms.contains(&y));
    // "Ben", "Ron", "Ed" – but "Malcom" is no short form of "Malcolm", nor "Sport" of "Sports".
    let begins =
        long.starts_with(short) && (short.len() <= 4 && long.len() > short.len() + 1 || short.len() == 1);
    let y_form = (3..=6).contains(&short.len())
        && short.trim_end_matches(['y', 'i', 'e']).len() < short.len()
        && long.starts_with(short.trim_end_matches(['y', 'i', 'e']).trim_end_matches(last_doubled(short)));
    let two = stem_of_familiar(a).is_some() && stem_of_familiar(a) == stem_of_familiar(b);
    begins || y_form && !two && long.len() > short.len() || familiar(a, b) || familiar(b, a)
}

/// The doubled consonant before a familiar ending ("Jimmy", "Kenny").
fn last_doubled(short: &str) -> char {
    let stem: Vec<char> = short.trim_end_matches(['y', 'i', 'e']).chars().collect();
    match stem.as_slice() {
        [.., a, b] if a == b => *b,
        _ => '\0',
    }
}
