//! Acts made by chance, changed by chance, and compared: what was planted must be found.

use std::collections::BTreeMap;

use daryn_compare::{Counts, Level, Status, compare};
use daryn_read::read;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Words of acts. There are few of them, so that articles about different things look alike.
const WORDS: [&str; 80] = [
    "орган",
    "мигрант",
    "квота",
    "закон",
    "право",
    "статус",
    "срок",
    "решение",
    "порядок",
    "виза",
    "договор",
    "работник",
    "область",
    "город",
    "семья",
    "заявление",
    "документ",
    "услуга",
    "центр",
    "план",
    "бюджет",
    "наука",
    "школа",
    "гражданин",
    "страна",
    "въезд",
    "выезд",
    "учёт",
    "отказ",
    "льгота",
    "труд",
    "рынок",
    "перечень",
    "правило",
    "комиссия",
    "средства",
    "помощь",
    "язык",
    "адаптация",
    "жильё",
    "в",
    "на",
    "и",
    "о",
    "по",
    "для",
    "при",
    "или",
    "не",
    "с",
    "к",
    "из",
    "устанавливается",
    "определяется",
    "принимается",
    "обеспечивает",
    "осуществляет",
    "вправе",
    "обязан",
    "выдаётся",
    "рассматривает",
    "направляет",
    "утверждает",
    "координирует",
    "национальной",
    "местный",
    "уполномоченный",
    "настоящего",
    "иностранной",
    "временный",
    "постоянный",
    "социальной",
    "государственной",
    "региональной",
    "научный",
    "молодой",
    "квалифицированный",
    "международный",
    "ежегодно",
    "республики",
];

#[derive(Clone)]
struct Article {
    /// Which article of the old act it is.
    id: usize,
    title: Vec<usize>,
    points: Vec<Vec<usize>>,
    expected: Status,
}

struct Chance(ChaCha8Rng);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end as u64) as usize
    }

    fn words(&mut self, least: usize, most: usize) -> Vec<usize> {
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| self.below(WORDS.len())).collect()
    }

    fn article(&mut self, id: usize, expected: Status) -> Article {
        let points = (0..1 + self.below(3)).map(|_| self.words(8, 24)).collect();
        Article { id, title: self.words(2, 7), points, expected }
    }

    /// Replaces up to three of ten words, at least one.
    fn edit(&mut self, article: &mut Article) {
        let count: usize = article.points.iter().map(Vec::len).sum();
        for _ in 0..1 + self.below(count * 3 / 10) {
            let point = self.below(article.points.len());
            let point = &mut article.points[point];
            let place = self.below(point.len());
            point[place] = (point[place] + 1 + self.below(WORDS.len() - 1)) % WORDS.len();
        }
    }
}

fn sentence(words: &[usize]) -> String {
    words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ")
}

/// Prints an act, with the numbers given for its articles.
fn act(articles: &[Article], numbers: &[String]) -> String {
    let mut text = String::from("# Об устройстве\n\n");
    for (article, number) in articles.iter().zip(numbers) {
        text.push_str(&format!("### Статья {number}. О {}\n\n", sentence(&article.title)));
        for (place, point) in article.points.iter().enumerate() {
            text.push_str(&format!("{}. Орган {}.\n\n", place + 1, sentence(point)));
        }
    }
    text
}

/// Old and new text, numbers of old articles, and the new act.
fn case(seed: u64) -> (String, String, Vec<Article>, Vec<Article>, Vec<String>) {
    let mut chance = Chance(ChaCha8Rng::seed_from_u64(seed));
    let count = 8 + chance.below(7);
    let old: Vec<Article> = (0..count).map(|id| chance.article(id, Status::Kept)).collect();
    let mut new = old.clone();
    for article in &mut new {
        if chance.below(4) == 0 {
            let before = article.points.clone();
            chance.edit(article);
            // A later replacement may bring a word back.
            if article.points != before {
                article.expected = Status::Edited;
            }
        }
    }
    for _ in 0..chance.below(3) {
        let gone = chance.below(new.len());
        new.remove(gone);
    }
    for added in 0..chance.below(3) {
        let place = chance.below(new.len() + 1);
        let article = chance.article(count + added, Status::New);
        new.insert(place, article);
    }
    if chance.below(2) == 0 {
        // Over three others at least, or it could be they that moved.
        let from = chance.below(new.len());
        let to = chance.below(new.len());
        if from.abs_diff(to) > 2 && new[from].expected != Status::New {
            let mut article = new.remove(from);
            article.expected = Status::Moved;
            new.insert(to, article);
        }
    }
    let plain = |count: usize| (1..=count).map(|number| number.to_string()).collect::<Vec<_>>();
    // Either all articles are numbered anew, or old ones keep their numbers.
    let numbers = if chance.below(2) == 0 {
        plain(new.len())
    } else {
        let mut added = 0;
        let number = |article: &Article| {
            if article.id < count {
                return (article.id + 1).to_string();
            }
            added += 1;
            format!("{}-{added}", count + 1)
        };
        new.iter().map(number).collect()
    };
    (act(&old, &plain(count)), act(&new, &numbers), old, new, numbers)
}

