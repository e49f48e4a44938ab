//! Offices, wounds, stages and events, end to end: what fires, and what must not.

use gainsay::model::{Article, Finding, Verdict};
use gainsay::{Config, analyse_story};

fn findings(texts: [&str; 2]) -> Vec<Finding> {
    let article = |(letter, text): (u8, &str)| Article {
        id: char::from(letter).to_string(),
        text: text.to_owned(),
        ..Article::default()
    };
    let articles = (b'a'..).zip(texts).map(article).collect();
    analyse_story(articles, vec![], &Config::default()).findings
}

/// The verdict of the finding on facts whose question begins so.
fn check(opening: &str, cases: &[(&str, &str, Option<Verdict>)]) {
    for &(a, b, expected) in cases {
        for texts in [[a, b], [b, a]] {
            let found = findings(texts);
            let found = found.iter().find(|f| f.code == "fact-differs" && f.question.starts_with(opening));
            assert_eq!(found.map(|f| f.verdict), expected, "{texts:?}: {found:?}");
        }
    }
}

#[test]
fn offices_of_one_person() {
    check(
        "What is",
        &[
            (
                "District Attorney Lena Marsh spoke to reporters.",
                "Assistant District Attorney Lena Marsh spoke to reporters.",
                Some(Verdict::Conflict),
            ),
            ("Sgt. Paul Reyes found the car.", "Lt. Paul Reyes found the car.", Some(Verdict::Conflict)),
            // Many offices, of which one is another's lower one; and an outlet that tells of both.
            (
                "Judge Lena Marsh spoke. Marsh, then an assistant district attorney, met the man in 1979.",
                "Judge Lena Marsh spoke. Marsh, then a district attorney and later a senator, met the man.",
                Some(Verdict::Conflict),
            ),
            (
                "Lt. Paul Reyes, then a sergeant, found the car. Sgt. Paul Reyes kept it.",
                "Lt. Paul Reyes found the car.",
                Some(Verdict::Compatible),
            ),
            (
                "Police spokesman Paul Reyes declined to comment.",
                "Paul Reyes, a spokesman for the police, declined to comment.",
                Some(Verdict::Compatible),
            ),
            ("Sheriff Paul Reyes spoke.", "Sheriff Paul Reyes spoke.", Some(Verdict::Agree)),
            // Two people.
            ("Sgt. Paul Reyes found the car.", "Lt. Anna Cole found the car.", None),
            // No office.
            ("On Tuesday, Paul Reyes found the car.", "Lt. Paul Reyes found the car.", None),
        ],
    );
}

#[test]
fn wounds_of_one_person() {
    check(
        "Where was",
        &[
            (
                "A 31-year-old man was shot in the chest.",
                "Paul Reyes, 31, was shot in the abdomen, police said.",
                Some(Verdict::Conflict),
            ),
            (
                "A 31-year-old man was shot in the left leg.",
                "A 31-year-old man was shot in the leg.",
                Some(Verdict::Agree),
            ),
            // Another person.
            ("A 31-year-old man was shot in the chest.", "A 45-year-old woman was shot in the leg.", None),
            // Two of one age: one is told alike, the other by one outlet only.
            (
                "A 31-year-old man was shot in the chest. A 31-year-old man was shot in the leg.",
                "A 31-year-old man was shot in the leg.",
                Some(Verdict::Agree),
            ),
            // No wound.
            (
                "A 31-year-old man was shot in the back yard.",
                "A 31-year-old man was shot in the chest.",
                None,
            ),
        ],
    );
}

#[test]
fn stages_of_one_case() {
    check(
        "How far is the case",
        &[
            (
                "Police arrested Paul Reyes on Monday.",
                "Paul Reyes was charged with murder.",
                Some(Verdict::Update),
            ),
            ("No arrests have been made.", "A suspect was arrested at a motel.", Some(Verdict::Update)),
            ("Paul Reyes was arrested on Monday.", "Paul Reyes was arrested at home.", Some(Verdict::Agree)),
            (
                "Paul Reyes and Mark Cole were charged with murder.",
                "Mark Cole was arrested on Monday.",
                Some(Verdict::Update),
            ),
            // Things and fees are no suspects.
            ("Cameras captured the exchange.", "Paul Reyes was charged with murder.", None),
            // What may come tells no stage.
            ("Paul Reyes could be charged with murder.", "Paul Reyes was arrested.", None),
        ],
    );
}

