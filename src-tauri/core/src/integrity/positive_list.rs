//! Routes of the positive list: what the answers to its questions come to.

use super::Verdict;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// An answer to a question of the positive list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A share in percent.
    Percent(Decimal),
    /// Yes or no.
    Is(bool),
}

/// Answers by question.
pub type Answers = BTreeMap<String, Answer>;

/// A condition of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The question whose answer it looks at.
    pub question: String,
    /// What the answer must be.
    pub test: Test,
}

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Below a share.
    Below(Decimal),
    /// A share or more.
    AtLeast(Decimal),
    /// Below the answer to another question.
    BelowAnswer(String),
    /// The answer to another question or more.
    AtLeastAnswer(String),
    /// Yes, or no.
    Is(bool),
}

impl Condition {
    /// Whether it holds; unknown until what it asks for is answered.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let percent = |question: &String| match answers.get(question) {
            Some(Answer::Percent(share)) => Some(*share),
            _ => None,
        };
        let holds = match &self.test {
            Test::Below(most) => percent(&self.question).map(|share| share < *most),
            Test::AtLeast(least) => percent(&self.question).map(|share| share >= *least),
            Test::BelowAnswer(other) => {
                percent(&self.question).zip(percent(other)).map(|(share, most)| share < most)
            }
            Test::AtLeastAnswer(other) => {
                percent(&self.question).zip(percent(other)).map(|(share, least)| share >= least)
            }
            Test::Is(expected) => match answers.get(&self.question) {
                Some(Answer::Is(answer)) => Some(answer == expected),
                _ => None,
            },
        };
        holds.map_or(Verdict::Unknown, Verdict::of)
    }
}

/// A way to be taken as additional: all conditions, and one of the further ones where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its name.
    pub name: String,
    /// Conditions that must all hold.
    pub all: Vec<Condition>,
    /// Conditions of which one must hold.
    pub any: Vec<Condition>,
}

impl Route {
    /// Whether it holds.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let all = Verdict::all(self.all.iter().map(|one| one.verdict(answers)));
        if self.any.is_empty() {
            return all;
        }
        Verdict::all([all, Verdict::any(self.any.iter().map(|one| one.verdict(answers)))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Met, NotMet, Unknown};

    fn share(percent: i64) -> Answer {
        Answer::Percent(Decimal::from(percent))
    }

    fn condition(question: &str, test: Test) -> Condition {
        Condition { question: question.to_owned(), test }
    }

    #[test]
    fn a_route_holds_by_its_answers_alone() {
        let below = || condition("rate", Test::BelowAnswer("target".into()));
        let route = Route {
            name: "B".into(),
            all: vec![condition("rate", Test::AtLeast(Decimal::from(30))), below()],
            any: vec![
                condition("uplift", Test::Is(true)),
                condition("diverted", Test::AtLeastAnswer("least".into())),
            ],
        };
        for (answers, expected) in [
            (vec![], Unknown),
            (vec![("rate", share(29))], NotMet),
            (vec![("rate", share(30)), ("target", share(45))], Unknown),
            (vec![("rate", share(30)), ("target", share(45)), ("uplift", Answer::Is(true))], Met),
            (vec![("rate", share(45)), ("target", share(45)), ("uplift", Answer::Is(true))], NotMet),
            (vec![("rate", share(30)), ("target", share(45)), ("diverted", share(20))], Unknown),
            (
                vec![
                    ("rate", share(30)),
                    ("target", share(45)),
                    ("diverted", share(20)),
                    ("least", share(20)),
                ],
                Met,
            ),
        ] {
            let answers: Answers =
                answers.into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect();
            assert_eq!(route.verdict(&answers), expected, "{answers:?}");
        }
    }
}