#[test]
fn planted_changes_are_found() {
    let (mut right, mut all) = (0, 0);
    let mut wrong: BTreeMap<(Status, Option<Status>), usize> = BTreeMap::new();
    for seed in 0..1000 {
        let (old_text, new_text, old, new, numbers) = case(seed);
        let documents = [&old_text, &new_text].map(|text| read(text.as_bytes(), "act.md"));
        let comparison = compare(&documents[0], &documents[1], Level::Article);
        let number = |unit: &Option<daryn_compare::Unit>| {
            unit.as_ref().and_then(|unit| unit.label.clone()).unwrap_or_default()
        };
        let mut found: BTreeMap<(String, String), Status> = BTreeMap::new();
        for pair in &comparison.pairs {
            found.insert((number(&pair.old), number(&pair.new)), pair.status);
        }
        let mut expected: Vec<((String, String), Status)> = Vec::new();
        for (article, number) in new.iter().zip(&numbers) {
            let was =
                if article.id < old.len() { (article.id + 1).to_string() } else { String::new() };
            expected.push(((was, number.clone()), article.expected));
        }
        for gone in old.iter().filter(|it| !new.iter().any(|other| other.id == it.id)) {
            expected.push((((gone.id + 1).to_string(), String::new()), Status::Dropped));
        }
        all += expected.len();
        for (key, status) in expected {
            let is = found.get(&key).copied();
            right += usize::from(is == Some(status));
            if is != Some(status) {
                *wrong.entry((status, is)).or_default() += 1;
            }
        }
    }
    assert!(all > 10_000);
    assert!(right * 1000 >= all * 980, "{right} of {all}: {wrong:?}");
}

#[test]
fn the_order_of_articles_decides_nothing_but_moves() {
    for seed in 0..60 {
        let (old_text, _, _, new, numbers) = case(seed);
        let mut mixed: Vec<(Article, String)> = new.iter().cloned().zip(numbers.clone()).collect();
        let mut chance = Chance(ChaCha8Rng::seed_from_u64(seed + 5000));
        for place in (1..mixed.len()).rev() {
            mixed.swap(place, chance.below(place + 1));
        }
        let (articles, mixed_numbers): (Vec<Article>, Vec<String>) = mixed.into_iter().unzip();
        let old = read(old_text.as_bytes(), "old.md");
        let pairs = |text: &str| {
            let comparison = compare(&old, &read(text.as_bytes(), "new.md"), Level::Article);
            let label = |unit: &Option<daryn_compare::Unit>| {
                unit.as_ref().and_then(|unit| unit.label.clone())
            };
            let mut pairs: Vec<_> = comparison
                .pairs
                .iter()
                .map(|pair| (label(&pair.old), label(&pair.new), pair.difference.clone()))
                .collect();
            pairs.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
            pairs
        };
        assert_eq!(pairs(&act(&new, &numbers)), pairs(&act(&articles, &mixed_numbers)), "{seed}");
    }
}

#[test]
fn a_side_that_is_empty_and_texts_that_share_nothing() {
    let (text, ..) = case(3);
    let (full, empty) = (read(text.as_bytes(), "a.md"), read(b"", "b.md"));
    let counts = |old, new| {
        let comparison = compare(old, new, Level::Article);
        assert_eq!(comparison.level, Level::Article);
        Counts::of(&comparison.pairs)
    };
    let dropped = counts(&full, &empty);
    assert!(dropped.dropped > 0);
    assert_eq!(dropped, Counts { dropped: dropped.dropped, ..Counts::default() });
    assert_eq!(counts(&empty, &full), Counts { new: dropped.dropped, ..Counts::default() });
    assert_eq!(counts(&empty, &empty), Counts::default());
    let other = "Статья 99. Иное\n\nЗдесь сказано нечто совсем другое.\n";
    let other = read(other.as_bytes(), "c.md");
    let nothing = counts(&full, &other);
    assert_eq!((nothing.new, nothing.kept + nothing.edited + nothing.moved), (1, 0));
}