#[test]
fn holders_of_one_office() {
    check(
        "Who is",
        &[
            (
                "Sharks general manager AJ Tolliver praised the trade.",
                "General Manager A.J. Brandt praised the trade on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Rep. Linda T. Morales won the seat.",
                "Rep. Loretta Morales won the seat.",
                Some(Verdict::Conflict),
            ),
            // Strangers; one person; somebody who knows both.
            ("Rep. Linda Morales won.", "Rep. Ann Cole won.", None),
            ("Ambassador J. Christopher Hale spoke.", "Ambassador Chris Hale spoke.", None),
            (
                "Rep. Linda Morales won. Rep. Loretta Morales lost.",
                "Rep. Loretta Morales lost on Monday.",
                None,
            ),
            ("Former Rep. Linda Morales spoke.", "Rep. Loretta Morales spoke.", None),
        ],
    );
}

#[test]
fn how_somebody_left() {
    check(
        "How did",
        &[
            (
                "The mayor fired Paul Reyes in March.",
                "Paul Reyes resigned in March.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes, whom the mayor fired in March, declined to comment.",
                "Paul Reyes stepped down in March.",
                Some(Verdict::Conflict),
            ),
            (
                "The mayor fired Paul Reyes in March.",
                "The mayor fired Paul Reyes, aides said.",
                Some(Verdict::Compatible),
            ),
            // Nobody left.
            ("The mayor fired Paul Reyes in March.", "The council urged Paul Reyes to resign.", None),
            ("Paul Reyes was fired upon in March.", "Paul Reyes resigned in March.", None),
        ],
    );
}

#[test]
fn homes_of_one_person() {
    check(
        "Where is",
        &[
            (
                "Paul Reyes, 31, of Dayton, was charged on Monday.",
                "Paul Reyes, of Springfield, was charged on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes, 31, of Dayton, was charged on Monday.",
                "Paul Reyes, of Montgomery County, was charged on Monday.",
                Some(Verdict::Compatible),
            ),
            (
                "Paul Reyes, 31, of Dayton, was charged.",
                "Paul Reyes, of Dayton, was charged.",
                Some(Verdict::Agree),
            ),
            // The only one who is charged.
            (
                "Police charged a Wexley man with murder. Paul Reyes, 31, was charged on Monday.",
                "Paul Reyes, of Elk Ridge, was charged with murder.",
                Some(Verdict::Conflict),
            ),
            (
                "Police charged a Wexley man with murder. Paul Reyes, 31, was charged on Monday.",
                "Police charged an Ohio man with murder. Paul Reyes, of Wexley, was charged on Monday.",
                Some(Verdict::Compatible),
            ),
            // Another one: a woman, one of two, one who is not charged.
            (
                "Police charged a Wexley woman with murder. Paul Reyes, 31, was charged on Monday.",
                "Paul Reyes, of Elk Ridge, was charged with murder.",
                None,
            ),
            (
                "Police charged a Wexley man with murder. Paul Reyes and Mark Cole were charged on Monday.",
                "Paul Reyes, of Elk Ridge, was charged with murder.",
                None,
            ),
            (
                "A Wexley man saw the fire. Paul Reyes, 31, was charged on Monday.",
                "Paul Reyes, of Elk Ridge, was charged with murder.",
                None,
            ),
        ],
    );
}

#[test]
fn schools_of_one_person() {
    let conflict = Some(Verdict::Conflict);
    check(
        "Where does",
        &[
            (
                "Paul Reyes, a senior at Elk Ridge High School, was shot on Monday.",
                "Paul Reyes was an Oak Hollow High School student.",
                conflict,
            ),
            (
                "Wexley High School student Paul Reyes was shot on Monday.",
                "Paul Reyes, 17, was shot on Monday. He attended Oak Hollow High School.",
                conflict,
            ),
            (
                "Paul Reyes, a senior at Elk Ridge High School, was shot on Monday.",
                "Paul Reyes, 17, a student at Elk Ridge High, was shot on Monday.",
                Some(Verdict::Compatible),
            ),
            // Two levels; two people; who teaches there.
            (
                "Paul Reyes, a student at Salem University, was shot on Monday.",
                "Paul Reyes, 19, was shot on Monday. He attended Oak Hollow High School.",
                None,
            ),
            (
                "Paul Reyes, a senior at Elk Ridge High School, was shot on Monday.",
                "Mark Cole, a senior at Oak Hollow High School, was shot on Monday.",
                None,
            ),
            (
                "Paul Reyes, a senior at Elk Ridge High School, was shot on Monday.",
                "Paul Reyes, a teacher at Oak Hollow High School, was shot on Monday.",
                None,
            ),
        ],
    );
}

#[test]
fn colours_of_one_vehicle() {
    check(
        "What colour",
        &[
            (
                "The driver of a red Toyota Corolla hit her on Monday.",
                "She was hit by a blue 2013 Toyota Corolla, police said.",
                Some(Verdict::Conflict),
            ),
            (
                "The driver of a dark Toyota Corolla hit her on Monday.",
                "She was hit by a blue Toyota Corolla, police said.",
                Some(Verdict::Compatible),
            ),
            (
                "The driver of a silver or green Toyota Corolla hit her on Monday.",
                "She was hit by a dark green Toyota Corolla, police said.",
                Some(Verdict::Compatible),
            ),
            (
                "Men in a gray Dodge Stratus fired.",
                "Shots came from a grey Dodge Stratus.",
                Some(Verdict::Agree),
            ),
            // Another vehicle, any vehicle, and one outlet that tells of two.
            ("Men in a gray Dodge Stratus fired.", "Shots came from a white Dodge Caravan.", None),
            ("Men in a gray van fired.", "Shots came from a white van.", None),
            ("Men in a gray Ford Monday fired.", "Shots came from a white Honda Monday.", None),
            (
                "A gray Dodge Stratus and a white Dodge Stratus drove by.",
                "Shots came from a white Dodge Stratus.",
                Some(Verdict::Compatible),
            ),
        ],
    );
}

#[test]
fn parties_of_one_person() {
    let told =
        |party: &str| format!("Rep. Dana Whitcombe, {party}, wrote the bill. Whitcombe spoke on Monday.");
    let found = findings([&told("a Democrat from eastern Ohio"), &told("Republican of Ohio")]);
    let conflict = found.iter().find(|f| f.code == "fact-differs" && f.verdict == Verdict::Conflict).unwrap();
    assert!(conflict.explanation.contains("Democrat"), "{}", conflict.explanation);
    assert!(conflict.explanation.contains("Republican"), "{}", conflict.explanation);
    for other in ["a Democrat from eastern Ohio", "a former Republican", "the dean of the delegation"] {
        let found = findings([&told("a Democrat"), &told(other)]);
        assert!(!found.iter().any(|f| f.verdict == Verdict::Conflict), "{other}: {found:?}");
    }
}

#[test]
fn how_often_somebody_was_hit() {
    check(
        "How often",
        &[
            (
                "Paul Reyes was found with multiple gunshot wounds.",
                "Paul Reyes died from a gunshot wound to the leg on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes was shot several times on Monday.",
                "Paul Reyes was shot once in the neck, police said.",
                Some(Verdict::Conflict),
            ),
            // The only one who died.
            (
                "Paul Reyes died on Monday. The victim suffered multiple gunshot wounds, police said.",
                "Paul Reyes died on Monday. He suffered a gunshot wound to the chest, police said.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes was stabbed three times.",
                "Paul Reyes suffered multiple stab wounds.",
                Some(Verdict::Agree),
            ),
            // One of several; another one; who fires is not hit.
            (
                "Paul Reyes was found with multiple gunshot wounds.",
                "Paul Reyes had many wounds, including a gunshot wound to the leg.",
                None,
            ),
            (
                "Paul Reyes was found with multiple gunshot wounds.",
                "Mark Cole died from a gunshot wound to the leg.",
                None,
            ),
            (
                "Paul Reyes died on Monday. The woman suffered multiple gunshot wounds, police said.",
                "Paul Reyes died on Monday. He suffered a gunshot wound to the chest, police said.",
                None,
            ),
            (
                "Paul Reyes shot several times at the car.",
                "Paul Reyes suffered a gunshot wound to the chest, police said.",
                None,
            ),
        ],
    );
}

#[test]
fn wounds_of_the_only_one_of_an_age() {
    check(
        "Where was",
        &[
            (
                "A toddler was shot in the leg on Monday.",
                "A 2-year-old girl was shot in the chest on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "The teenager was shot in the shoulder.",
                "A 16-year-old girl was shot in the back.",
                Some(Verdict::Conflict),
            ),
            // Parts that are called by either.
            (
                "A 16-year-old girl was shot in the hand.",
                "A 16-year-old girl was shot in the arm.",
                Some(Verdict::Compatible),
            ),
            // Too old; one of two.
            ("A toddler was shot in the leg.", "A 7-year-old girl was shot in the chest.", None),
            (
                "The teenager was shot in the leg.",
                "A 16-year-old girl was shot in the chest. A 17-year-old girl was shot in the back.",
                None,
            ),
        ],
    );
}

#[test]
fn who_brought_somebody_to_hospital() {
    check(
        "Who brought",
        &[
            (
                "Paul Reyes was driven to a hospital by his brother.",
                "A friend took Paul Reyes to Salem Medical Center on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul \"Big Ray\" Reyes came to a hospital. He was driven there by his brother.",
                "Paul Reyes was taken to a hospital by a passing motorist.",
                Some(Verdict::Conflict),
            ),
            // A brother is a relative.
            (
                "Paul Reyes was driven to a hospital by his brother.",
                "A relative drove Paul Reyes to the hospital.",
                Some(Verdict::Compatible),
            ),
            // Another one; another goal; nobody told.
            (
                "Paul Reyes was driven to a hospital by his brother.",
                "A friend took Mark Cole to the hospital.",
                None,
            ),
            (
                "Paul Reyes was driven to a hospital by his brother.",
                "A friend drove Paul Reyes to the party.",
                None,
            ),
            (
                "Paul Reyes was driven to a hospital by his brother.",
                "Paul Reyes was taken to a hospital on Monday.",
                None,
            ),
        ],
    );
}

#[test]
fn towns_of_courts() {
    check(
        "Where is the case",
        &[
            (
                "A Dayton jury found Paul Reyes guilty on Monday.",
                "Paul Reyes was sentenced in a courtroom in Springfield on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "A Dayton jury found Paul Reyes guilty on Monday.",
                "Paul Reyes was sentenced at a hearing in Dayton on Monday.",
                Some(Verdict::Agree),
            ),
            // Another one's; another sort of court; a county, a state.
            (
                "A Dayton jury found Paul Reyes guilty on Monday.",
                "Mark Cole appeared at a hearing in Springfield on Monday.",
                None,
            ),
            (
                "A Dayton jury found Paul Reyes guilty on Monday.",
                "A federal court in Springfield heard the appeal of Paul Reyes.",
                None,
            ),
            (
                "A Dayton jury found Paul Reyes guilty on Monday.",
                "An Ohio jury found Paul Reyes guilty on Monday.",
                None,
            ),
        ],
    );
}

#[test]
fn sorts_of_guns() {
    check(
        "What sort of gun",
        &[
            (
                "Police recovered a shotgun in the yard on Monday.",
                "Two pistols were recovered on Monday, police said.",
                Some(Verdict::Conflict),
            ),
            (
                "Police recovered a handgun in the yard on Monday.",
                "A pistol was recovered on Monday, police said.",
                Some(Verdict::Agree),
            ),
            // An outlet that tells of both; a name; no gun that was there.
            (
                "Police recovered a shotgun in the yard on Monday.",
                "Police found a shotgun and a pistol on Monday.",
                None,
            ),
            (
                "Police recovered a shotgun in the yard on Monday.",
                "The National Rifle Association found the bill unfair.",
                None,
            ),
            ("Police recovered a shotgun in the yard on Monday.", "The bill bans the sale of rifles.", None),
        ],
    );
}

#[test]
fn sorts_of_places() {
    check(
        "Where exactly",
        &[
            (
                "Paul Reyes was killed on the sidewalk on Monday.",
                "Paul Reyes was shot in a parking lot on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes was found in the driveway on Monday.",
                "Paul Reyes was shot in his car on Monday.",
                Some(Verdict::Compatible),
            ),
            // Another event; another one; an outlet that tells of both.
            (
                "Paul Reyes was found on the sidewalk on Monday.",
                "Paul Reyes was shot in a parking lot on Monday.",
                Some(Verdict::Compatible),
            ),
            (
                "Paul Reyes was found on the sidewalk on Monday.",
                "Mark Cole was shot in a parking lot on Monday.",
                None,
            ),
            (
                "Paul Reyes was found on the sidewalk on Monday.",
                "Paul Reyes was shot in a parking lot. He was found on the sidewalk.",
                Some(Verdict::Compatible),
            ),
        ],
    );
}

#[test]
fn consent_and_refusal() {
    check(
        "Did Paul",
        &[
            (
                "Paul Reyes refused to testify on Monday.",
                "Paul Reyes agreed to testify on Monday.",
                Some(Verdict::Conflict),
            ),
            (
                "Paul Reyes refused to have the fence painted.",
                "Paul Reyes never agreed to have the fence painted.",
                Some(Verdict::Agree),
            ),
            // First no, then yes; something else; somebody else; what outlets ask themselves.
            (
                "Paul Reyes refused to testify. In May Reyes agreed to testify.",
                "Paul Reyes agreed to testify on Monday.",
                Some(Verdict::Compatible),
            ),
            ("Paul Reyes refused to testify on Monday.", "Paul Reyes agreed to resign on Monday.", None),
            ("Paul Reyes refused to testify on Monday.", "Mark Cole agreed to testify on Monday.", None),
            ("Paul Reyes declined to comment.", "Paul Reyes declined to comment on Monday.", None),
        ],
    );
}
